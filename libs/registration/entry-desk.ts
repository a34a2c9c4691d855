import type { Actor } from '#identity';
import { Clock, invalid, isRefusal, newId } from '#kernel';
import type { ConferenceId, PersonId, Refusal } from '#kernel';
import type { CountryTable } from '#people';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { ConditionsDesk } from './conditions.js';
import type { Conditions } from './conditions.js';
import { DetailsDesk } from './details-desk.js';
import type { CheckedDetails, DetailsInput } from './details.js';
import { Entrants } from './entrants.js';
import type { Entrant, OnBehalf } from './entrants.js';
import { EntryRights } from './entry-rights.js';
import type { ClaimedRight, EntryRight } from './entry-rights.js';
import { knownFromInvitation } from './known-from-invitation.js';
import type { Known } from './person-desk.js';
import { newCode } from './registration-code.js';
import type { Registration } from './registration.entity.js';
import { placeFor } from './registration.rules.js';

/** A registration to be begun, as it comes in. */
export interface NewEntry extends ClaimedRight {
  readonly conferenceId: ConferenceId;
  readonly category: string;
  readonly details?: DetailsInput | null | undefined;
  readonly personId?: PersonId | null | undefined;
  readonly onBehalf?: OnBehalf | null | undefined;
}

/** Where and for whom, once it is clear that one may register there now. */
export interface Opened {
  readonly conditions: Conditions;
  readonly entrant: Entrant;
  readonly place: 'HELD' | 'CONFIRMED';
  readonly right: EntryRight;
}

/** A checked registration that is not written yet. */
export interface Filled {
  readonly registration: Registration;
  readonly known: Known;
  readonly checked: CheckedDetails;
}

/** Takes new registrations in: may one register here, and is what was filled in good. Writes nothing. */
@Injectable()
export class EntryDesk {
  constructor(
    private readonly conditions: ConditionsDesk,
    private readonly entrants: Entrants,
    private readonly rights: EntryRights,
    private readonly details: DetailsDesk,
    private readonly clock: Clock,
  ) {}

  async open(tx: Tx, actor: Actor, entry: NewEntry): Promise<Opened | Refusal> {
    const conditions = await this.conditions.forEntry(tx.em, actor, entry.conferenceId, entry.category);
    return isRefusal(conditions) ? conditions : this.openUnder(tx, actor, entry, conditions);
  }

  /** As `open`, where the conditions are known already, and of many that come together also by what right. */
  async openUnder(tx: Tx, actor: Actor, entry: NewEntry, conditions: Conditions, known?: EntryRight): Promise<Opened | Refusal> {
    const entrant = await this.entrants.of(tx, actor, conditions.conference, entry.onBehalf, entry.delegationId ?? null);
    if (isRefusal(entrant)) return entrant;
    const right = known ?? await this.rights.of(tx, actor, conditions, entrant, entry);
    if (isRefusal(right)) return right;
    const place = placeFor({ now: this.clock.now(), ...conditions, isInvited: entrant.isInvited, opensCategory: right.opensCategory });
    return isRefusal(place) ? place : { conditions, entrant, place, right };
  }

  /** Checks what was filled in; a draft may be incomplete. */
  async fill(tx: Tx, countries: CountryTable, { conditions, entrant, right }: Opened, entry: NewEntry, kind: 'COMPLETE' | 'DRAFT'): Promise<Filled | Refusal<'input.invalid'>> {
    const personId = entry.personId ?? null;
    if (personId !== null && !(await this.details.mayRegister(tx, entrant.accountId, personId))) return invalid([{ path: 'personId', code: 'unknown' }]);
    const good = await this.details.check(tx, countries, conditions, { personId, answers: [], consents: [] }, kind === 'DRAFT' && personId === null ? { ...knownFromInvitation(right.invitation, entrant.email), ...entry.details } : entry.details ?? {}, kind);
    if (isRefusal(good)) return good;
    return { known: good.known, checked: good.checked, registration: { ...this.blank(conditions, entrant, right, kind), personId, ...good.columns } };
  }

  private blank({ conference, category, form }: Conditions, entrant: Entrant, right: EntryRight, kind: 'COMPLETE' | 'DRAFT'): Registration {
    const now = this.clock.now();
    return {
      id: newId<'Registration'>(), conferenceId: conference.id, categoryId: category.id, personId: null,
      accountId: entrant.accountId, invitationId: right.invitation?.id ?? null, delegationId: right.delegationId, email: entrant.email, code: newCode(conference.slug),
      state: kind === 'COMPLETE' ? 'SUBMITTED' : 'DRAFT', origin: entrant.origin, locale: entrant.locale,
      phone: null, organisation: null, jobTitle: null, languages: [], interpretation: null, dietaryNeeds: null, accessNeeds: null,
      formVersion: form.version, answers: [], consents: [], nationality: null, latinKey: null, nativeKey: '', documentIndex: null,
      sortName: '', searchText: '', tags: [], createdAt: now, submittedAt: kind === 'COMPLETE' ? now : null, updatedAt: now, version: 1,
    };
  }
}

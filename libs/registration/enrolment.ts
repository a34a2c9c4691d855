import type { Actor } from '#identity';
import { isRefusal } from '#kernel';
import type { Refusal } from '#kernel';
import type { Person } from '#people';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Conditions } from './conditions.js';
import { derivedColumns } from './derived-columns.js';
import type { Filled, Opened } from './entry-desk.js';
import { OtherRegistrations } from './other-registrations.js';
import { PersonDesk } from './person-desk.js';
import { RegistrationLetters } from './registration-letters.js';
import type { Registration } from './registration.entity.js';
import { RegistrationStore } from './registration.store.js';
import type { Moved } from './registration.store.js';
import type { Mover } from './registration.status.js';
import { Submission } from './submission.js';

/** A draft that is complete and about to be handed in. */
export interface CompleteDraft {
  readonly registration: Registration;
  readonly person: Person | null;
  readonly conditions: Conditions;
  readonly place: 'HELD' | 'CONFIRMED';
  readonly mover: Mover;
}

/** Writes registrations: the person, the way in, and the letter that tells of it, in one transaction. */
@Injectable()
export class Enrolment {
  constructor(
    private readonly submission: Submission,
    private readonly persons: PersonDesk,
    private readonly others: OtherRegistrations,
    private readonly store: RegistrationStore,
    private readonly letters: RegistrationLetters,
  ) {}

  async submitNew(tx: Tx, actor: Actor, opened: Opened, filled: Filled, joinLine: boolean): Promise<Moved | Refusal> {
    const { conditions, entrant, place } = opened;
    const refused = await this.submission.admit(tx, filled.registration, conditions.conference, { live: 1, drafts: 0 })
      ?? await this.submission.outlook(tx, conditions.category, joinLine)
      ?? await this.submission.bindFiles(tx, actor, filled.registration);
    if (refused !== undefined) return refused;
    const written = await this.withPerson(tx, actor, filled);
    if (isRefusal(written)) return written;
    const { registration, person } = written;
    const moved = await this.submission.handIn(tx, actor, { registration, isNew: true, category: conditions.category, place, joinLine, mover: entrant.mover });
    if (!isRefusal(moved)) await this.letters.afterMove(tx, moved, { ...conditions, person });
    return moved;
  }

  async beginDraft(tx: Tx, actor: Actor, { conditions, entrant }: Opened, filled: Filled): Promise<Moved | Refusal> {
    const refused = await this.submission.admit(tx, filled.registration, conditions.conference, { live: 0, drafts: 1 })
      ?? await this.submission.bindFiles(tx, actor, filled.registration);
    if (refused !== undefined) return refused;
    const written = await this.withPerson(tx, actor, filled);
    return isRefusal(written) ? written : this.store.insert(tx, actor, written.registration, [{ to: 'DRAFT', by: entrant.mover }]);
  }

  async submitDraft(tx: Tx, actor: Actor, draft: CompleteDraft, joinLine: boolean): Promise<Moved | Refusal> {
    const { registration, conditions, place, mover } = draft;
    const refused = await this.submission.admit(tx, registration, conditions.conference, { live: 1, drafts: -1 });
    if (refused !== undefined) return refused;
    const moved = await this.submission.handIn(tx, actor, { registration, isNew: false, category: conditions.category, place, joinLine, mover });
    if (!isRefusal(moved)) await this.letters.afterMove(tx, moved, { ...conditions, person: draft.person });
    return moved;
  }

  private async withPerson(tx: Tx, actor: Actor, { registration, known, checked }: Filled): Promise<{ registration: Registration; person: Person | null } | Refusal> {
    const { person, changed } = await this.persons.write(tx, registration.accountId, known, checked);
    const refused = changed === null ? undefined : await this.others.follow(tx, actor, changed, registration);
    if (refused !== undefined) return refused;
    return { person, registration: { ...registration, personId: person?.id ?? null, ...derivedColumns(registration, person) } };
  }
}

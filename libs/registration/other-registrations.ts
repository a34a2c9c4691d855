import type { Conference } from '#conferences';
import type { Actor } from '#identity';
import { Clock, isRefusal, refuse, wallDate } from '#kernel';
import type { Refusal } from '#kernel';
import type { Person } from '#people';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { ConditionsDesk } from './conditions.js';
import { derivedColumns } from './derived-columns.js';
import { keysDiffer } from './person-change.js';
import type { PersonKeys } from './person-desk.js';
import type { Registration } from './registration.entity.js';
import { staffMay } from './registration.policy.js';
import { editingOf } from './registration.rules.js';
import { isLive } from './registration.status.js';
import { RegistrationStore } from './registration.store.js';

/** A person that was written through one registration. */
export interface ChangedPerson {
  readonly person: Person;
  readonly keys: PersonKeys;
  /** Whether a name or document that was on file is another one now. */
  readonly replacesIdentity: boolean;
}

/** What a person's change means for the person's other registrations. A conference that is over keeps whom it knew. */
@Injectable()
export class OtherRegistrations {
  constructor(private readonly store: RegistrationStore, private readonly conditions: ConditionsDesk, private readonly clock: Clock) {}

  /**
   * Lets them be found, sorted and known again by what the person is called now. Refused where one of them is past its
   * deadline, unless staff of its conference do it, and where somebody else is registered there under the new name or document.
   */
  async follow(tx: Tx, actor: Actor, changed: ChangedPerson, except: Pick<Registration, 'id'>): Promise<Refusal | undefined> {
    for (const other of await this.store.ofPerson(tx.em, changed.person.id)) {
      const refused = other.id === except.id ? undefined : await this.one(tx, actor, changed, other);
      if (refused !== undefined) return refused;
    }
    return undefined;
  }

  private async one(tx: Tx, actor: Actor, { person, keys, replacesIdentity }: ChangedPerson, other: Registration): Promise<Refusal | undefined> {
    const derived = derivedColumns(other, person);
    const conference = await this.conditions.conference(tx.em, other.conferenceId);
    if (conference === null || this.isOver(conference)) {
      await this.store.refresh(tx, other, derived);
      return undefined;
    }
    const now = { ...other, ...keys };
    if (isLive(other.state)) {
      const byStaff = staffMay(actor, 'registration.enter', conference);
      if (replacesIdentity && isRefusal(editingOf({ state: other.state, now: this.clock.now(), conference, byStaff }))) return refuse('registration.person-settled');
      const twin = keysDiffer(other, now) ? await this.store.twinOf(tx.em, now) : null;
      if (twin !== null) return refuse('registration.exists', { registrationId: twin.id });
    }
    await this.store.refresh(tx, other, { ...derived, ...keys });
    return undefined;
  }

  private isOver({ state, endsOn, timeZone }: Conference): boolean {
    return state === 'ARCHIVED' || wallDate(this.clock.now(), timeZone) > endsOn;
  }
}

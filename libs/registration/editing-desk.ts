import { denied } from '#identity';
import type { Actor } from '#identity';
import { Clock, isId, isRefusal, refuse } from '#kernel';
import type { Refusal, RegistrationId } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { ConditionsDesk } from './conditions.js';
import type { Conditions } from './conditions.js';
import { EntryRights } from './entry-rights.js';
import type { Registration } from './registration.entity.js';
import { mayEdit } from './registration.policy.js';
import { editingOf, placeFor } from './registration.rules.js';
import { RegistrationStore } from './registration.store.js';
import type { Mover } from './registration.status.js';

/** A registration whose filled-in parts the actor may change, locked. */
export interface Editable {
  readonly registration: Registration;
  /** With the newest form for a draft, else with the form its answers were given to. */
  readonly conditions: Conditions;
  readonly mover: Mover;
}

/** How a draft gets in. */
export type WayIn = Pick<Registration, 'invitationId' | 'delegationId'> & { readonly place: 'HELD' | 'CONFIRMED' };

/** Opens a registration for whoever may edit it. */
@Injectable()
export class EditingDesk {
  constructor(private readonly store: RegistrationStore, private readonly conditions: ConditionsDesk, private readonly rights: EntryRights, private readonly clock: Clock) {}

  async open(tx: Tx, actor: Actor, id: RegistrationId): Promise<Editable | Refusal> {
    const registration = isId(id) ? await this.store.lock(tx, id) : null;
    if (registration === null) return actor.kind === 'ANONYMOUS' ? denied(actor) : refuse('registration.unknown');
    const conditions = await this.conditions.of(tx.em, registration, registration.state === 'DRAFT' ? undefined : registration.formVersion);
    const { conference } = conditions;
    const mover = mayEdit(actor, registration, conference);
    if (mover === undefined) return denied(actor);
    const editing = editingOf({ state: registration.state, now: this.clock.now(), conference, byStaff: mover === 'STAFF' });
    return isRefusal(editing) ? editing : { registration, conditions, mover };
  }

  /** The place that a draft takes if it is handed in now, and by what right; whom staff entered is as good as invited. */
  async wayIn(tx: Tx, { registration, conditions, mover }: Editable): Promise<WayIn | Refusal> {
    const isInvited = mover === 'STAFF' || registration.origin === 'PAPER' || registration.origin === 'PHONE';
    const right = await this.rights.ofDraft(tx, registration, isInvited);
    const place = placeFor({ now: this.now(), ...conditions, isInvited, opensCategory: !isRefusal(right) && right.opensCategory });
    if (!isRefusal(right)) return isRefusal(place) ? place : { place, invitationId: registration.invitationId, delegationId: registration.delegationId };
    // The invitation ended while the draft lay: where everybody may register, one registers as everybody.
    return isRefusal(place) ? right : { place, invitationId: null, delegationId: null };
  }

  now(): Date {
    return this.clock.now();
  }
}

import { systemActor } from '#identity';
import type { Actor } from '#identity';
import { isRefusal } from '#kernel';
import type { OfferId, Refusal } from '#kernel';
import { Places } from '#places';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { LockedRegistration } from './registrations.js';
import { RegistrationLetters } from './registration-letters.js';
import { moveOr, stateAfter } from './registration.rules.js';
import { RegistrationStore } from './registration.store.js';
import type { Moved } from './registration.store.js';
import { TakingBack } from './taking-back.js';

/**
 * Answers the offer of a category's place, in the transaction of the agenda, which has locked the registration
 * (`Registrations.lockForVerb` with state WAITLISTED).
 */
@Injectable()
export class AnswerCategoryOffer {
  constructor(
    private readonly store: RegistrationStore,
    private readonly places: Places,
    private readonly letters: RegistrationLetters,
    private readonly takingBack: TakingBack,
  ) {}

  /** Takes the place: confirmed, or held in review where the category needs approval. */
  async accept(tx: Tx, actor: Actor, { registration, byStaff }: LockedRegistration, offerId: OfferId): Promise<Moved | Refusal> {
    const about = await this.letters.aboutOf(tx, registration);
    const place = about.category.needsApproval ? 'HELD' : 'CONFIRMED';
    const by = byStaff ? 'STAFF' : 'DELEGATE';
    const to = moveOr(registration.state, stateAfter('PLACE', place), by);
    if (isRefusal(to)) return to;
    const accepted = await this.places.acceptOffer(tx, offerId, { giveUp: [], state: place });
    if (isRefusal(accepted)) return accepted;
    if (accepted.holder !== registration.id) throw new Error(`offer ${offerId} is not of registration ${registration.id}`);
    const moved = await this.store.move(tx, actor, registration, [{ to, by }]);
    await this.letters.afterMove(tx, moved, about);
    return moved;
  }

  /** Lets the place go; with it goes the registration, which has no turn in the line any more. */
  async decline(tx: Tx, actor: Actor, { registration, byStaff }: LockedRegistration): Promise<Moved | Refusal> {
    const about = await this.letters.aboutOf(tx, registration);
    const moved = await this.takingBack.within(tx, actor, registration, byStaff ? { to: 'CANCELLED', by: 'STAFF' } : { to: 'WITHDRAWN', by: 'DELEGATE' });
    if (!isRefusal(moved)) await this.letters.afterMove(tx, moved, about);
    return moved;
  }

  /** Nobody answered in time and the place has gone to the next: there is no turn left to wait for. The letter is the agenda's. */
  expired(tx: Tx, { registration }: LockedRegistration): Promise<Moved | Refusal> {
    return this.takingBack.within(tx, systemActor, registration, { to: 'CANCELLED', by: 'SYSTEM' });
  }
}

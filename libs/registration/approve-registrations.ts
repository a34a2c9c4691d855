import type { Actor } from '#identity';
import { checkReason, invalid, isRefusal, refuse } from '#kernel';
import type { Refusal, RegistrationId } from '#kernel';
import { isProblems } from '#people';
import { Places } from '#places';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { DecisionDesk } from './decision-desk.js';
import type { Decide, Outcome } from './decision-desk.js';
import { moveOr } from './registration.rules.js';
import { RegistrationStore } from './registration.store.js';
import type { Moved } from './registration.store.js';

/** Confirms registrations in review: the place that was held is theirs. Who is in line is confirmed by an offer, not by approval. */
@Injectable()
export class ApproveRegistrations {
  constructor(private readonly desk: DecisionDesk, private readonly store: RegistrationStore, private readonly places: Places) {}

  async run(actor: Actor, ids: readonly RegistrationId[], note?: string | null): Promise<readonly Outcome[] | Refusal<'input.invalid'>> {
    const reason = checkReason(note, 'note', false);
    if (isProblems(reason)) return invalid(reason);
    return this.desk.each(actor, ids, null, this.confirming(actor, reason));
  }

  /** One of them, for whoever keeps what came of it. */
  within(tx: Tx, actor: Actor, id: RegistrationId, reason: string | null): Promise<Moved | Refusal> {
    return this.desk.one(tx, actor, id, null, this.confirming(actor, reason));
  }

  private confirming(actor: Actor, reason: string | null): Decide {
    return async (tx, registration, { category }) => {
      const to = moveOr(registration.state, 'CONFIRMED', 'STAFF');
      if (isRefusal(to) || registration.state !== 'IN_REVIEW') return refuse('registration.move-not-allowed', { state: registration.state, to: 'CONFIRMED' });
      const isHeld = await this.places.confirm(tx, registration.id, category.poolId);
      if (!isHeld) throw new Error(`registration ${registration.id} is in review without a held place`);
      return this.store.move(tx, actor, registration, [{ to: 'CONFIRMED', by: 'STAFF', ...(reason === null ? {} : { reason }) }]);
    };
  }
}

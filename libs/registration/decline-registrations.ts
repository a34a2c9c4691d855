import type { Actor } from '#identity';
import { checkReason, invalid } from '#kernel';
import type { Refusal, RegistrationId } from '#kernel';
import { isProblems } from '#people';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { DecisionDesk } from './decision-desk.js';
import type { Decide, Outcome } from './decision-desk.js';
import type { Moved } from './registration.store.js';
import { TakingBack } from './taking-back.js';

/** Declines registrations in review, confirmed or in line; their places go to the next. The reason is told to them. */
@Injectable()
export class DeclineRegistrations {
  constructor(private readonly desk: DecisionDesk, private readonly takingBack: TakingBack) {}

  async run(actor: Actor, ids: readonly RegistrationId[], why: string): Promise<readonly Outcome[] | Refusal<'input.invalid'>> {
    const reason = checkReason(why, 'reason', true);
    if (isProblems(reason)) return invalid(reason);
    return this.desk.each(actor, ids, reason, this.declining(actor, reason));
  }

  /** One of them, for whoever keeps what came of it. */
  within(tx: Tx, actor: Actor, id: RegistrationId, reason: string): Promise<Moved | Refusal> {
    return this.desk.one(tx, actor, id, reason, this.declining(actor, reason));
  }

  private declining(actor: Actor, reason: string | null): Decide {
    return (tx, registration) => this.takingBack.within(tx, actor, registration, { to: 'DECLINED', by: 'STAFF', reason: reason ?? undefined });
  }
}

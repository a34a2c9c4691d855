import type { Actor } from '#identity';
import { checkReason, invalid } from '#kernel';
import type { Refusal, RegistrationId } from '#kernel';
import { isProblems } from '#people';
import { Injectable } from '@nestjs/common';
import { DecisionDesk } from './decision-desk.js';
import type { Outcome } from './decision-desk.js';
import { TakingBack } from './taking-back.js';

/** Declines registrations in review, confirmed or in line; their places go to the next. The reason is told to them. */
@Injectable()
export class DeclineRegistrations {
  constructor(private readonly desk: DecisionDesk, private readonly takingBack: TakingBack) {}

  async run(actor: Actor, ids: readonly RegistrationId[], why: string): Promise<readonly Outcome[] | Refusal<'input.invalid'>> {
    const reason = checkReason(why, 'reason', true);
    if (isProblems(reason)) return invalid(reason);
    return this.desk.each(actor, ids, reason, (tx, registration) =>
      this.takingBack.within(tx, actor, registration, { to: 'DECLINED', by: 'STAFF', reason: reason ?? undefined }));
  }
}

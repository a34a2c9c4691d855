import { denied } from '#identity';
import type { Actor } from '#identity';
import { checkReason, invalid, isId, isRefusal, refuse } from '#kernel';
import type { Refusal, RegistrationId } from '#kernel';
import { isProblems } from '#people';
import { UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { RegistrationRef } from './register-delegate.js';
import { RegistrationLetters } from './registration-letters.js';
import { mayTakeBack } from './registration.policy.js';
import { RegistrationStore } from './registration.store.js';
import { TakingBack } from './taking-back.js';

export interface WithdrawRegistrationInput {
  readonly id: RegistrationId;
  /** Required from staff; it is told to the delegate. */
  readonly reason?: string | null | undefined;
}

/** Takes a registration back: withdrawn at the delegate's wish, cancelled by staff with a reason. A draft is only put away. */
@Injectable()
export class WithdrawRegistration {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: RegistrationStore,
    private readonly takingBack: TakingBack,
    private readonly letters: RegistrationLetters,
  ) {}

  run(actor: Actor, input: WithdrawRegistrationInput): Promise<RegistrationRef | Refusal> {
    return this.work.run((tx) => this.within(tx, actor, input));
  }

  async within(tx: Tx, actor: Actor, input: WithdrawRegistrationInput): Promise<RegistrationRef | Refusal> {
    const registration = isId(input.id) ? await this.store.lock(tx, input.id) : null;
    if (registration === null) return actor.kind === 'ANONYMOUS' ? denied(actor) : refuse('registration.unknown');
    const about = await this.letters.aboutOf(tx, registration);
    const by = mayTakeBack(actor, registration, about.conference);
    if (by === undefined) return denied(actor);
    const reason = checkReason(input.reason, 'reason', by === 'STAFF');
    if (isProblems(reason)) return invalid(reason);
    const wasDraft = registration.state === 'DRAFT';
    const to = by === 'STAFF' ? 'CANCELLED' : 'WITHDRAWN';
    const moved = await this.takingBack.within(tx, actor, registration, { to, by, ...(reason === null ? {} : { reason }) });
    if (isRefusal(moved)) return moved;
    if (!wasDraft) await this.letters.afterMove(tx, moved, about, reason);
    return { registrationId: registration.id };
  }
}

import type { Permission, Actor } from '#identity';
import { isRefusal, refuse } from '#kernel';
import type { Refusal, RegistrationId } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { ApproveRegistrations } from '../approve-registrations.js';
import { DeclineRegistrations } from '../decline-registrations.js';
import { RegistrationLetters } from '../registration-letters.js';
import { staffMay } from '../registration.policy.js';
import { Sight } from '../sight.js';
import { TagRegistration } from '../tags/tag-registration.js';
import { WithdrawRegistration } from '../withdraw-registration.js';
import type { RegistrationRun, RunDeed } from './run.entity.js';

/** What a deed needs in the conference; the verbs ask again for each registration. */
export const PERMISSION_OF_DEED: Readonly<Record<RunDeed, Permission>> = {
  APPROVE: 'registration.decide', DECLINE: 'registration.decide', CANCEL: 'registration.decide', SEND_LINK: 'registration.enter', TAG: 'registration.enter', UNTAG: 'registration.enter',
};

/** Whether it puts a tag on or takes one off. */
export function isAboutTag(deed: RunDeed): boolean {
  return deed === 'TAG' || deed === 'UNTAG';
}

/** Whether the delegates are told a reason, so that there must be one. */
export function needsReason(deed: RunDeed): boolean {
  return deed === 'DECLINE' || deed === 'CANCEL';
}

/** Does a run's deed with one registration, by the verb that staff use for one. */
@Injectable()
export class RunDeeds {
  constructor(
    private readonly approving: ApproveRegistrations,
    private readonly declining: DeclineRegistrations,
    private readonly withdrawing: WithdrawRegistration,
    private readonly sight: Sight,
    private readonly letters: RegistrationLetters,
    private readonly tagging: TagRegistration,
  ) {}

  /** @returns the refusal where it cannot be done; then nothing of it may be kept */
  async within(tx: Tx, actor: Actor, { id: runId, deed, reason, tag }: RegistrationRun, id: RegistrationId): Promise<Refusal | undefined> {
    const answer = deed === 'APPROVE' ? await this.approving.within(tx, actor, id, reason)
      : deed === 'DECLINE' ? await this.declining.within(tx, actor, id, reason ?? '')
        : deed === 'CANCEL' ? await this.withdrawing.within(tx, actor, { id, reason })
          : deed === 'SEND_LINK' ? await this.sendLink(tx, actor, id, runId)
            : await this.tagging.within(tx, actor, id, { [deed === 'TAG' ? 'add' : 'remove']: [tag ?? ''] });
    return isRefusal(answer) ? answer : undefined;
  }

  /** The run is the letter's key, so that no run writes twice to one registration. Who has taken it back is left in peace. */
  private async sendLink(tx: Tx, actor: Actor, id: RegistrationId, runId: string): Promise<Refusal | undefined> {
    const registration = await this.sight.of(tx.em, actor, id, (by, _one, conference) => staffMay(by, 'registration.enter', conference));
    if (isRefusal(registration)) return registration;
    const { state } = registration;
    if (state === 'WITHDRAWN' || state === 'CANCELLED' || state === 'DECLINED') return refuse('registration.move-not-allowed', { state });
    await this.letters.link(tx, registration, 'ASKED', `${registration.id}:run:${runId}`);
    return undefined;
  }
}

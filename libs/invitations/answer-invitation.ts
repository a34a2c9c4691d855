import { denied } from '#identity';
import type { Actor } from '#identity';
import { refuse } from '#kernel';
import type { InvitationId, Refusal } from '#kernel';
import { LinkTokens, UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { AnswerDesk } from './answer-desk.js';
import type { AnswerInput, InvitationRef } from './answer-desk.js';
import { InvitationDesk } from './invitation-desk.js';
import type { LockedInvitation } from './invitation-desk.js';
import { INVITATION_LINK } from './invitation-link.js';
import { isHeadOf, isInvited } from './invitation.policy.js';
import type { Way } from './invitation.status.js';

/** By the link's token, or by id for somebody signed in with the invited address or heading its delegation. */
export interface InvitationAnswered extends AnswerInput {
  readonly token?: string | null | undefined;
  readonly id?: InvitationId | null | undefined;
}

/** Takes the answer of the invited; it may be given otherwise for as long as the invitation speaks. */
@Injectable()
export class AnswerInvitation {
  constructor(private readonly work: UnitOfWork, private readonly tokens: LinkTokens, private readonly desk: InvitationDesk, private readonly answers: AnswerDesk) {}

  run(actor: Actor, { token, id, ...input }: InvitationAnswered): Promise<InvitationRef | Refusal> {
    const named = token == null ? undefined : this.tokens.verifyLinkToken<InvitationId>(INVITATION_LINK, token);
    return this.work.run(async (tx) => {
      const locked = await this.desk.lock(tx, named ?? (token == null ? id ?? '' : '') as InvitationId);
      const via = locked === null ? undefined : wayOf(actor, locked, named !== undefined);
      if (locked === null || via === undefined) return actor.kind === 'ANONYMOUS' && token == null ? denied(actor) : refuse('invitation.unknown');
      return this.answers.take(tx, actor, locked, input, via);
    });
  }
}

function wayOf(actor: Actor, { invitation }: LockedInvitation, hasToken: boolean): Way | undefined {
  if (hasToken) return 'LINK';
  if (isInvited(actor, invitation)) return 'ACCOUNT';
  return isHeadOf(actor, invitation.delegationId) ? 'HEAD' : undefined;
}

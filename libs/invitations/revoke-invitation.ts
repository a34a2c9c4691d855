import { denied } from '#identity';
import type { Actor } from '#identity';
import { checkReason, invalid, isRefusal, refuse } from '#kernel';
import type { InvitationId, Refusal } from '#kernel';
import { isProblems } from '#people';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import type { InvitationRef } from './answer-desk.js';
import { InvitationDesk } from './invitation-desk.js';
import { isHeadOf, mayEditInvitations } from './invitation.policy.js';

/**
 * Takes an invitation back: its link says so politely. Who registered by it stays registered. The head of its delegation
 * may do it while nobody has.
 */
@Injectable()
export class RevokeInvitation {
  constructor(private readonly work: UnitOfWork, private readonly desk: InvitationDesk) {}

  run(actor: Actor, id: InvitationId, why: string | null): Promise<InvitationRef | Refusal> {
    const reason = checkReason(why, 'reason', false);
    return this.work.run(async (tx) => {
      const locked = await this.desk.lock(tx, id);
      if (locked === null) return actor.kind === 'ANONYMOUS' ? denied(actor) : refuse('invitation.unknown');
      const { invitation, conference } = locked;
      const byStaff = mayEditInvitations(actor, conference);
      if (!byStaff && !isHeadOf(actor, invitation.delegationId)) return denied(actor);
      if (isProblems(reason)) return invalid(reason);
      if (!byStaff && invitation.used > 0) return refuse('invitation.registered');
      const kept = await this.desk.keep(tx, actor, invitation, { deed: 'REVOKE', via: byStaff ? 'STAFF' : 'HEAD', reason });
      return isRefusal(kept) ? kept : { invitationId: kept.id, newInvitationId: null };
    });
  }
}

import { Categories } from '#conferences';
import { denied } from '#identity';
import type { Actor } from '#identity';
import { checkReason, invalid, isRefusal, refuse } from '#kernel';
import type { FieldProblem, InvitationId, Refusal } from '#kernel';
import { isProblems, lineOfText } from '#people';
import { brokenConstraint, UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { InvitationRef } from './answer-desk.js';
import { rightProblems } from './check-invitation.js';
import type { RightInput } from './check-invitation.js';
import { refuseForeignPart } from './foreign-part.js';
import { InvitationDesk } from './invitation-desk.js';
import type { Invitation } from './invitation.entity.js';
import { mayEditInvitations } from './invitation.policy.js';
import { standingOf } from './invitation.rules.js';

/** Absent parts stay, null empties. */
export interface InvitationChanges extends RightInput {
  readonly id: InvitationId;
  /** The version the editor saw. */
  readonly version: number;
  readonly reason?: string | null | undefined;
}

/** Changes what an invitation gives: until when, how many places, which category, forums and visits. One that ran out is opened anew by a later end. */
@Injectable()
export class UpdateInvitation {
  constructor(private readonly work: UnitOfWork, private readonly desk: InvitationDesk, private readonly categories: Categories) {}

  async run(actor: Actor, input: InvitationChanges): Promise<InvitationRef | Refusal> {
    try {
      return await this.work.run((tx) => this.within(tx, actor, input));
    } catch (fault) {
      // Opened anew while the address has got another one meanwhile.
      if (brokenConstraint(fault) === 'invitation_once') return refuse('invitation.exists');
      return refuseForeignPart(fault, [input], (_, field) => field);
    }
  }

  private async within(tx: Tx, actor: Actor, { id, version, reason: why, ...input }: InvitationChanges): Promise<InvitationRef | Refusal> {
    const locked = await this.desk.lock(tx, id);
    if (locked === null) return actor.kind === 'ANONYMOUS' ? denied(actor) : refuse('invitation.unknown');
    const { invitation, conference } = locked;
    if (!mayEditInvitations(actor, conference)) return denied(actor);
    if (invitation.version !== version) return refuse('invitation.changed-meanwhile', { version: invitation.version });
    const now = this.desk.clock.now();
    const reason = checkReason(why, 'reason', false);
    const categories = await this.categories.ofConferences(tx.em, [conference.id]);
    const changes = changesOf(input);
    const after = { ...invitation, ...changes };
    const problems: FieldProblem[] = [
      ...rightProblems({ ...input, categoryId: after.categoryId }, '', { categories, now }, invitation.delegationId), ...(isProblems(reason) ? reason : []),
      ...(after.places < invitation.used ? [{ path: 'places', code: 'too-small', data: { min: invitation.used } }] : []),
      ...(invitation.used > 0 && after.categoryId !== invitation.categoryId ? [{ path: 'category', code: 'invitation.in-use' }] : []),
    ];
    if (problems.length > 0 || isProblems(reason)) return invalid(problems);
    const isReopened = standingOf(invitation, now) === 'EXPIRED' && standingOf({ ...after, state: 'OPEN' }, now) === 'OPEN';
    const deed = isReopened && invitation.state === 'EXPIRED' ? 'REOPEN' : 'CHANGE';
    const kept = await this.desk.keep(tx, actor, invitation, { deed, via: 'STAFF', reason, places: after.places }, changes);
    return isRefusal(kept) ? kept : { invitationId: kept.id, newInvitationId: null };
  }
}

/** Places that are given settle that more were asked for. */
function changesOf({ categoryId, forumIds, visitIds, places, locked, expiresAt, sponsor }: RightInput): Partial<Invitation> {
  return {
    ...(categoryId === undefined ? {} : { categoryId }),
    ...(forumIds == null ? {} : { forumIds: [...new Set(forumIds)] }),
    ...(visitIds == null ? {} : { visitIds: [...new Set(visitIds)] }),
    ...(places == null ? {} : { places, askedPlaces: null }),
    ...(locked == null ? {} : { locked }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(sponsor === undefined ? {} : { sponsor: sponsor === null ? null : lineOfText(sponsor) ?? null }),
  };
}

import { parseEmail } from '#identity';
import type { Actor } from '#identity';
import { checkReason, invalid, isRefusal, refuse } from '#kernel';
import type { FieldProblem, InvitationId, Refusal } from '#kernel';
import { isProblems, lineOfText } from '#people';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { MOST_PLACES } from './check-invitation.js';
import { InvitationDesk } from './invitation-desk.js';
import type { LockedInvitation } from './invitation-desk.js';
import { InvitationLetters } from './invitation-letters.js';
import { Invitation } from './invitation.entity.js';
import { whyClosed } from './invitation.rules.js';
import type { Answer, Way } from './invitation.status.js';
import { Invitations } from './invitations.js';
import type { NewInvitation } from './new-invitation.js';

/** An answer, as it comes in. */
export interface AnswerInput {
  readonly answer: Answer;
  /** Why one does not come, or anything one wants to say. */
  readonly reason?: string | null | undefined;
  /** Who comes instead, with SUBSTITUTE. */
  readonly substitute?: { readonly name: string; readonly email: string } | null | undefined;
  /** How many places are needed in all, with ASK_PLACES. */
  readonly places?: number | null | undefined;
}

export interface InvitationRef {
  readonly invitationId: InvitationId;
  /** The invitation that came of it, where somebody comes instead. */
  readonly newInvitationId: InvitationId | null;
}

interface Checked {
  readonly reason: string | null;
  readonly substitute: { readonly name: string; readonly email: string } | null;
  readonly places: number | null;
}

/** Takes answers in, whoever gives them and on whatever way. */
@Injectable()
export class AnswerDesk {
  constructor(private readonly desk: InvitationDesk, private readonly invitations: Invitations, private readonly letters: InvitationLetters) {}

  async take(tx: Tx, actor: Actor, locked: LockedInvitation, input: AnswerInput, via: Way): Promise<InvitationRef | Refusal> {
    const { invitation } = locked;
    const closed = whyClosed(invitation, this.desk.clock.now());
    if (closed !== undefined) return closed;
    const checked = checkAnswer(input);
    if (isProblems(checked)) return invalid(checked);
    // What is registered is taken back where it is registered, so that its places go to the next in line.
    if (invitation.used > 0 && input.answer !== 'ACCEPT' && input.answer !== 'ASK_PLACES') return refuse('invitation.registered');
    if (checked.substitute !== null) return this.substitute(tx, actor, locked, { ...checked, substitute: checked.substitute }, via);
    const kept = await this.desk.keep(tx, actor, invitation, { deed: input.answer, via, reason: checked.reason, places: checked.places }, checked.places === null ? {} : { askedPlaces: checked.places });
    return isRefusal(kept) ? kept : { invitationId: kept.id, newInvitationId: null };
  }

  /** Somebody comes instead: the right goes over to a new invitation, with a letter of its own. */
  private async substitute(tx: Tx, actor: Actor, { invitation, conference }: LockedInvitation, { substitute, reason }: Checked & { substitute: { name: string; email: string } }, via: Way): Promise<InvitationRef | Refusal> {
    if (invitation.locked && (via === 'LINK' || via === 'ACCOUNT')) return refuse('invitation.locked');
    const old = await this.desk.keep(tx, actor, invitation, { deed: 'SUBSTITUTE', via, reason });
    if (isRefusal(old)) return old;
    const issued = await this.succeed(tx, old, { toAddress: substitute.email, toName: substitute.name, locale: invitation.locale });
    if (isRefusal(issued)) return issued.refused === 'invitation.exists' ? invalid([{ path: 'substitute.email', code: 'invitation.exists' }]) : issued;
    await this.letters.sent(tx, conference, [issued], { insteadOf: invitation.toName });
    return { invitationId: old.id, newInvitationId: issued.id };
  }

  /** Issues what an invitation gave to somebody else, who takes its place. */
  async succeed(tx: Tx, old: Invitation, to: Pick<NewInvitation, 'toAddress' | 'toName' | 'locale'> & Partial<NewInvitation>): Promise<Invitation | Refusal> {
    const { conferenceId, categoryId, delegationId, forumIds, visitIds, places, locked, sponsor, country } = old;
    const expiresAt = old.expiresAt !== null && old.expiresAt > this.desk.clock.now() ? old.expiresAt : null;
    const answer = await this.invitations.issueWithin(tx, [{ conferenceId, categoryId, delegationId, forumIds, visitIds, places, locked, expiresAt, sponsor, country, ...to }]);
    if (isRefusal(answer)) return answer;
    const [issued] = answer;
    if (issued?.isNew !== true) return refuse('invitation.exists', { invitationId: issued?.id });
    await tx.em.update(Invitation, { id: old.id }, { replacedBy: issued.id });
    return tx.em.findOneByOrFail(Invitation, { id: issued.id });
  }
}

function checkAnswer({ answer, reason: typed, substitute, places }: AnswerInput): Checked | readonly FieldProblem[] {
  const reason = checkReason(typed, 'reason', false);
  const email = parseEmail(substitute?.email ?? '');
  const name = lineOfText(substitute?.name ?? '');
  const problems: FieldProblem[] = [
    ...(isProblems(reason) ? reason : []),
    ...(answer === 'SUBSTITUTE' && email === undefined ? [{ path: 'substitute.email', code: 'email.malformed' }] : []),
    ...(answer === 'SUBSTITUTE' && name === null ? [{ path: 'substitute.name', code: 'required' }] : []),
    ...(answer === 'SUBSTITUTE' && name === undefined ? [{ path: 'substitute.name', code: 'malformed' }] : []),
    ...(answer === 'ASK_PLACES' && (places == null || places < 1) ? [{ path: 'places', code: 'too-small', data: { min: 1 } }] : []),
    ...(answer === 'ASK_PLACES' && places != null && places > MOST_PLACES ? [{ path: 'places', code: 'too-large', data: { max: MOST_PLACES } }] : []),
  ];
  if (problems.length > 0 || isProblems(reason)) return problems;
  return {
    reason, places: answer === 'ASK_PLACES' ? places ?? null : null,
    substitute: answer === 'SUBSTITUTE' && email !== undefined && typeof name === 'string' ? { name, email } : null,
  };
}

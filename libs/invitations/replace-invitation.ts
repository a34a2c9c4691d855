import { denied, parseEmail } from '#identity';
import type { Actor } from '#identity';
import { checkReason, invalid, isRefusal, refuse } from '#kernel';
import type { FieldProblem, InvitationId, Refusal } from '#kernel';
import { isProblems, lineOfText } from '#people';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { AnswerDesk } from './answer-desk.js';
import type { InvitationRef } from './answer-desk.js';
import { InvitationDesk } from './invitation-desk.js';
import { InvitationLetters } from './invitation-letters.js';
import { mayEditInvitations } from './invitation.policy.js';

export interface Replacement {
  readonly id: InvitationId;
  readonly name: string;
  readonly email: string;
  readonly locale?: string | null | undefined;
  readonly reason?: string | null | undefined;
}

/** Gives what an invitation gave to another person or address by a new one with its own letter; the old link says that it was replaced. */
@Injectable()
export class ReplaceInvitation {
  constructor(private readonly work: UnitOfWork, private readonly desk: InvitationDesk, private readonly answers: AnswerDesk, private readonly letters: InvitationLetters) {}

  run(actor: Actor, { id, name: typedName, email: typedEmail, locale, reason: why }: Replacement): Promise<InvitationRef | Refusal> {
    return this.work.run(async (tx) => {
      const locked = await this.desk.lock(tx, id);
      if (locked === null) return actor.kind === 'ANONYMOUS' ? denied(actor) : refuse('invitation.unknown');
      const { invitation, conference } = locked;
      if (!mayEditInvitations(actor, conference)) return denied(actor);
      const [email, name, reason] = [parseEmail(typedEmail), lineOfText(typedName), checkReason(why, 'reason', false)];
      const problems: FieldProblem[] = [
        ...(email === undefined ? [{ path: 'email', code: 'email.malformed' }] : []), ...(name === null ? [{ path: 'name', code: 'required' }] : []),
        ...(name === undefined ? [{ path: 'name', code: 'malformed' }] : []), ...(isProblems(reason) ? reason : []),
      ];
      if (problems.length > 0 || email === undefined || typeof name !== 'string' || isProblems(reason)) return invalid(problems);
      if (invitation.used > 0) return refuse('invitation.registered');
      const old = await this.desk.keep(tx, actor, invitation, { deed: 'REPLACE', via: 'STAFF', reason });
      if (isRefusal(old)) return old;
      const issued = await this.answers.succeed(tx, old, { toAddress: email, toName: name, locale: locale ?? invitation.locale });
      if (isRefusal(issued)) return issued.refused === 'invitation.exists' ? invalid([{ path: 'email', code: 'invitation.exists' }]) : issued;
      await this.letters.sent(tx, conference, [issued]);
      return { invitationId: old.id, newInvitationId: issued.id };
    });
  }
}

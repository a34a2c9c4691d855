import { denied } from '#identity';
import type { Actor } from '#identity';
import { refuse } from '#kernel';
import type { InvitationId, Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { AnswerDesk } from './answer-desk.js';
import type { AnswerInput, InvitationRef } from './answer-desk.js';
import { InvitationDesk } from './invitation-desk.js';
import { mayEditInvitations } from './invitation.policy.js';

export interface AnswerToRecord extends AnswerInput {
  readonly id: InvitationId;
  /** How it came: by phone, by letter, or as a reply to the mail. */
  readonly via: 'PHONE' | 'LETTER' | 'REPLY';
}

/** Notes an answer that did not come by the link. */
@Injectable()
export class RecordAnswer {
  constructor(private readonly work: UnitOfWork, private readonly desk: InvitationDesk, private readonly answers: AnswerDesk) {}

  run(actor: Actor, { id, via, ...input }: AnswerToRecord): Promise<InvitationRef | Refusal> {
    return this.work.run(async (tx) => {
      const locked = await this.desk.lock(tx, id);
      if (locked === null) return actor.kind === 'ANONYMOUS' ? denied(actor) : refuse('invitation.unknown');
      return mayEditInvitations(actor, locked.conference) ? this.answers.take(tx, actor, locked, input, via) : denied(actor);
    });
  }
}

import { Audit } from '#identity';
import type { Actor } from '#identity';
import { isId, refuse } from '#kernel';
import type { ConferenceId, Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import type { FactDeclaration } from '#platform';
import { Injectable } from '@nestjs/common';
import { Category } from './category.entity.js';
import { Conference } from './conference.entity.js';
import { editRefusal } from './conference.policy.js';
import { afterMove, legalMoves } from './conference.status.js';
import type { ConferenceMove } from './conference.status.js';
import { Conferences } from './conferences.js';
import { conferenceArchived, conferencePublished, registrationClosed, registrationOpened } from './facts.js';
import { touchConference } from './touch-conference.js';

const FACTS: Readonly<Record<ConferenceMove, FactDeclaration<{ conferenceId: ConferenceId }>>> = {
  PUBLISH: conferencePublished,
  OPEN: registrationOpened,
  CLOSE: registrationClosed,
  ARCHIVE: conferenceArchived,
};

/**
 * Moves a conference by the table of legal moves. Asked for again when it is where the move leads, nothing happens and
 * nothing is refused, so a client whose answer was lost may simply repeat itself.
 */
@Injectable()
export class MoveConference {
  constructor(
    private readonly work: UnitOfWork,
    private readonly conferences: Conferences,
    private readonly audit: Audit,
  ) {}

  async run(actor: Actor, id: ConferenceId, move: ConferenceMove): Promise<Conference | Refusal> {
    if (!isId(id)) return refuse('conference.unknown');
    return this.work.run(async (tx) => {
      const conference = await this.conferences.lock(tx.em, id);
      const refusal = editRefusal(actor, conference);
      if (conference === null || refusal !== undefined) return refusal ?? refuse('conference.unknown');
      if (conference.state === legalMoves[move].to) return conference;
      const state = afterMove(conference.state, move);
      if (state === undefined) return refuse('conference.move-illegal', { move, state: conference.state });
      if (move === 'OPEN' && !(await tx.em.existsBy(Category, { conferenceId: id }))) return refuse('conference.no-category');
      const fact = FACTS[move];
      await tx.em.update(Conference, { id }, { state, version: conference.version + 1 });
      tx.record(fact, { conferenceId: id });
      await this.audit.write(tx, {
        actor, action: fact.name, subjectKind: 'conference', subjectId: id, conferenceId: id, data: { from: conference.state, to: state },
      });
      await touchConference(tx, id);
      return tx.em.findOneByOrFail(Conference, { id });
    });
  }
}

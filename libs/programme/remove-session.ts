import { Injectable } from '@nestjs/common';
import { Conferences } from '#conferences';
import type { Actor } from '#identity';
import { isRefusal, refuse } from '#kernel';
import type { ForumId, Refusal, SessionId } from '#kernel';
import { UnitOfWork } from '#platform';
import { lockForums } from './lock-forums.js';
import { conferenceToEdit } from './programme.policy.js';
import { SessionAftermath } from './session-aftermath.js';
import { SessionRows } from './session-rows.js';

/** Takes a session out of the programme: its room and people's time are free again, calendars show it as cancelled. */
@Injectable()
export class RemoveSession {
  constructor(
    private readonly work: UnitOfWork, private readonly conferences: Conferences,
    private readonly rows: SessionRows, private readonly aftermath: SessionAftermath,
  ) {}

  async run(actor: Actor, id: SessionId): Promise<{ forumId: ForumId } | Refusal> {
    return this.work.run(async (tx) => {
      const seen = await this.rows.find(tx, id);
      const [forum] = seen === null ? [] : await lockForums(tx, [seen.forumId]);
      if (forum === undefined) return refuse('session.unknown');
      const conference = await conferenceToEdit(this.conferences, tx, actor, forum.conferenceId, forum.id);
      if (isRefusal(conference)) return conference;
      const session = await this.rows.lock(tx, id);
      if (session === null || session.forumId !== forum.id) return refuse('session.unknown');
      const before = await this.aftermath.whereabouts(tx, session);
      const removed = await this.rows.remove(tx, actor, session);
      await this.aftermath.settle(tx, removed, [{ forum, kind: 'REMOVED', before, after: null }]);
      return { forumId: forum.id };
    });
  }
}

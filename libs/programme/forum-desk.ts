import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import type { ConferenceId, ForumId, Refusal } from '#kernel';
import type { Tx } from '#platform';
import type { Forum } from './forum.entity.js';
import { mayChoose } from './forum.rules.js';
import { ForumLetters } from './forum-letters.js';
import { Programmes } from './programmes.js';
import type { Session } from './session.entity.js';

export interface ForumWithSessions {
  readonly forum: Forum;
  /** In order of time. */
  readonly sessions: readonly Session[];
}

/** Where choices of forums are taken in: the forum that is meant, and the letters about it. */
@Injectable()
export class ForumDesk {
  constructor(private readonly programmes: Programmes, readonly letters: ForumLetters, private readonly clock: Clock) {}

  /** The forum with its sessions; nothing where it is not one of this conference. */
  async find(tx: Tx, id: ForumId, conferenceId: ConferenceId): Promise<ForumWithSessions | undefined> {
    const [forum] = await this.programmes.forums(tx.em, [id]);
    if (forum?.conferenceId !== conferenceId) return undefined;
    return { forum, sessions: await this.programmes.sessionsOf(tx.em, [forum.id]) };
  }

  mayChoose({ sessions }: ForumWithSessions): Refusal<'forum.over'> | undefined {
    return mayChoose(sessions, this.clock.now());
  }
}

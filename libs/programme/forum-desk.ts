import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Invitations } from '#invitations';
import { Clock } from '#kernel';
import type { ForumId, Refusal } from '#kernel';
import type { Tx } from '#platform';
import type { Forum } from './forum.entity.js';
import { ForumGuests } from './forum-guests.js';
import { mayAttend, mayChoose } from './forum.rules.js';
import { ForumLetters } from './forum-letters.js';
import type { ForumDraft, OfRegistration } from './forum-letters.js';
import type { ToldSession } from './mails/forum-letter.js';
import { Programmes } from './programmes.js';
import type { Session } from './session.entity.js';

export interface ForumWithSessions {
  readonly forum: Forum;
  /** In order of time. */
  readonly sessions: readonly Session[];
  /** The same as letters tell them. */
  readonly told: readonly ToldSession[];
}

/** Where choices of forums are taken in: the forum that is meant, and the letters about it. */
@Injectable()
export class ForumDesk {
  constructor(private readonly programmes: Programmes, readonly letters: ForumLetters, private readonly guests: ForumGuests, private readonly invitations: Invitations, private readonly clock: Clock) {}

  /** The forum with its sessions. Verbs read it before they lock the registration, so that its lock is held shortly. */
  async find(tx: Tx, id: ForumId): Promise<ForumWithSessions | undefined> {
    const [forum] = await this.programmes.forums(tx.em, [id]);
    if (forum === undefined) return undefined;
    const sessions = await this.programmes.sessionsOf(tx.em, [forum.id]);
    return { forum, sessions, told: await this.letters.told(tx, forum, sessions) };
  }

  /** A letter about it to someone. */
  draft(tx: Tx, of: OfRegistration, { forum, told }: ForumWithSessions): Promise<ForumDraft> {
    return this.letters.draft(tx, of, forum, told);
  }

  /**
   * The draft, once the pool's lock is held: whoever moved the forum between its reading and the lock told only those who
   * stood to it by then, so the letter must say what they were told.
   */
  async upToDate(tx: Tx, of: OfRegistration, { forum, sessions }: ForumWithSessions, draft: ForumDraft): Promise<ForumDraft> {
    const now = await this.programmes.sessionsOf(tx.em, [forum.id]);
    const versions = (all: readonly Session[]): readonly string[] => all.map(({ id, version }) => `${id} ${version}`);
    if (isDeepStrictEqual(versions(now), versions(sessions))) return draft;
    return this.draft(tx, of, { forum, sessions: now, told: await this.letters.told(tx, forum, now) });
  }

  /** Whether the registration may have a place: the forum is not over, and it is for its category, it is a guest of it, or its invitation includes it. */
  async mayChoose(tx: Tx, { forum, sessions }: ForumWithSessions, { registration }: OfRegistration): Promise<Refusal | undefined> {
    const over = mayChoose(sessions, this.clock.now());
    if (over !== undefined || forum.audience === 'EVERYONE' || await this.invitations.includes(tx.em, registration.invitationId, { forumId: forum.id })) return over;
    const isGuest = forum.audience === 'GUESTS' && await this.guests.has(tx.em, forum.id, registration.id);
    return mayAttend(forum, registration.categoryId, isGuest);
  }
}

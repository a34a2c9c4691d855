import { Injectable } from '@nestjs/common';
import { Conferences } from '#conferences';
import type { Actor } from '#identity';
import { Clock, invalid, isRefusal, newId, refuse, tidy, tidyLocalized, tidyOptional } from '#kernel';
import type { CategoryId, ConferenceId, ForumId, LocalizedText, Refusal } from '#kernel';
import { Pools } from '#places';
import { once, UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { IsNull } from 'typeorm';
import { Forum } from './forum.entity.js';
import type { ForumAdmission, ForumAudience, ForumKind } from './forum.entity.js';
import { newForumProblems } from './forum.rules.js';
import { conferenceToEdit } from './programme.policy.js';
import { lockProgramme, Publication } from './publication.js';

export interface NewForum {
  readonly conferenceId: ConferenceId;
  readonly slug: string;
  readonly kind: ForumKind;
  readonly title: LocalizedText;
  readonly description?: LocalizedText | null | undefined;
  readonly admission: ForumAdmission;
  /** Needed for SIGN_UP, absent for OPEN_DOORS. */
  readonly capacity?: number | null | undefined;
  /** 0 no line, null without limit. */
  readonly waitlistLimit?: number | null | undefined;
  readonly offerMinutes: number;
  /** EVERYONE where absent. */
  readonly audience?: ForumAudience | undefined;
  readonly categoryIds?: readonly CategoryId[] | undefined;
  /** The name that its letters come from. */
  readonly sender?: string | null | undefined;
}

/** A programme is read as a whole, by timetables and calendars: it has a size that can be. */
export const MOST_FORUMS = 200;

const INSERT = `
  INSERT INTO forum (id, conference_id, slug, kind, admission, title, description, pool_id, created_at, changed_at, changed_by, audience, category_ids, sender)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, $11, $12, $13)
  ON CONFLICT ON CONSTRAINT forum_slug_once DO NOTHING RETURNING id`;

/** Makes a forum with its pool. One with open doors has a pool without a size: choosing it puts it into the agenda. */
@Injectable()
export class CreateForum {
  constructor(
    private readonly work: UnitOfWork, private readonly conferences: Conferences,
    private readonly pools: Pools, private readonly publication: Publication, private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: NewForum, key?: string): Promise<{ forumId: ForumId } | Refusal> {
    return this.work.run((tx) => once(tx, { principal: actor.principal, operation: 'createForum', key, arguments: input }, async () => {
      const conference = await conferenceToEdit(this.conferences, tx, actor, input.conferenceId);
      if (isRefusal(conference)) return conference;
      await lockProgramme(tx, input.conferenceId);
      return this.within(tx, actor, input);
    }));
  }

  /** Within a transaction that has the programme's lock, for an actor who was asked. */
  async within(tx: Tx, actor: Actor, input: NewForum): Promise<{ forumId: ForumId } | Refusal> {
    const { conferenceId } = input;
    const problems = newForumProblems(input);
    if (problems.length > 0) return invalid(problems);
    const forumId: ForumId = newId();
    const size = input.admission === 'SIGN_UP' ? (input.capacity ?? null) : null;
    const poolId = await this.pools.create(tx, {
      conferenceId, kind: 'FORUM', subjectId: forumId, size, waitlistLimit: input.waitlistLimit ?? null, offerMinutes: input.offerMinutes,
    });
    if (await tx.em.countBy(Forum, { conferenceId, removedAt: IsNull() }) >= MOST_FORUMS) return refuse('programme.forums-full', { most: MOST_FORUMS });
    const rows = await tx.query(INSERT, [
      forumId, conferenceId, input.slug, input.kind, input.admission, JSON.stringify(tidyLocalized(input.title, 'line')),
      tidyOptional(input.description, 'page'), poolId, this.clock.now(), actor.accountId,
      input.audience ?? 'EVERYONE', input.categoryIds ?? [], input.sender == null ? null : tidy(input.sender),
    ]);
    if (rows.length === 0) return invalid([{ path: 'slug', code: 'slug-taken' }]);
    await this.publication.showWords(tx, conferenceId, { forums: [forumId] });
    return { forumId };
  }
}

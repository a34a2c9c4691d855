import { Injectable } from '@nestjs/common';
import { Conferences, touchConference } from '#conferences';
import type { Actor } from '#identity';
import { Clock, invalid, isRefusal, refuse, tidy, tidyLocalized, tidyOptional } from '#kernel';
import type { CategoryId, ForumId, LocalizedText, Refusal } from '#kernel';
import { Pools } from '#places';
import { UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Forum } from './forum.entity.js';
import type { ForumAudience } from './forum.entity.js';
import { forumCapacityProblems, forumTextProblems } from './forum.rules.js';
import { lockForums } from './lock-forums.js';
import { conferenceToEdit } from './programme.policy.js';
import { Publication } from './publication.js';

/** Absent fields stay. */
export interface ForumChanges {
  readonly id: ForumId;
  /** The version that the editor saw. */
  readonly version: number;
  readonly title?: LocalizedText | undefined;
  readonly description?: LocalizedText | null | undefined;
  readonly capacity?: number | undefined;
  readonly audience?: ForumAudience | undefined;
  readonly categoryIds?: readonly CategoryId[] | undefined;
  readonly sender?: string | null | undefined;
}

/** Changes a forum's texts and capacity. The second of two editors gets a typed conflict with who changed it, and when. */
@Injectable()
export class UpdateForum {
  constructor(
    private readonly work: UnitOfWork, private readonly conferences: Conferences,
    private readonly pools: Pools, private readonly publication: Publication, private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: ForumChanges): Promise<{ forumId: ForumId } | Refusal> {
    return this.work.run(async (tx) => {
      const [forum] = await lockForums(tx, [input.id]);
      if (forum === undefined) return refuse('forum.unknown');
      const conference = await conferenceToEdit(this.conferences, tx, actor, forum.conferenceId, forum.id);
      if (isRefusal(conference)) return conference;
      if (forum.version !== input.version) {
        return refuse('forum.changed-meanwhile', { forumId: forum.id, version: forum.version, changedAt: forum.changedAt, changedBy: forum.changedBy });
      }
      return this.change(tx, actor, forum, input);
    });
  }

  private async change(tx: Tx, actor: Actor, forum: Forum, input: ForumChanges): Promise<{ forumId: ForumId } | Refusal> {
    const problems = [...forumTextProblems(input), ...(input.capacity === undefined ? [] : forumCapacityProblems(forum.admission, input.capacity))];
    if (problems.length > 0) return invalid(problems);
    if (input.capacity !== undefined) {
      const configured = await this.pools.configure(tx, forum.poolId, { size: input.capacity });
      if (isRefusal(configured)) return configured;
    }
    await tx.em.update(Forum, { id: forum.id }, {
      ...(input.title === undefined ? {} : { title: tidyLocalized(input.title, 'line') }),
      ...(input.description === undefined ? {} : { description: tidyOptional(input.description, 'page') }),
      ...(input.audience === undefined ? {} : { audience: input.audience }),
      ...(input.categoryIds === undefined ? {} : { categoryIds: [...input.categoryIds] }),
      ...(input.sender === undefined ? {} : { sender: input.sender === null ? null : tidy(input.sender) }),
      version: forum.version + 1, changedAt: this.clock.now(), changedBy: actor.accountId,
    });
    const isShown = await this.publication.show(tx, forum.conferenceId, { forums: [forum.id] });
    if (isShown || input.capacity !== undefined) await touchConference(tx, forum.conferenceId);
    return { forumId: forum.id };
  }
}

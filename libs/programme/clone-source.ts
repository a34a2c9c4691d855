import { Injectable } from '@nestjs/common';
import { Categories, Conferences, daysBetween, instantAfter } from '#conferences';
import type { Conference } from '#conferences';
import type { Actor } from '#identity';
import { isId, refuse } from '#kernel';
import type { CategoryId, ConferenceId, ForumId, Refusal } from '#kernel';
import { Pools } from '#places';
import type { Tx } from '#platform';
import type { Forum } from './forum.entity.js';
import { Programmes } from './programmes.js';
import { mayEditProgramme } from './programme.policy.js';
import type { Session } from './session.entity.js';
import { wallClockOf } from './session-times.js';

export interface ClonedFrom {
  readonly forums: readonly Forum[];
  readonly sessions: readonly Session[];
  readonly sizes: ReadonlyMap<ForumId, number | null>;
  /** The wall clock of the new edition. */
  moved(instant: Date): string;
  categoriesOf(forum: Forum): readonly CategoryId[];
}

/** Reads what is to be taken over from an earlier edition, for those who may edit its programme, too. */
@Injectable()
export class CloneSource {
  constructor(
    private readonly conferences: Conferences, private readonly categories: Categories,
    private readonly programmes: Programmes, private readonly pools: Pools,
  ) {}

  async read(tx: Tx, actor: Actor, id: ConferenceId, to: Conference): Promise<ClonedFrom | Refusal> {
    const from = isId(id) ? await this.conferences.byId(tx.em, id) : null;
    if (from === null || from.id === to.id || !mayEditProgramme(actor, from)) return refuse('conference.unknown');
    const { forums, sessions } = await this.programmes.whole(tx.em, from.id);
    const figures = await this.pools.figures(tx.em, forums.map(({ poolId }) => poolId));
    const days = daysBetween(from.startsOn, to.startsOn);
    const all = await this.categories.ofConferences(tx.em, [from.id, to.id]);
    const keys = new Map(all.map(({ id: own, key }) => [own, key]));
    const own = new Map(all.filter(({ conferenceId }) => conferenceId === to.id).map((category) => [category.key, category.id]));
    return {
      forums, sessions, sizes: new Map(forums.map((forum) => [forum.id, figures.get(forum.poolId)?.size ?? null])),
      moved: (instant) => wallClockOf(instantAfter(instant, days, from.timeZone, to.timeZone), to.timeZone),
      categoriesOf: ({ categoryIds }) => categoryIds.flatMap((category) => own.get(keys.get(category) ?? '') ?? []),
    };
  }
}

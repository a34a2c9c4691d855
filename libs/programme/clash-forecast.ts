import { Injectable } from '@nestjs/common';
import type { ForumId, PoolId, RegistrationId } from '#kernel';
import { everyoneIn, Places } from '#places';
import type { BusyInterval, Standing } from '#places';
import type { EntityManager } from 'typeorm';
import type { Forum } from './forum.entity.js';
import { DraftProgrammes } from './programmes.js';

/** Whose agendas the draft of some forums would make clash, without changing anything. */
@Injectable()
export class ClashForecast {
  constructor(private readonly drafts: DraftProgrammes, private readonly places: Places) {}

  async of(em: EntityManager, forums: readonly Pick<Forum, 'id' | 'poolId'>[]): Promise<ReadonlyMap<ForumId, readonly RegistrationId[]>> {
    const talks = (await this.drafts.sessionsOf(em, forums.map(({ id }) => id))).filter(({ kind }) => kind === 'TALK');
    const byForum = Map.groupBy(talks, ({ forumId }) => forumId);
    const times = new Map(forums.map(({ id, poolId }) => [poolId, byForum.get(id) ?? []]));
    const holders = new Set<RegistrationId>();
    for (const { poolId } of forums) for (const holder of await everyoneIn(em, poolId)) holders.add(holder);
    const standings = Map.groupBy(await this.places.standings(em, [...holders]), ({ holder }) => holder);
    return new Map(forums.map(({ id, poolId }) => [id, [...standings].filter(([, own]) => clashesIn(own, poolId, times)).map(([holder]) => holder)]));
  }
}

/** Whether what holding a pool would occupy falls on anything else that one person holds. */
export function clashesIn(own: readonly Standing[], poolId: PoolId, times: ReadonlyMap<PoolId, readonly BusyInterval[]>): boolean {
  const held = own.filter(({ state }) => state === 'HELD' || state === 'CONFIRMED');
  if (!held.some((standing) => standing.poolId === poolId)) return false;
  const others = held.filter((standing) => standing.poolId !== poolId).flatMap((standing) => times.get(standing.poolId) ?? standing.intervals);
  return (times.get(poolId) ?? []).some((one) => others.some((other) => one.startsAt < other.endsAt && other.startsAt < one.endsAt));
}

import { Injectable } from '@nestjs/common';
import type { ForumId, PoolId, RegistrationId } from '#kernel';
import { everyoneIn, Places, tooClose, TravelTimes } from '#places';
import type { BusyInterval, Standing, TravelPlan } from '#places';
import type { EntityManager } from 'typeorm';
import type { Forum } from './forum.entity.js';
import { busyOf } from './forum-times.js';
import { DraftProgrammes } from './programmes.js';

/** Whose agendas the draft of some forums would make clash, the way between venues included, without changing anything. */
@Injectable()
export class ClashForecast {
  constructor(private readonly drafts: DraftProgrammes, private readonly places: Places, private readonly travel: TravelTimes) {}

  async of(em: EntityManager, forums: readonly Pick<Forum, 'id' | 'poolId' | 'conferenceId'>[]): Promise<ReadonlyMap<ForumId, readonly RegistrationId[]>> {
    const [first] = forums;
    if (first === undefined) return new Map();
    const times = new Map<PoolId, readonly BusyInterval[]>();
    const sessions = Map.groupBy(await this.drafts.sessionsOf(em, forums.map(({ id }) => id)), ({ forumId }) => forumId);
    const rooms = await this.drafts.roomsOf(em, first.conferenceId);
    for (const { id, poolId } of forums) times.set(poolId, busyOf(sessions.get(id) ?? [], rooms));
    const holders = new Set<RegistrationId>();
    for (const { poolId } of forums) for (const holder of await everyoneIn(em, poolId)) holders.add(holder);
    const standings = Map.groupBy(await this.places.standings(em, [...holders]), ({ holder }) => holder);
    const travel = await this.travel.of(em, first.conferenceId);
    return new Map(forums.map(({ id, poolId }) => [id, [...standings].filter(([, own]) => clashesIn(own, poolId, times, travel)).map(([holder]) => holder)]));
  }
}

/** Whether what holding a pool would occupy falls on anything else that one person holds, or too close to it. */
function clashesIn(own: readonly Standing[], poolId: PoolId, times: ReadonlyMap<PoolId, readonly BusyInterval[]>, travel: TravelPlan): boolean {
  const held = own.filter(({ state }) => state === 'HELD' || state === 'CONFIRMED');
  if (!held.some((standing) => standing.poolId === poolId)) return false;
  const others = held.filter((standing) => standing.poolId !== poolId).flatMap((standing) => times.get(standing.poolId) ?? standing.intervals);
  return (times.get(poolId) ?? []).some((one) => others.some((other) => tooClose(travel, one, other)));
}

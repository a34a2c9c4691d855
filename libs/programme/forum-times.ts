import { Injectable } from '@nestjs/common';
import type { ForumId, RegistrationId } from '#kernel';
import { everyoneIn, lockHolders, PlacesGuards, Pools } from '#places';
import type { BusyInterval } from '#places';
import type { Tx } from '#platform';
import type { Forum } from './forum.entity.js';
import { Programmes } from './programmes.js';
import type { Room } from './room.entity.js';
import type { Session } from './session.entity.js';

/** Whom a change of a forum's times concerns. */
export interface Concerned {
  /** Registrations that have, are offered or wait for a place. */
  readonly everyone: readonly RegistrationId[];
  /** Those of them whose agendas clash since. */
  readonly clashing: readonly RegistrationId[];
}

/** Tells `places` when holding a forum occupies someone: while its sessions last, and not in the breaks between them. */
@Injectable()
export class ForumTimes {
  constructor(private readonly pools: Pools, private readonly programmes: Programmes, private readonly guards: PlacesGuards) {}

  /**
   * Of many forums at once: all their people are locked first, then pool after pool in the order of ids. The pools are
   * first emptied, so that two that change their times with each other clash with nothing on the way.
   */
  async renewAll(tx: Tx, forums: readonly Pick<Forum, 'id' | 'poolId'>[]): Promise<ReadonlyMap<ForumId, Concerned>> {
    const inOrder = [...forums].sort((one, other) => (one.poolId < other.poolId ? -1 : 1));
    const holders = new Set<RegistrationId>();
    for (const { poolId } of inOrder) for (const holder of await everyoneIn(tx.em, poolId)) holders.add(holder);
    if (this.guards.holdersFirst) await lockHolders(tx, [...holders]);
    for (const { poolId } of inOrder) await this.pools.setBusy(tx, poolId, []);
    const concerned = new Map<ForumId, Concerned>();
    for (const forum of inOrder) concerned.set(forum.id, await this.renew(tx, forum));
    return concerned;
  }

  async renew(tx: Tx, forum: Pick<Forum, 'id' | 'poolId'>): Promise<Concerned> {
    const sessions = await this.programmes.sessionsOf(tx.em, [forum.id]);
    const busy = busyOf(sessions, await this.programmes.rooms(tx.em, sessions.flatMap(({ roomId }) => (roomId === null ? [] : [roomId]))));
    const { clashing } = await this.pools.setBusy(tx, forum.poolId, busy, lastEnd(busy));
    return { clashing, everyone: await everyoneIn(tx.em, forum.poolId) };
  }
}

/** What sessions occupy of those who chose their forum: talks and not breaks, each at its venue. */
export function busyOf(sessions: readonly Session[], rooms: readonly Room[]): BusyInterval[] {
  const venues = new Map(rooms.map(({ id, venueId }) => [id, venueId]));
  return sessions.filter(({ kind }) => kind !== 'BREAK')
    .map(({ startsAt, endsAt, roomId }) => ({ startsAt, endsAt, site: roomId === null ? null : venues.get(roomId) ?? null }));
}

/** A forum is over when its last session is; without sessions it knows no end. */
function lastEnd(talks: readonly { readonly endsAt: Date }[]): Date | null {
  return talks.length === 0 ? null : new Date(Math.max(...talks.map(({ endsAt }) => endsAt.getTime())));
}

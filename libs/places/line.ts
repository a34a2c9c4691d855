import { Clock, newId } from '#kernel';
import type { RegistrationId, WaitlistEntryId } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { count } from './counters.js';
import { placesOffered, turnSkipped } from './facts.js';
import { lockedNow } from './locks.js';
import type { LockedPool } from './locks.js';
import { offerEnd } from './offer-end.js';
import { handOut, isOver } from './places.rules.js';
import type { Turn } from './places.rules.js';
import { Waiters } from './waiters.js';

interface LineRow extends Turn {
  readonly id: WaitlistEntryId;
  readonly holder: RegistrationId;
}

const AT_ONCE = 500;
// Parties that no longer keep others waiting and would not fit anyway are left out.
const NEXT = `
  SELECT id, holder_id AS holder, party, kept_since AS "keptSince" FROM waitlist_entry
  WHERE pool_id = $1 AND (party <= $2 OR kept_since IS NULL OR kept_since > $3::timestamptz - $4 * interval '1 minute')
  ORDER BY priority DESC, turn LIMIT ${AT_ONCE}`;
const OFFER = `
  WITH turn AS (
    DELETE FROM waitlist_entry e USING unnest($1::uuid[], $2::uuid[], $4::timestamptz[]) AS o (entry_id, offer_id, expires_at) WHERE e.id = o.entry_id
    RETURNING o.offer_id, o.expires_at, e.conference_id, e.pool_id, e.holder_id, e.party, e.priority, e.turn)
  INSERT INTO offer (id, conference_id, pool_id, holder_id, party, priority, turn, state, offered_at, expires_at)
  SELECT offer_id, conference_id, pool_id, holder_id, party, priority, turn, 'OPEN', $3, expires_at FROM turn`;
const SKIP = 'DELETE FROM waitlist_entry WHERE id = ANY($1::uuid[])';
const BEGINS = 'SELECT min(lower(during)) AS "startsAt" FROM pool_interval WHERE pool_id = $1';
const KEEP = 'UPDATE waitlist_entry SET kept_since = $2 WHERE id = $1';
const JOIN = `
  INSERT INTO waitlist_entry (id, conference_id, pool_id, holder_id, party, priority) VALUES ($1, $2, $3, $4, $5, $6)`;
const POSITION = `
  SELECT 1 + (SELECT count(*)::int FROM waitlist_entry o WHERE o.pool_id = e.pool_id
    AND (o.priority > e.priority OR (o.priority = e.priority AND o.turn < e.turn))) AS position
  FROM waitlist_entry e WHERE e.id = $1`;

/** The line of a pool. Everything here is done under the pool's lock, which the caller holds. */
@Injectable()
export class Line {
  constructor(private readonly clock: Clock, private readonly waiters: Waiters) {}

  /** Offers what is free to those who are next; who may no longer have it is skipped, and told; nobody where the pool is over. Their holder rows need no lock: an offer takes none of their time. */
  async handOn(tx: Tx, locked: LockedPool): Promise<LockedPool> {
    let pool = locked;
    while (pool.waiting > 0) {
      const free = pool.size === null ? pool.waiting : pool.size - pool.taken;
      if (free <= 0) return pool;
      const now = await lockedNow(tx, this.clock);
      if (isOver(pool, now)) return pool;
      const line = await tx.query<LineRow>(NEXT, [pool.id, free, now, pool.partyMinutes]);
      const { offered, nowKeeping } = handOut(line, free, now, pool.partyMinutes);
      if (nowKeeping !== undefined) await tx.query(KEEP, [nowKeeping.id, now]);
      if (offered.length === 0) return pool;
      const skipped = await this.skip(tx, pool, offered);
      pool = skipped ?? await this.offer(tx, pool, offered, now);
    }
    return pool;
  }

  /** Whether someone who comes now may have places before all who wait, as the line's rule has it. */
  async lets(tx: Tx, pool: LockedPool, newcomer: { readonly party: number; readonly priority: number }): Promise<boolean> {
    const free = pool.size === null ? newcomer.party : pool.size - pool.taken;
    if (free < newcomer.party) return false;
    if (pool.waiting === 0) return true;
    const now = await lockedNow(tx, this.clock);
    const ahead = await tx.query<LineRow>(
      NEXT.replace('ORDER BY', 'AND priority >= $5 ORDER BY'), [pool.id, free, now, pool.partyMinutes, newcomer.priority]);
    const turn = { party: newcomer.party, keptSince: null };
    return handOut<Turn>([...ahead, turn], free, now, pool.partyMinutes).offered.includes(turn);
  }

  /** Goes to the end of the line, or to the end of those with its priority. */
  async join(tx: Tx, pool: LockedPool, who: { holder: RegistrationId; party: number; priority: number }): Promise<WaitlistEntryId> {
    const id = newId<'WaitlistEntry'>();
    await tx.query(JOIN, [id, pool.conferenceId, pool.id, who.holder, who.party, who.priority]);
    await this.handOn(tx, await count(tx, pool.id, { waiting: who.party }));
    return id;
  }

  /** 1 being next; 0 where it waits no more. */
  async position(tx: Tx, entryId: WaitlistEntryId): Promise<number> {
    const [row] = await tx.query<{ position: number }>(POSITION, [entryId]);
    return row?.position ?? 0;
  }

  /** Takes those out of the line who may no longer have what they waited for; nothing where all may. */
  private async skip(tx: Tx, pool: LockedPool, turns: readonly LineRow[]): Promise<LockedPool | undefined> {
    const reasons = await this.waiters.notEligible(tx, pool, turns.map(({ holder }) => holder));
    const skipped = turns.filter(({ holder }) => reasons.has(holder));
    if (skipped.length === 0) return undefined;
    await tx.query(SKIP, [skipped.map(({ id }) => id)]);
    for (const { id, holder } of skipped) tx.record(turnSkipped, { entryId: id, holder, poolId: pool.id, reason: reasons.get(holder) ?? '' });
    return count(tx, pool.id, { waiting: -skipped.reduce((sum, { party }) => sum + party, 0) });
  }

  private async offer(tx: Tx, pool: LockedPool, turns: readonly LineRow[], now: Date): Promise<LockedPool> {
    const offers = turns.map(() => newId<'Offer'>());
    const zones = await this.waiters.zonesOf(tx, turns.map(({ holder }) => holder));
    const [begin] = await tx.query<{ startsAt: Date | null }>(BEGINS, [pool.id]);
    const ends = turns.map(({ holder }) => offerEnd(now, pool.offerMinutes, { zone: zones.get(holder), startsAt: begin?.startsAt ?? null, closesAt: pool.closesAt }));
    await tx.query(OFFER, [turns.map(({ id }) => id), offers, now, ends]);
    for (const offerId of offers) tx.record(placesOffered, { offerId });
    const people = turns.reduce((sum, { party }) => sum + party, 0);
    return count(tx, pool.id, { taken: people, waiting: -people });
  }
}


import { Clock, newId } from '#kernel';
import type { RegistrationId, WaitlistEntryId } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { count } from './counters.js';
import { placesOffered } from './facts.js';
import { lockedNow } from './locks.js';
import type { LockedPool } from './locks.js';
import { handOut, offerEnd } from './places.rules.js';
import type { Turn } from './places.rules.js';

interface LineRow extends Turn {
  readonly id: WaitlistEntryId;
}

const AT_ONCE = 500;
// Parties that no longer keep others waiting and would not fit anyway are left out.
const NEXT = `
  SELECT id, party, kept_since AS "keptSince" FROM waitlist_entry
  WHERE pool_id = $1 AND (party <= $2 OR kept_since IS NULL OR kept_since > $3::timestamptz - $4 * interval '1 minute')
  ORDER BY priority DESC, turn LIMIT ${AT_ONCE}`;
const OFFER = `
  WITH turn AS (
    DELETE FROM waitlist_entry e USING unnest($1::uuid[], $2::uuid[]) AS o (entry_id, offer_id) WHERE e.id = o.entry_id
    RETURNING o.offer_id, e.conference_id, e.pool_id, e.holder_id, e.party, e.priority, e.turn)
  INSERT INTO offer (id, conference_id, pool_id, holder_id, party, priority, turn, state, offered_at, expires_at)
  SELECT offer_id, conference_id, pool_id, holder_id, party, priority, turn, 'OPEN', $3, $4 FROM turn`;
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
  constructor(private readonly clock: Clock) {}

  /** Offers what is free to those who are next. Their holder rows need no lock: an offer takes none of their time. */
  async handOn(tx: Tx, locked: LockedPool): Promise<LockedPool> {
    let pool = locked;
    while (pool.waiting > 0) {
      const free = pool.size === null ? pool.waiting : pool.size - pool.taken;
      if (free <= 0) return pool;
      const now = await lockedNow(tx, this.clock);
      const line = await tx.query<LineRow>(NEXT, [pool.id, free, now, pool.partyMinutes]);
      const { offered, nowKeeping } = handOut(line, free, now, pool.partyMinutes);
      if (nowKeeping !== undefined) await tx.query(KEEP, [nowKeeping.id, now]);
      if (offered.length === 0) return pool;
      pool = await this.offer(tx, pool, offered, now);
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

  private async offer(tx: Tx, pool: LockedPool, turns: readonly LineRow[], now: Date): Promise<LockedPool> {
    const offers = turns.map(() => newId<'Offer'>());
    await tx.query(OFFER, [turns.map(({ id }) => id), offers, now, offerEnd(now, pool.offerMinutes)]);
    for (const offerId of offers) tx.record(placesOffered, { offerId });
    const people = turns.reduce((sum, { party }) => sum + party, 0);
    return count(tx, pool.id, { taken: people, waiting: -people });
  }
}


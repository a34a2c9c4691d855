import { Clock } from '#kernel';
import type { OfferId, PlaceId, PoolId, RegistrationId, WaitlistEntryId } from '#kernel';
import { rowsOf, UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { count } from './counters.js';
import { holdExpired, lineClosed, offerExpired } from './facts.js';
import { Line } from './line.js';
import { lockedNow, POOL_COLUMNS } from './locks.js';
import type { LockedPool } from './locks.js';
import { moment } from './moment.js';
import { isOver } from './places.rules.js';
import { REMEMBER } from './place-rows.js';

interface DuePool {
  readonly poolId: PoolId;
  /** Overdue for so long that it is worth waiting for the pool's lock. */
  readonly isLate: boolean;
}

const DUE = `
  WITH moment AS (SELECT coalesce($1::timestamptz, statement_timestamp()) AS now),
  due AS (
    SELECT pool_id, expires_at AS since FROM offer, moment WHERE state = 'OPEN' AND expires_at <= now
    UNION ALL SELECT pool_id, expires_at FROM place, moment WHERE expires_at <= now
    UNION ALL SELECT id, closes_at FROM pool, moment WHERE waiting > 0 AND closes_at <= now
    UNION ALL
    SELECT e.pool_id, e.kept_since + p.party_minutes * interval '1 minute' FROM waitlist_entry e JOIN pool p ON p.id = e.pool_id, moment
    WHERE e.kept_since IS NOT NULL AND e.kept_since <= now - p.party_minutes * interval '1 minute' AND (p.size IS NULL OR p.taken < p.size)
      AND EXISTS (SELECT 1 FROM waitlist_entry o WHERE o.pool_id = p.id AND (p.size IS NULL OR o.party <= p.size - p.taken)))
  SELECT pool_id AS "poolId", min(since) < (SELECT now FROM moment) - interval '10 seconds' AS "isLate"
  FROM due GROUP BY pool_id ORDER BY min(since)`;
const LOCK = `SELECT ${POOL_COLUMNS} FROM pool WHERE id = $1 FOR NO KEY UPDATE`;
const END_OFFERS = `
  UPDATE offer SET state = 'EXPIRED', closed_at = statement_timestamp()
  WHERE pool_id = $1 AND state = 'OPEN' AND expires_at <= coalesce($2::timestamptz, statement_timestamp()) RETURNING id, party`;
const END_HOLDS = `
  WITH gone AS (DELETE FROM place WHERE pool_id = $1 AND expires_at <= coalesce($2::timestamptz, statement_timestamp()) RETURNING *), ${REMEMBER}
  SELECT id, holder_id AS holder, party FROM gone`;

const END_LINE = 'DELETE FROM waitlist_entry WHERE pool_id = $1 RETURNING id, holder_id AS holder, party';

/**
 * Ends offers and holds whose time is over and hands their places on, and ends lines of what is over, pool by pool. What is due is written in the
 * database, so a stopped worker ends it late, once; several sweeps may run at once. A pool that someone is at work with
 * is left for the next round, unless that has gone on for long.
 */
@Injectable()
export class ExpireOffers {
  constructor(private readonly work: UnitOfWork, private readonly clock: Clock, private readonly line: Line) {}

  /** @returns how many offers, holds and turns were ended */
  async run(): Promise<number> {
    const due = await rowsOf<DuePool>(this.work.reader, DUE, [moment(this.clock)]);
    let ended = 0;
    for (const pool of due) ended += await this.work.run((tx) => this.endIn(tx, pool));
    return ended;
  }

  private async endIn(tx: Tx, { poolId, isLate }: DuePool): Promise<number> {
    const [pool] = await tx.query<LockedPool>(isLate ? LOCK : `${LOCK} SKIP LOCKED`, [poolId]);
    if (pool === undefined) return 0;
    const at = moment(this.clock);
    const offers = await tx.query<{ id: OfferId; party: number }>(END_OFFERS, [poolId, at]);
    const holds = await tx.query<{ id: PlaceId; holder: RegistrationId; party: number }>(END_HOLDS, [poolId, at]);
    for (const { id } of offers) tx.record(offerExpired, { offerId: id });
    for (const { id, holder } of holds) tx.record(holdExpired, { placeId: id, holder, poolId });
    const freed = [...offers, ...holds].reduce((sum, { party }) => sum + party, 0);
    const left = await this.line.handOn(tx, await count(tx, poolId, { taken: -freed }));
    return offers.length + holds.length + await this.endLine(tx, left);
  }

  /** Who still waits when the bus has left waits in vain: the turns go, and nothing else does. */
  private async endLine(tx: Tx, pool: LockedPool): Promise<number> {
    if (pool.waiting === 0 || !isOver(pool, await lockedNow(tx, this.clock))) return 0;
    const turns = await tx.query<{ id: WaitlistEntryId; holder: RegistrationId; party: number }>(END_LINE, [pool.id]);
    for (const { id, holder } of turns) tx.record(lineClosed, { entryId: id, holder, poolId: pool.id });
    await count(tx, pool.id, { waiting: -turns.reduce((sum, { party }) => sum + party, 0) });
    return turns.length;
  }
}

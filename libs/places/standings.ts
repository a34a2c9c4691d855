import { Clock } from '#kernel';
import type { OfferId, PoolId, RegistrationId } from '#kernel';
import { preparedRows, rowsOf } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { moment } from './moment.js';
import type { BusyInterval, PastStanding, PlaceHolder, Standing } from './places.types.js';
import { wouldFit } from './together.js';

type Row = Omit<Standing, 'offer' | 'intervals'> & {
  readonly offerId: OfferId | null;
  readonly offerExpiresAt: Date | null;
  readonly offerIsOpen: boolean | null;
  readonly intervals: readonly { readonly startsAt: string; readonly endsAt: string; readonly site: string | null }[] | null;
};

const STANDINGS = `
  WITH standing AS (
    SELECT pl.holder_id, pl.pool_id, pl.state, pl.party, NULL::int AS position, NULL::uuid AS offer_id, NULL::timestamptz AS offer_expires_at, NULL::boolean AS offer_is_open,
      pl.expires_at, EXISTS (SELECT 1 FROM busy b WHERE b.place_id = pl.id AND b.overridden) AS overridden
    FROM place pl WHERE pl.holder_id = ANY($1::uuid[])
    UNION ALL
    SELECT e.holder_id, e.pool_id, 'WAITING', e.party,
      1 + (SELECT count(*)::int FROM waitlist_entry o WHERE o.pool_id = e.pool_id
        AND (o.priority > e.priority OR (o.priority = e.priority AND o.turn < e.turn))), NULL, NULL, NULL, NULL, false
    FROM waitlist_entry e WHERE e.holder_id = ANY($1::uuid[])
    UNION ALL
    SELECT o.holder_id, o.pool_id, 'OFFERED', o.party, NULL, o.id, o.expires_at,
      o.expires_at > coalesce($2::timestamptz, statement_timestamp()), NULL, false
    FROM offer o WHERE o.holder_id = ANY($1::uuid[]) AND o.state = 'OPEN')
  SELECT s.holder_id AS holder, s.pool_id AS "poolId", p.kind, p.subject_id AS "subjectId", s.state, s.party, s.position,
    s.offer_id AS "offerId", s.offer_expires_at AS "offerExpiresAt",
    s.offer_is_open AS "offerIsOpen", s.expires_at AS "expiresAt", s.overridden,
    (SELECT json_agg(json_build_object('startsAt', lower(i.during), 'endsAt', upper(i.during), 'site', i.site) ORDER BY i.during)
      FROM pool_interval i WHERE i.pool_id = s.pool_id) AS intervals
  FROM standing s JOIN pool p ON p.id = s.pool_id
  ORDER BY s.holder_id, (SELECT min(lower(i.during)) FROM pool_interval i WHERE i.pool_id = s.pool_id), s.pool_id`;
const HOLDERS = `
  SELECT pool_id AS "poolId", holder_id AS holder, state, party FROM place WHERE pool_id = ANY($1::uuid[]) ORDER BY pool_id, taken_at, id`;

const PAST = `
  SELECT x.holder_id AS holder, x.pool_id AS "poolId", p.kind, p.subject_id AS "subjectId", count(*)::int AS times, max(x.given_back_at) AS "givenBackAt"
  FROM past_place x JOIN pool p ON p.id = x.pool_id WHERE x.holder_id = ANY($1::uuid[]) GROUP BY x.holder_id, x.pool_id, p.kind, p.subject_id`;

/** Reads who stands how to which pool. */
@Injectable()
export class Standings {
  constructor(private readonly clock: Clock) {}

  /** How registrations stand to all pools: what they have, are offered and wait for, in order of time; one statement. */
  async of(em: EntityManager, holders: readonly RegistrationId[]): Promise<readonly Standing[]> {
    if (holders.length === 0) return [];
    return (await preparedRows<Row>(em, STANDINGS, [holders, moment(this.clock)])).map(toStanding);
  }

  /** Pools that registrations have given places of back, also where they have one again. */
  async past(em: EntityManager, holders: readonly RegistrationId[]): Promise<readonly PastStanding[]> {
    return holders.length === 0 ? [] : rowsOf<PastStanding>(em, PAST, [holders]);
  }

  /** Of these pools, those that would fit beside what a registration has and is offered, but for what lies in `besides`. */
  async wouldFit(em: EntityManager, holder: RegistrationId, poolIds: readonly PoolId[], besides: readonly PoolId[]): Promise<ReadonlySet<PoolId>> {
    return poolIds.length === 0 ? new Set() : wouldFit(em, holder, poolIds, moment(this.clock), besides);
  }

  /** Who has places of these pools, held or confirmed, in the order they were taken. */
  async holdersOf(em: EntityManager, poolIds: readonly PoolId[]): Promise<readonly PlaceHolder[]> {
    return poolIds.length === 0 ? [] : rowsOf<PlaceHolder>(em, HOLDERS, [poolIds]);
  }
}

function toStanding({ offerId, offerExpiresAt, offerIsOpen, intervals, ...row }: Row): Standing {
  return {
    ...row,
    offer: offerId === null || offerExpiresAt === null ? null : { id: offerId, expiresAt: offerExpiresAt, isOpen: offerIsOpen === true },
    intervals: (intervals ?? []).map((one): BusyInterval => ({ startsAt: new Date(one.startsAt), endsAt: new Date(one.endsAt), site: one.site })),
  };
}

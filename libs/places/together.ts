import type { ConferenceId, PoolId, RegistrationId } from '#kernel';
import { rowsOf } from '#platform';
import type { EntityManager } from 'typeorm';
import type { ClashItem, Together, TogetherCause } from './places.types.js';

const ITEM = (thing: string, pool: string, place: string): string => `json_build_object(
  'kind', ${pool}.kind, 'subjectId', ${pool}.subject_id, 'poolId', ${thing}.pool_id, 'startsAt', lower(${thing}.during), 'endsAt', upper(${thing}.during),
  'state', ${place}.state, 'travelMinutes', CASE WHEN a.during && b.during THEN NULL
    ELSE (extract(epoch FROM travel_between(a.conference_id, a.site, b.site)) / 60)::int END)`;
const TOGETHER = (whose: string): string => `
  SELECT a.holder_id AS holder, ${ITEM('a', 'pa', 'la')} AS one, ${ITEM('b', 'pb', 'lb')} AS other,
    CASE WHEN (a.overridden AND NOT a.moved) OR (b.overridden AND NOT b.moved) THEN 'OVERRIDDEN' WHEN a.moved OR b.moved THEN 'MOVED' ELSE 'TRAVEL' END AS cause
  FROM busy a JOIN busy b ON b.holder_id = a.holder_id AND b.pool_id <> a.pool_id AND (lower(a.during), a.pool_id) < (lower(b.during), b.pool_id)
    AND too_close(a.conference_id, a.during, a.site, b.during, b.site)
  JOIN pool pa ON pa.id = a.pool_id JOIN pool pb ON pb.id = b.pool_id JOIN place la ON la.id = a.place_id JOIN place lb ON lb.id = b.place_id
  WHERE ${whose} ORDER BY a.holder_id, lower(a.during), lower(b.during)`;
const OF_HOLDERS = TOGETHER('a.holder_id = ANY($1::uuid[])');
const OF_CONFERENCE = TOGETHER('a.conference_id = $1');

type Written = Omit<ClashItem, 'startsAt' | 'endsAt'> & { readonly startsAt: string; readonly endsAt: string };
interface Row {
  readonly holder: RegistrationId;
  readonly one: Written;
  readonly other: Written;
  readonly cause: TogetherCause;
}

/** What registrations hold at one time, or too close to get from one to the other, in order of time. */
export async function togetherOf(em: EntityManager, holders: readonly RegistrationId[]): Promise<Together[]> {
  return holders.length === 0 ? [] : (await rowsOf<Row>(em, OF_HOLDERS, [holders])).map(toTogether);
}

/** The same for everyone of a conference. */
export async function togetherIn(em: EntityManager, conferenceId: ConferenceId): Promise<Together[]> {
  return (await rowsOf<Row>(em, OF_CONFERENCE, [conferenceId])).map(toTogether);
}

/** Of these pools, those of which the registration could hold a place beside what it has and is offered. */
export async function wouldFit(em: EntityManager, holder: RegistrationId, poolIds: readonly PoolId[], at: Date | null, besides: readonly PoolId[]): Promise<Set<PoolId>> {
  const rows = await rowsOf<{ id: PoolId }>(em, FITS, [holder, poolIds, at, besides]);
  return new Set(rows.map(({ id }) => id));
}

const FITS = `
  WITH mine AS (
    SELECT conference_id, pool_id, during, site FROM busy WHERE holder_id = $1
    UNION ALL SELECT j.conference_id, j.pool_id, j.during, j.site FROM offer o JOIN pool_interval j ON j.pool_id = o.pool_id
    WHERE o.holder_id = $1 AND o.state = 'OPEN' AND o.expires_at > coalesce($3::timestamptz, statement_timestamp()))
  SELECT p.id FROM unnest($2::uuid[]) AS p (id) WHERE NOT EXISTS (
    SELECT 1 FROM pool_interval i JOIN mine m ON m.pool_id <> i.pool_id AND NOT m.pool_id = ANY($4::uuid[])
      AND too_close(m.conference_id, i.during, i.site, m.during, m.site)
    WHERE i.pool_id = p.id)`;

function toTogether({ holder, one, other, cause }: Row): Together {
  return { holder, one: toItem(one), other: toItem(other), cause };
}

function toItem(item: Written): ClashItem {
  return { ...item, startsAt: new Date(item.startsAt), endsAt: new Date(item.endsAt) };
}

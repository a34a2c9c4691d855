import type { ConferenceId } from '#kernel';
import type { PoolKind } from '#places';
import { preparedRows, rowsOf } from '#platform';
import type { EntityManager } from 'typeorm';

/** The version of what public readers see of a conference, raised by `touchConference`; 0 where nothing was written yet. */
export async function readersVersion(em: EntityManager, conferenceId: ConferenceId): Promise<number> {
  const [row] = await rowsOf<{ version: number }>(em, 'SELECT version::int FROM conference_version WHERE conference_id = $1', [conferenceId]);
  return row?.version ?? 0;
}

// Of a pool whatever its figures are made of; its closing time as whether it has come.
const STAMPS = `
  SELECT t.n::int AS n, concat(c.id, ' ', v.version, (
    SELECT string_agg(concat(' ', p.size, ':', p.taken, ':', p.waiting, ':', p.line_limit, ':', p.closes_at <= $4), '' ORDER BY p.id)
    FROM pool p WHERE p.conference_id = c.id AND p.kind = ANY (string_to_array(t.pools, ',')))) AS stamp
  FROM unnest($1::int[], $2::text[], $3::text[]) AS t(n, slug, pools)
  JOIN conference c ON c.slug = t.slug JOIN conference_version v ON v.conference_id = c.id`;

/**
 * Texts that change whenever something changes that public readers see of a conference; with `pools`, also whenever
 * figures of its pools of these kinds do. In order of what was asked; nothing where there is no such conference. One statement.
 */
export async function readersStamps(
  em: EntityManager, asked: readonly { readonly slug: string; readonly pools: readonly PoolKind[] }[], now: Date,
): Promise<(string | undefined)[]> {
  const rows = await preparedRows<{ n: number; stamp: string }>(em, STAMPS, [
    asked.map((_, at) => at), asked.map(({ slug }) => slug), asked.map(({ pools }) => pools.join(',')), now,
  ]);
  const stamps = new Map(rows.map(({ n, stamp }) => [n, stamp]));
  return asked.map((_, at) => stamps.get(at));
}

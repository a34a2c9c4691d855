import { refuse } from '#kernel';
import type { Clock, PoolId, RegistrationId } from '#kernel';
import { preparedRows } from '#platform';
import type { Tx } from '#platform';
import { moment } from './moment.js';
import type { ClashItem, ClashRefusal } from './places.types.js';

// Nothing where it overlaps; otherwise the longest way that is too long.
const WAY = (thing: string): string => `(
    SELECT CASE WHEN bool_or(i.during && ${thing}.during) THEN NULL
      ELSE max(extract(epoch FROM travel_between(${thing}.conference_id, i.site, ${thing}.site)) / 60)::int END
    FROM pool_interval i WHERE i.pool_id = $2 AND too_close(${thing}.conference_id, i.during, i.site, ${thing}.during, ${thing}.site))`;
const CLASHES = `
  SELECT p.kind, p.subject_id AS "subjectId", b.pool_id AS "poolId", lower(b.during) AS "startsAt", upper(b.during) AS "endsAt", pl.state, ${WAY('b')} AS "travelMinutes"
  FROM busy b JOIN pool p ON p.id = b.pool_id JOIN place pl ON pl.id = b.place_id
  WHERE b.holder_id = $1 AND b.pool_id <> $2
    AND EXISTS (SELECT 1 FROM pool_interval i WHERE i.pool_id = $2 AND too_close(b.conference_id, i.during, i.site, b.during, b.site))
  UNION ALL
  SELECT p.kind, p.subject_id, o.pool_id, lower(j.during), upper(j.during), 'OFFERED', ${WAY('j')}
  FROM offer o JOIN pool p ON p.id = o.pool_id JOIN pool_interval j ON j.pool_id = o.pool_id
  WHERE $3 AND o.holder_id = $1 AND o.pool_id <> $2 AND o.state = 'OPEN' AND o.expires_at > coalesce($4::timestamptz, statement_timestamp())
    AND EXISTS (SELECT 1 FROM pool_interval i WHERE i.pool_id = $2 AND too_close(j.conference_id, i.during, i.site, j.during, j.site))
  ORDER BY 4, 5, 3`;

/**
 * What of a registration stands in the way of a place of this pool, earliest first; under the registration's lock.
 * Who takes something new is also told of what is offered to him; who accepts an offer has chosen between his offers.
 */
export async function clashesWith(
  tx: Tx, clock: Clock, holder: RegistrationId, poolId: PoolId, options: { readonly offers: boolean },
): Promise<readonly ClashItem[]> {
  return preparedRows<ClashItem>(tx.em, CLASHES, [holder, poolId, options.offers, moment(clock)]);
}

export function clash(items: readonly ClashItem[]): ClashRefusal {
  return refuse('agenda.clash', { with: items }) as ClashRefusal;
}

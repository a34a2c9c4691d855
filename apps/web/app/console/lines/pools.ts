import type { Api } from '../../api/client.js';
import { graphql } from '../../api/graphql.js';
import { nodes } from '../../api/nodes.js';
import type { ResultOf } from '../../api/graphql.js';

const Pools = graphql(`
  query PoolsOf($slug: String!) {
    conference(slug: $slug) { id title timeZone categories { id title places { poolId size taken remaining waiting lineOpen } } }
    programme(conferenceSlug: $slug) { forums { id title startsAt places { poolId size taken remaining waiting lineOpen } } }
    visits(conferenceSlug: $slug, first: 200) { edges { node { slug title departures { id startsAt state places { poolId size taken remaining waiting lineOpen } } } } }
  }
`);

type Found = ResultOf<typeof Pools>;
type Places = Found['visits']['edges'][number]['node']['departures'][number]['places'];

/** Places of one thing, with what it is: a category, a forum or a departure. */
export interface PoolRow {
  readonly kind: 'CATEGORY' | 'FORUM' | 'DEPARTURE';
  readonly title: Record<string, string>;
  /** When it begins, where it has a time. */
  readonly startsAt: string | null;
  readonly places: Places;
}

export interface ConferencePools {
  readonly conference: NonNullable<Found['conference']>;
  readonly pools: readonly PoolRow[];
}

/** All pools of a conference; the ones with people in line first, then by time. */
export async function loadPools(api: Api, request: Request, locale: string, slug: string): Promise<ConferencePools> {
  const { conference, programme, visits } = await api.ask(request, locale, Pools, { slug });
  if (conference === null) throw new Response(null, { status: 404 });
  const pools: PoolRow[] = [
    ...conference.categories.map(({ title, places }) => ({ kind: 'CATEGORY' as const, title, startsAt: null, places })),
    ...programme.forums.flatMap(({ title, startsAt, places }) => (places === null ? [] : [{ kind: 'FORUM' as const, title, startsAt, places }])),
    ...nodes(visits).flatMap(({ title, departures }) => departures.filter(({ state }) => state !== 'CANCELLED').map(({ startsAt, places }) => ({ kind: 'DEPARTURE' as const, title, startsAt, places }))),
  ];
  return { conference, pools: pools.sort((one, other) => other.places.waiting - one.places.waiting || (one.startsAt ?? '').localeCompare(other.startsAt ?? '')) };
}

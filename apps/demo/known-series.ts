import type { GraphqlDoor } from './graphql-door.js';
import { SERIES } from './plan/conference-plan.js';

interface KnownSeries {
  readonly id: string;
  readonly slug: string;
  readonly nextHostRegion: string | null;
}

interface SeriesPage {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: KnownSeries }[];
}

/** The demo's series, where the house has it already. */
export async function knownSeries(door: GraphqlDoor, token: string): Promise<KnownSeries | undefined> {
  const LIST = 'query($after: String) { seriesList(first: 200, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id slug nextHostRegion } } } }';
  for (let after: string | null = null; ;) {
    const { seriesList }: { seriesList: SeriesPage } = await door.ask(LIST, { after }, token);
    const found = seriesList.edges.find(({ node }) => node.slug === SERIES.slug)?.node;
    if (found !== undefined || !seriesList.pageInfo.hasNextPage) return found;
    after = seriesList.pageInfo.endCursor;
  }
}

import { PAGE_LIMIT } from '#kernel';
import type { Page, PageRequest } from '#kernel';

/** A page as a Relay connection; `totalCount` is counted only if it is asked for. */
export interface Connection<Node> {
  readonly edges: readonly { readonly node: Node; readonly cursor: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number | (() => Promise<number>);
}

/** The kernel's page as GraphQL answers it, each row seen through `view`; what is whole needs no second search to be counted. */
export function connection<Row, Node>(page: Page<Row>, totalCount: Connection<Node>['totalCount'], view: (row: Row) => Node): Connection<Node> {
  return {
    edges: page.items.map(({ node, cursor }) => ({ node: view(node), cursor })),
    pageInfo: { hasNextPage: page.hasNextPage, endCursor: page.items.at(-1)?.cursor ?? null },
    totalCount: page.isWhole === true ? page.items.length : totalCount,
  };
}

/** The arguments of a list as a page request: at least 1 and at most PAGE_LIMIT rows, 50 where nothing is said. */
export function pageRequest(args: { readonly first?: number | null | undefined; readonly after?: string | null | undefined }): PageRequest {
  return { first: Math.min(Math.max(args.first ?? 50, 1), PAGE_LIMIT), after: args.after ?? undefined };
}

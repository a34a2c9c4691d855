/** A request for one page of a Relay connection: keyset paging forward, in the list's stable order. */
export interface PageRequest {
  readonly first: number;
  readonly after?: string | undefined;
}

/** One page; `endCursor` of it is the `after` of the next. */
export interface Page<T> {
  readonly items: readonly { readonly node: T; readonly cursor: string }[];
  readonly hasNextPage: boolean;
  /** Whether it holds all that match, which are then counted without being looked for again. */
  readonly isWhole?: boolean;
}

export const PAGE_LIMIT = 200;

/** An opaque cursor over the sort key of a row. */
export function encodeCursor(key: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The sort key inside a cursor, or nothing where the text is not one of ours with `length` parts. */
export function decodeCursor(cursor: string, length: number): (string | number | null)[] | undefined {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const plain = (part: unknown): boolean => part === null || typeof part === 'string' || typeof part === 'number';
    return Array.isArray(key) && key.length === length && key.every(plain) ? (key as (string | number | null)[]) : undefined;
  } catch {
    return undefined;
  }
}

/** Cuts rows that were read with one more than asked into a page. */
export function pageOf<T>(rows: readonly T[], request: PageRequest, keyOf: (row: T) => readonly (string | number | null)[]): Page<T> {
  const items = rows.slice(0, request.first).map((node) => ({ node, cursor: encodeCursor(keyOf(node)) }));
  const hasNextPage = rows.length > request.first;
  return { items, hasNextPage, isWhole: !hasNextPage && request.after === undefined };
}

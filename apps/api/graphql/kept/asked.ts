import type { FastifyRequest } from 'fastify';

/** What makes two queries the same; compared as whole texts. */
export interface AskedQuery {
  readonly query?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly operationName?: string | null | undefined;
}

const PARTS: ReadonlySet<string> = new Set(['query', 'variables', 'operationName']);
const ACCEPTED: ReadonlySet<string | undefined> = new Set([undefined, '*/*', 'application/json']);

export function keyOf({ query, variables, operationName }: AskedQuery, locale: string): string {
  return JSON.stringify([locale, operationName ?? null, variables ?? null, query]);
}

/**
 * The query of a request that brings nothing by which its sender is known and is of the plainest form: JSON (so that no
 * page of another origin can send it without asking, as Apollo's CSRF prevention has it), answered as JSON, without
 * extensions or batches. Nothing for any other request.
 */
export function strangersQuery(request: FastifyRequest): AskedQuery | undefined {
  const { headers, body } = request;
  if (request.method !== 'POST' || request.routeOptions.url !== '/graphql') return undefined;
  if (headers.cookie !== undefined || headers.authorization !== undefined) return undefined;
  if (headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() !== 'application/json' || !ACCEPTED.has(headers.accept)) return undefined;
  if (typeof body !== 'object' || body === null || Array.isArray(body) || !Object.keys(body).every((name) => PARTS.has(name))) return undefined;
  const asked: AskedQuery = body;
  return typeof asked.query === 'string' ? asked : undefined;
}

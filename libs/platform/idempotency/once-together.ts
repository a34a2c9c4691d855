import type { Refusal } from '#kernel';
import { refuse } from '#kernel';
import type { Tx } from '../database/unit-of-work.js';
import { canonical } from './once.js';
import type { IdempotencyKey } from './once.js';

/** A request with a key, among others of the same statement. */
export interface KeyedRequest extends IdempotencyKey {
  readonly key: string;
}

const READ = `
  SELECT t.n, i.arguments_hash AS hash, i.answer
  FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS t(principal, operation, key, n)
  CROSS JOIN LATERAL (SELECT arguments_hash, answer FROM idempotency WHERE principal = t.principal AND operation = t.operation AND key = t.key LIMIT 1) i`;
const WRITE = `
  INSERT INTO idempotency (principal, operation, key, arguments_hash, answer)
  SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::jsonb[]) AS t(principal, operation, key, hash, answer)
  ORDER BY principal, operation, key ON CONFLICT DO NOTHING RETURNING principal, operation, key`;

/** What `once` would answer at once to those of many requests that were made before; by their place among them. */
export async function recall<Answer extends object>(tx: Tx, requests: readonly KeyedRequest[]): Promise<ReadonlyMap<number, Answer | Refusal>> {
  if (requests.length === 0) return new Map();
  const rows = await tx.query<{ n: string; hash: string; answer: Answer }>(READ, columnsOf(requests));
  return new Map(rows.flatMap(({ n, hash, answer }) => {
    const at = Number(n) - 1;
    const request = requests[at];
    return request === undefined ? [] : [[at, tx.digest(canonical(request.arguments)) === hash ? answer : refuse('idempotency.conflict')] as const];
  }));
}

/** Writes the answers of many requests before their effects, in one order for everybody. @returns the places of those whose key somebody else has */
export async function remember(tx: Tx, answered: readonly { readonly request: KeyedRequest; readonly answer: object }[]): Promise<readonly number[]> {
  if (answered.length === 0) return [];
  const requests = answered.map(({ request }) => request);
  const rows = await tx.query<KeyedRequest>(WRITE, [
    ...columnsOf(requests), requests.map((request) => tx.digest(canonical(request.arguments))), answered.map(({ answer }) => JSON.stringify(answer)),
  ]);
  const mine = new Set(rows.map(nameOf));
  return requests.flatMap((request, at) => (mine.has(nameOf(request)) ? [] : [at]));
}

function columnsOf(requests: readonly KeyedRequest[]): [string[], string[], string[]] {
  return [requests.map(({ principal }) => principal), requests.map(({ operation }) => operation), requests.map(({ key }) => key)];
}

function nameOf({ principal, operation, key }: Pick<KeyedRequest, 'principal' | 'operation' | 'key'>): string {
  return JSON.stringify([principal, operation, key]);
}

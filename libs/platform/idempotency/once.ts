import { isRefusal, refuse } from '#kernel';
import type { Refusal } from '#kernel';
import type { Tx } from '../database/unit-of-work.js';

/** Who asks for what under which key: the same three twice are the same request. */
export interface IdempotencyKey {
  /** The account, API token or registration link that asks; keys of different principals never meet. */
  readonly principal: string;
  readonly operation: string;
  /** Chosen by the client; absent means that the request is not repeatable. */
  readonly key: string | undefined;
  /** All arguments that matter: another value under the same key is a conflict. */
  readonly arguments: unknown;
}

export type KeyConflict = Refusal<'idempotency.conflict'>;

/**
 * Does `work` once for a key. A repetition gets the first answer again; other arguments under the same key are refused.
 * The key's row is written by the transaction of its effect, so a refusal (which rolls back) leaves none and a retry
 * decides again; a repetition that comes while the first is under way waits for it at the row's unique index. The
 * arguments are kept as a keyed digest: passport numbers are among them, and few enough to be tried one by one.
 */
export async function once<Answer extends object>(tx: Tx, request: IdempotencyKey, work: () => Promise<Answer | Refusal>): Promise<Answer | Refusal> {
  if (request.key === undefined) return work();
  const hash = tx.digest(canonical(request.arguments));
  const identity = [request.principal, request.operation, request.key];
  const mine = await tx.query(
    `INSERT INTO idempotency (principal, operation, key, arguments_hash) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING key`,
    [...identity, hash],
  );
  if (mine.length === 0) {
    const [first] = await tx.query<{ arguments_hash: string; answer: Answer }>(
      'SELECT arguments_hash, answer FROM idempotency WHERE principal = $1 AND operation = $2 AND key = $3',
      identity,
    );
    return first?.arguments_hash === hash ? first.answer : refuse('idempotency.conflict');
  }
  const answer = await work();
  if (!isRefusal(answer)) {
    await tx.query('UPDATE idempotency SET answer = $4 WHERE principal = $1 AND operation = $2 AND key = $3', [...identity, JSON.stringify(answer)]);
  }
  return answer;
}

/** JSON with sorted keys, so that the order in which a client writes its fields does not matter. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value instanceof Date) return JSON.stringify(value);
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, v]) => v !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

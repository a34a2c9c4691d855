import { createHmac } from 'node:crypto';
import { isRefusal } from '#kernel';
import { QueryFailedError } from 'typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { FactDeclaration, JobDeclaration } from '../jobs/declarations.js';
import { OutboxDraft } from '../outbox/outbox-draft.js';
import type { KeyRing } from '../secrets/key-ring.js';
import { preparedRows } from './prepared.js';

/**
 * A transaction, passed by hand to every writer. What it enqueues or records is written by the same commit
 * and leaves for the queue afterwards (docs/architecture.md, outbox).
 */
export interface Tx {
  readonly em: EntityManager;
  /** Runs one SQL statement and gives its rows (RETURNING rows for writes). */
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** A digest keyed by the house's secret: who reads the database cannot find its text by trying. */
  digest(text: string): string;
  /** A job to be done after the commit, at `at` or at once. */
  enqueue<Payload extends object>(job: JobDeclaration<Payload>, payload: Payload, options?: { at?: Date }): void;
  /** A past-tense fact, for whoever reacts to it. */
  record<Payload extends object>(fact: FactDeclaration<Payload>, payload: Payload): void;
  /** Statements for rows at which many meet, such as counters: run last, so that others wait for them no longer than for the commit. */
  beforeCommit(work: () => Promise<void>): void;
}

const DEADLOCK = '40P01';
const SERIALIZATION = '40001';
const LOCK_NOT_AVAILABLE = '55P03';
// node-postgres gives this error no code.
const POOL_TIMEOUT = 'timeout exceeded when trying to connect';
const TRIES = 4;
const IS_INSERT = /^\s*INSERT\s/;

/** How a transaction runs. */
export interface RunOptions {
  /**
   * Its statements are the same ones hundreds of times a second: each connection parses and plans its INSERTs once. Those
   * have but one plan; that of a SELECT, made while tables were empty, would be kept when they are full.
   */
  readonly isRepeated?: boolean;
}

class RolledBack extends Error {
  constructor(readonly refusal: unknown) {
    super('refused');
  }
}

/** The only door to a transaction. A Refusal returned inside rolls everything back and is handed to the caller. */
export class UnitOfWork {
  constructor(private readonly source: DataSource, private readonly keys: KeyRing) {}

  async run<T>(work: (tx: Tx) => Promise<T>, options: RunOptions = {}): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(work, options);
      } catch (fault) {
        if (attempt >= TRIES || !mayTryAgain(fault)) throw fault;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * attempt));
      }
    }
  }

  /** For reading only: no transaction around the statements, nothing can be enqueued. */
  get reader(): EntityManager {
    return this.source.manager;
  }

  private async once<T>(work: (tx: Tx) => Promise<T>, { isRepeated = false }: RunOptions): Promise<T> {
    try {
      return await this.source.transaction(async (em) => {
        const draft = new OutboxDraft();
        const last: (() => Promise<void>)[] = [];
        const query: Tx['query'] = (sql, parameters) => (isRepeated && IS_INSERT.test(sql) ? preparedRows(em, sql, parameters) : rowsOf(em, sql, parameters));
        const result = await work({
          em,
          query,
          digest: (text) => createHmac('sha256', this.keys.keyFor('idempotency')).update(text).digest('hex'),
          enqueue: (job, payload, options) => { draft.addJob(job, payload, options?.at); },
          record: (fact, payload) => { draft.addFact(fact, payload); },
          beforeCommit: (its) => { last.push(its); },
        });
        if (isRefusal(result)) throw new RolledBack(result);
        await draft.write(query);
        for (const its of last) await its();
        return result;
      });
    } catch (fault) {
      if (fault instanceof RolledBack) return fault.refusal as T;
      throw fault;
    }
  }
}

/** TypeORM answers a write as [rows, count] and a read as rows; callers want rows. */
export async function rowsOf<Row>(em: EntityManager, sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
  const answer: unknown = await em.query(sql, [...parameters]);
  if (!Array.isArray(answer)) return [];
  const [first, second] = answer as unknown[];
  const isWrite = answer.length === 2 && Array.isArray(first) && (typeof second === 'number' || second === null);
  return (isWrite ? first : answer) as Row[];
}

function mayTryAgain(fault: unknown): boolean {
  const code = sqlState(fault);
  return code === DEADLOCK || code === SERIALIZATION;
}

/** The SQLSTATE of a failed statement (PostgreSQL, appendix A), or nothing where the fault is another one. */
export function sqlState(fault: unknown): string | undefined {
  if (!(fault instanceof QueryFailedError)) return undefined;
  const cause: unknown = fault.driverError;
  return typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
}

/**
 * Whether it failed only because others keep a row (lock_timeout) or all connections of the pool too long: nothing was
 * written, and the same request may pass a moment later.
 */
export function isBusy(fault: unknown): boolean {
  return sqlState(fault) === LOCK_NOT_AVAILABLE || fault instanceof Error && fault.message === POOL_TIMEOUT;
}

/** The constraint or unique index that refused a statement, or nothing. */
export function brokenConstraint(fault: unknown): string | undefined {
  return toldOf(fault, 'constraint');
}

/** What the constraint fell over, in PostgreSQL's words or those of our own trigger; never for people. */
export function brokenDetail(fault: unknown): string | undefined {
  return toldOf(fault, 'detail');
}

function toldOf(fault: unknown, field: 'constraint' | 'detail'): string | undefined {
  if (!(fault instanceof QueryFailedError)) return undefined;
  const cause: unknown = fault.driverError;
  const told: unknown = typeof cause === 'object' && cause !== null ? Reflect.get(cause, field) : undefined;
  return typeof told === 'string' ? told : undefined;
}

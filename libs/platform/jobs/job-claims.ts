import pg from 'pg';
import { Batches } from './batches.js';

/** A job that a worker has begun and that nobody else can begin before it ends or the worker dies. */
export interface ClaimedJob {
  readonly id: string;
  readonly name: string;
  readonly payload: object;
  readonly starts: number;
  readonly failures: number;
}

/** How the run of a claimed job ended. */
export type Ending =
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly failure: string; readonly isFinal: boolean }
  /** To be begun again after a while, as if it had not been begun. */
  | { readonly kind: 'returned'; readonly milliseconds: number };

interface End {
  readonly id: string;
  readonly ending: Ending;
}

/** Workers that may die with a job before it is set aside. An innocent one beside a poisonous one loses at most one or two. */
export const DEATHS_ALLOWED = 4;

/** The two-number form of PostgreSQL's advisory locks: the first number is the outbox's, the second a row's. Who holds it does the job. */
export const JOB_LOCK = 20_260;
export const JOB_LOCK_KEY = '(id % 2147483647)::integer';

const BEGIN = `
  WITH asked AS MATERIALIZED (SELECT id FROM outbox WHERE id = ANY($1::bigint[]) AND kind = 'job' AND failed_at IS NULL),
  locked AS MATERIALIZED (SELECT id FROM asked WHERE pg_try_advisory_lock(${JOB_LOCK}, ${JOB_LOCK_KEY})),
  begun AS (
    UPDATE outbox SET starts = starts + 1 FROM locked WHERE outbox.id = locked.id AND outbox.failed_at IS NULL
    RETURNING outbox.id, name, payload, starts, failures)
  SELECT locked.id::text, name, payload, starts, failures FROM locked LEFT JOIN begun USING (id)`;
const DELETE = 'DELETE FROM outbox WHERE id = ANY($1::bigint[])';
const FAIL = `
  UPDATE outbox SET failures = failures + 1, failure = t.failure, failed_at = CASE WHEN t.final THEN now() END
  FROM unnest($1::bigint[], $2::text[], $3::boolean[]) AS t(id, failure, final) WHERE outbox.id = t.id`;
const RETURN = `
  UPDATE outbox SET starts = starts - 1, dispatched_at = NULL, due_at = now() + t.ms * interval '1 millisecond'
  FROM unnest($1::bigint[], $2::integer[]) AS t(id, ms) WHERE outbox.id = t.id`;
const UNLOCK = `SELECT pg_advisory_unlock(${JOB_LOCK}, ${JOB_LOCK_KEY}) FROM unnest($1::bigint[]) AS t(id)`;
const RELOCK = `SELECT pg_try_advisory_lock(${JOB_LOCK}, ${JOB_LOCK_KEY}) FROM unnest($1::bigint[]) AS t(id)`;

/**
 * Which jobs this process is doing, told to PostgreSQL by advisory locks on one connection of its own. The locks end
 * with the process, so a killed worker's jobs are free at once; and since they do not look at any clock, a worker
 * whose clock is wrong, or a queue that was flushed and filled again, cannot begin a job that is being done.
 */
export class JobClaims {
  private readonly asked = new Set<string>();
  private readonly held = new Set<string>();
  private readonly begins = new Batches((ids: readonly string[]) => this.withConnection((client) => this.beginAll(client, ids)));
  private readonly endings = new Batches((ends: readonly End[]) => this.withConnection((client) => this.endAll(client, ends)));
  private connection: Promise<pg.Client> | undefined;
  private closed = false;

  constructor(private readonly databaseUrl: string, private readonly endTries = 30) {}

  /** Nothing where the job is done, set aside, or being done by somebody. */
  async begin(id: string): Promise<ClaimedJob | undefined> {
    if (this.asked.has(id)) return undefined;
    this.asked.add(id);
    const claimed = await this.begins.ask(id).catch((fault: unknown) => {
      this.asked.delete(id);
      throw fault;
    });
    if (claimed === undefined) this.asked.delete(id);
    else this.held.add(id);
    return claimed;
  }

  /** Writes how it ended, then lets go of it. A database that is away is waited for; at last the job is let go of unwritten. */
  async end(id: string, ending: Ending): Promise<void> {
    try {
      for (let attempt = 1; ; attempt += 1) {
        try {
          await this.endings.ask({ id, ending });
          return;
        } catch (fault) {
          if (this.closed || attempt >= this.endTries) throw fault;
          await new Promise((resolve) => setTimeout(resolve, 1_000));
        }
      }
    } finally {
      this.held.delete(id);
      this.asked.delete(id);
    }
  }

  /** Gives back what still runs when the process must go, so that its end is not counted as a death. */
  async returnAll(): Promise<void> {
    await Promise.all([...this.held].map((id) => this.end(id, { kind: 'returned', milliseconds: 1_000 })));
  }

  async close(): Promise<void> {
    this.closed = true;
    const client = await this.connection?.catch(() => undefined);
    await client?.end().catch(() => undefined);
  }

  private async beginAll(client: pg.Client, ids: readonly string[]): Promise<(ClaimedJob | undefined)[]> {
    const { rows } = await client.query<{ id: string; name: string | null; payload: object; starts: number; failures: number }>(BEGIN, [ids]);
    const begun = new Map<string, ClaimedJob>();
    const vanished: string[] = [];
    for (const { id, name, payload, starts, failures } of rows) {
      if (name === null) vanished.push(id);
      else begun.set(id, { id, name, payload, starts, failures });
    }
    if (vanished.length > 0) await client.query(UNLOCK, [vanished]);
    return ids.map((id) => begun.get(id));
  }

  private async endAll(client: pg.Client, ends: readonly End[]): Promise<undefined[]> {
    const done = ends.filter(({ ending }) => ending.kind === 'done').map(({ id }) => id);
    const failed = ends.flatMap(({ id, ending }) => (ending.kind === 'failed' ? [{ id, ...ending }] : []));
    const returned = ends.flatMap(({ id, ending }) => (ending.kind === 'returned' ? [{ id, ...ending }] : []));
    if (done.length > 0) await client.query(DELETE, [done]);
    if (failed.length > 0) await client.query(FAIL, [failed.map((f) => f.id), failed.map((f) => f.failure), failed.map((f) => f.isFinal)]);
    if (returned.length > 0) await client.query(RETURN, [returned.map((r) => r.id), returned.map((r) => Math.round(r.milliseconds))]);
    await client.query(UNLOCK, [ends.map(({ id }) => id)]);
    return ends.map(() => undefined);
  }

  // After any fault the session is given up: a lock that it took without our knowing would be held for ever.
  private async withConnection<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    const opening = this.connected();
    const client = await opening;
    try {
      return await work(client);
    } catch (fault) {
      this.giveUp(opening, client);
      throw fault;
    }
  }

  private connected(): Promise<pg.Client> {
    if (this.closed) return Promise.reject(new Error('the worker is closing'));
    this.connection ??= this.connect();
    return this.connection;
  }

  private connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.databaseUrl,
      application_name: 'huiguan-claims',
      connectionTimeoutMillis: 5_000,
      statement_timeout: 15_000,
      query_timeout: 20_000,
      // A machine that vanished lets go of its jobs within about 12 seconds.
      options: '-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3',
    });
    const opening = client.connect().then(async () => {
      if (this.held.size > 0) await client.query(RELOCK, [[...this.held]]);
      return client;
    });
    const lost = (): void => { this.giveUp(opening, client); };
    client.on('error', lost);
    client.on('end', lost);
    opening.catch(lost);
    return opening;
  }

  // Only the present connection is forgotten: an old one may tell of its end when the next is already in use.
  private giveUp(opening: Promise<pg.Client>, client: pg.Client): void {
    if (this.connection === opening) this.connection = undefined;
    client.end().catch(() => undefined);
  }
}

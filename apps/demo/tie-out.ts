import pg from 'pg';
import type { Told } from './delegates.js';
import type { GraphqlDoor } from './graphql-door.js';
import type { CaughtLetter } from './letters-in.js';
import type { Edition } from './set-up.js';

/** One sum that must agree wherever it is kept. */
export interface Check {
  readonly what: string;
  readonly ok: boolean;
  readonly detail: string;
}

export interface Figures {
  readonly byState: readonly { readonly state: string; readonly count: number }[];
  readonly byNationality: readonly { readonly country: string; readonly count: number }[];
  readonly messages: readonly { readonly kind: string; readonly locale: string; readonly state: string; readonly count: number }[];
  readonly pools: readonly { readonly kind: string; readonly subject: string; readonly size: number | null; readonly taken: number; readonly placed: number; readonly offered: number; readonly waiting: number; readonly inLine: number }[];
}

const POOLS = `
  SELECT p.kind, p.subject_id AS subject, p.size, p.taken, p.waiting,
    (SELECT coalesce(sum(party), 0)::int FROM place WHERE pool_id = p.id) AS placed,
    (SELECT coalesce(sum(party), 0)::int FROM offer WHERE pool_id = p.id AND state = 'OPEN') AS offered,
    (SELECT coalesce(sum(party), 0)::int FROM waitlist_entry WHERE pool_id = p.id) AS "inLine"
  FROM pool p WHERE p.conference_id = $1 ORDER BY p.kind, p.subject_id`;

/** Waits until every letter of the conference is final and nothing waits in the outbox. */
export async function settle(databaseUrl: string, conferenceId: string, seconds = 180): Promise<void> {
  await withDatabase(databaseUrl, async (database) => {
    const end = Date.now() + seconds * 1_000;
    for (;;) {
      const { rows } = await database.query<{ open: number }>(
        `SELECT (SELECT count(*)::int FROM message WHERE conference_id = $1 AND state IN ('PENDING', 'SENDING', 'DEFERRED'))
              + (SELECT count(*)::int FROM outbox WHERE due_at <= now() AND failed_at IS NULL) AS open`, [conferenceId]);
      if (rows[0]?.open === 0) return;
      if (Date.now() > end) throw new Error(`${rows[0]?.open ?? '?'} letters or jobs are not settled after ${seconds} s`);
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  });
}

export async function readFigures(door: GraphqlDoor, token: string, databaseUrl: string, edition: Edition): Promise<Figures> {
  const api = await door.ask<{ registrationFigures: Pick<Figures, 'byState' | 'byNationality'>; messageFigures: Figures['messages'] }>(
    'query($id: ID!) { registrationFigures(conferenceId: $id) { byState { state count } byNationality { country count } } messageFigures(conferenceId: $id) { kind locale state count } }',
    { id: edition.conferenceId }, token,
  );
  const pools = await withDatabase(databaseUrl, async (database) => (await database.query<Figures['pools'][number]>(POOLS, [edition.conferenceId])).rows);
  return { ...api.registrationFigures, messages: api.messageFigures, pools };
}

/** Compares what delegates were told, what the API says, what the database holds, and what the mailbox caught. */
export async function tieOut(figures: Figures, everyone: readonly Told[], letters: readonly CaughtLetter[], databaseUrl: string, edition: Edition): Promise<readonly Check[]> {
  const checks: Check[] = [];
  const same = (what: string, ...numbers: readonly number[]): void => { checks.push({ what, ok: new Set(numbers).size === 1, detail: numbers.join(' = ') }); };
  await withDatabase(databaseUrl, async (database) => {
    const count = async (sql: string, parameters: unknown[] = [edition.conferenceId]): Promise<number> => Number((await database.query<{ n: string }>(sql, parameters)).rows[0]?.n ?? -1);
    const rows = await database.query<{ id: string; state: string }>('SELECT id, state FROM registration WHERE conference_id = $1', [edition.conferenceId]);
    const inDatabase = new Map(rows.rows.map((row) => [row.id, row.state]));
    same('registrations acknowledged = in the database = by the API', everyone.length, inDatabase.size, figures.byState.reduce((sum, one) => sum + one.count, 0));
    same('acknowledged registrations that are missing', everyone.filter((told) => !inDatabase.has(told.registrationId)).length, 0);
    for (const { state, count: told } of figures.byState) same(`${state}: API = database`, told, [...inDatabase.values()].filter((one) => one === state).length);
    same('withdrawn as told = in the database', everyone.filter((told) => told.state === 'WITHDRAWN').length, [...inDatabase.values()].filter((one) => one === 'WITHDRAWN').length);
    for (const pool of figures.pools) {
      const name = `${pool.kind} ${pool.subject.slice(-6)}`;
      if (pool.taken !== pool.placed + pool.offered || pool.waiting !== pool.inLine || (pool.size !== null && pool.taken > pool.size)) {
        checks.push({ what: `${name}: taken = places + offers, within its size, line as counted`, ok: false, detail: JSON.stringify(pool) });
      }
    }
    same('pools that do not add up', checks.filter((check) => !check.ok && check.what.includes('taken =')).length, 0);
    same('confirmed registrations = places of categories', [...inDatabase.values()].filter((state) => state === 'CONFIRMED' || state === 'IN_REVIEW').length,
      figures.pools.filter((pool) => pool.kind === 'CATEGORY').reduce((sum, pool) => sum + pool.placed, 0));
    same('people in two places at one time', await count(`SELECT count(*) AS n FROM busy a JOIN busy b ON a.holder_id = b.holder_id AND a.place_id < b.place_id AND a.during && b.during WHERE a.conference_id = $1 AND NOT a.overridden AND NOT b.overridden`), 0);
    same('places of people who left', await count(`SELECT count(*) AS n FROM place p JOIN registration r ON r.id = p.holder_id WHERE r.conference_id = $1 AND r.state IN ('WITHDRAWN', 'CANCELLED', 'DECLINED')`), 0);
    const ledger = await database.query<{ message_id: string; state: string }>('SELECT message_id, state FROM message WHERE conference_id = $1', [edition.conferenceId]);
    const caught = new Map<string, number>();
    for (const letter of letters) if (letter.messageId !== null) caught.set(letter.messageId, (caught.get(letter.messageId) ?? 0) + 1);
    const sent = ledger.rows.filter((row) => row.state === 'SENT');
    const unclear = ledger.rows.filter((row) => row.state === 'UNCLEAR');
    const inLedger = new Set(ledger.rows.map((row) => row.message_id));
    same('letters sent = caught by the mailbox (those in doubt counted apart)', sent.length, [...caught.keys()].filter((id) => inLedger.has(id)).length - unclear.filter((row) => caught.has(row.message_id)).length);
    same('letters: API = database', figures.messages.reduce((sum, one) => sum + one.count, 0), ledger.rows.length);
    same('letters caught twice', [...caught].filter(([id, times]) => times > 1 && inLedger.has(id)).length, 0);
    same('letters failed', ledger.rows.filter((row) => row.state === 'FAILED').length, 0);
    same('registration letters = registrations once confirmed, in line, in review', await count(`SELECT count(DISTINCT registration_id) AS n FROM message WHERE conference_id = $1 AND kind LIKE 'registration.%'`), everyone.length);
  });
  return checks;
}

async function withDatabase<T>(url: string, work: (database: pg.Client) => Promise<T>): Promise<T> {
  const database = new pg.Client({ connectionString: url, application_name: 'huiguan-demo' });
  await database.connect();
  try {
    return await work(database);
  } finally {
    await database.end();
  }
}

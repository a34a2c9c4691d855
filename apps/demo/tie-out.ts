import type pg from 'pg';
import type { Told } from './delegates.js';
import type { Figures } from './figures.js';
import type { CaughtLetter } from './letters-in.js';
import type { Foretold } from './organisers-days.js';
import type { Edition } from './set-up.js';
import { withDatabase } from './with-database.js';

/** One sum that must agree wherever it is kept. */
export interface Check {
  readonly what: string;
  readonly ok: boolean;
  readonly detail: string;
}

export interface Played {
  readonly figures: Figures;
  /** What steps of the organiser said, beside what came of it. */
  readonly foretold: readonly Foretold[];
  readonly everyone: readonly Told[];
  readonly letters: readonly CaughtLetter[];
  readonly databaseUrl: string;
  readonly edition: Edition;
  readonly run: string;
}

type Same = (what: string, ...numbers: readonly number[]) => void;
type Rows = <Row extends pg.QueryResultRow>(sql: string, ...more: readonly unknown[]) => Promise<readonly Row[]>;

/** Compares what delegates were told, what the API says, what the database holds, and what the mailbox caught. */
export async function tieOut(played: Played): Promise<readonly Check[]> {
  const checks: Check[] = [];
  const same: Same = (what, ...numbers) => { checks.push({ what, ok: new Set(numbers).size === 1, detail: numbers.join(' = ') }); };
  for (const { what, numbers } of played.foretold) same(what, ...numbers);
  await withDatabase(played.databaseUrl, async (database) => {
    const rows: Rows = async <Row extends pg.QueryResultRow>(sql: string, ...more: readonly unknown[]) => (await database.query<Row>(sql, [played.edition.conferenceId, ...more])).rows;
    await registrations(played, same, rows);
    await places(played, same, rows);
    await letters(played, same, rows);
  });
  return checks;
}

async function registrations({ figures, everyone }: Played, same: Same, rows: Rows): Promise<void> {
  const held = await rows<{ id: string; state: string }>('SELECT id, state FROM registration WHERE conference_id = $1');
  const known = new Map(held.map((row) => [row.id, row.state]));
  same('registrations: acknowledged = by the API = in the database', everyone.length, sum(figures.byState), held.length);
  same('acknowledged registrations that are missing', everyone.filter((told) => !known.has(told.registrationId)).length, 0);
  for (const { state, count } of figures.byState) {
    const told = everyone.filter((one) => one.state === state).length;
    const inDatabase = held.filter((one) => one.state === state).length;
    if (count + told + inDatabase > 0) same(`${state}: told = by the API = in the database`, told, count, inDatabase);
  }
  const doubled = await rows<{ n: number }>('SELECT count(*)::int - count(DISTINCT person_id)::int AS n FROM registration WHERE conference_id = $1');
  same('people registered twice', doubled[0]?.n ?? -1, 0);
}

async function places({ figures, everyone }: Played, same: Same, rows: Rows): Promise<void> {
  const wrong = figures.pools.filter((pool) => pool.taken !== pool.placed + pool.offered || pool.waiting !== pool.inLine || (pool.size !== null && pool.taken > pool.size));
  same(`pools whose counters, places, offers and line do not add up${wrong.map((pool) => ` ${JSON.stringify(pool)}`).join('')}`, wrong.length, 0);
  same('places of categories = registrations confirmed', figures.pools.filter((pool) => pool.kind === 'CATEGORY').reduce((total, pool) => total + pool.placed, 0),
    figures.byState.find(({ state }) => state === 'CONFIRMED')?.count ?? 0);
  const held = new Set((await rows<{ key: string }>("SELECT p.holder_id || ' ' || o.subject_id AS key FROM place p JOIN pool o ON o.id = p.pool_id WHERE p.conference_id = $1")).map(({ key }) => key));
  const promised = everyone.flatMap((told) => [...told.holds].filter(([, state]) => state === 'CONFIRMED').map(([subject]) => `${told.registrationId} ${subject}`));
  same('places that delegates were told are theirs = those of them in the database', promised.length, promised.filter((key) => held.has(key)).length);
  const clashes = await rows<{ n: number }>(`SELECT count(*)::int AS n FROM busy a JOIN busy b ON a.holder_id = b.holder_id AND a.place_id < b.place_id AND a.during && b.during
    WHERE a.conference_id = $1 AND NOT a.overridden AND NOT b.overridden`);
  same('people in two places at one time', clashes[0]?.n ?? -1, 0);
  const left = await rows<{ n: number }>(`SELECT count(*)::int AS n FROM place p JOIN registration r ON r.id = p.holder_id
    WHERE r.conference_id = $1 AND r.state IN ('WITHDRAWN', 'CANCELLED', 'DECLINED')`);
  same('places of people who left', left[0]?.n ?? -1, 0);
}

async function letters({ figures, letters: caught, run, everyone }: Played, same: Same, rows: Rows): Promise<void> {
  const ledger = await rows<{ message_id: string; state: string; kind: string; registration_id: string | null }>(
    "SELECT message_id, state, kind, registration_id FROM message WHERE conference_id = $1 OR (kind = 'identity.sign-in-link' AND to_address LIKE '%.' || $2 || '@example.org')", run);
  const ours = new Set(ledger.map((row) => row.message_id));
  const times = new Map<string, number>();
  for (const { messageId } of caught) if (messageId !== null && ours.has(messageId)) times.set(messageId, (times.get(messageId) ?? 0) + 1);
  const inState = (state: string): readonly string[] => ledger.filter((row) => row.state === state).map((row) => row.message_id);
  const sent = inState('SENT');
  const inDoubt = inState('UNCLEAR');
  same('letters: by the API = in the ledger', sum(figures.letters) + sum(figures.signInLetters), ledger.length);
  same('letters: sent + in doubt = in the ledger', sent.length + inDoubt.length, ledger.length);
  same('letters: sent = of those caught by the mailbox', sent.length, sent.filter((id) => times.has(id)).length);
  same(`letters: caught = sent + those of the ${inDoubt.length} in doubt that arrived`, times.size, sent.length + inDoubt.filter((id) => times.has(id)).length);
  // A sign-in letter whose answer was lost is sent again rather than left in doubt: its reader is waiting.
  const twice = new Set([...times].filter(([, count]) => count > 1).map(([id]) => id));
  same('letters caught twice', ledger.filter((row) => twice.has(row.message_id) && row.kind !== 'identity.sign-in-link').length, 0);
  const told = new Set(ledger.filter((row) => row.kind.startsWith('registration.')).map((row) => row.registration_id));
  same('registrations that were told of by letter = registrations', told.size, everyone.length);
}

function sum(figures: readonly { readonly count: number }[]): number {
  return figures.reduce((total, { count }) => total + count, 0);
}

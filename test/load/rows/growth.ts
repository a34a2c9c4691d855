import { randomUUID } from 'node:crypto';
import { encodeCursor } from '#kernel';
import { GraphqlClient } from '../../e2e/town/graphql-client.js';
import { load } from '../load-client.js';
import { registrationBody, signedInDelegates } from '../people.js';
import { compared, median, plain } from '../row.js';
import type { BenchOptions, Row } from '../row.js';
import { TOKEN } from '../stage.js';
import type { Stage, Started } from '../stage.js';
import { takeTurns } from '../turns.js';
import type { Contender } from '../turns.js';
import { add, fill } from './filled.js';
import { keepMerging, markedAll, openConference } from './registration.js';

const CONNECTIONS = 64;
const READERS = 8;
const SMALL = 1_000;
const ADDED = 10_000;
/** More than are answered in a second here. */
const MOST_A_SECOND = 2_000;
const UNLIMITED = { RATE_LIMITS: 'off' };
const LIST = `query L($id: ID!, $after: String, $search: String, $first: Int) { registrations(conferenceId: $id, after: $after, first: $first, filter: { search: $search }) {
  totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id code state email organisation person { names { native latinFamily latinGiven } } } } } }`;

interface Grown {
  readonly database: string;
  readonly api: Started;
  readonly conferenceId: string;
  readonly size: number;
}

/** One conference with a thousand registrations and one with many, each with a database of its own: what each still does in a second. */
export async function growthRows(stage: Stage, { seconds, rounds, short, long }: BenchOptions): Promise<Row[]> {
  const size = short ? 3 * SMALL : long ? 1_000_000 : 100_000;
  const small = await grown(stage, 'growing_small', short ? SMALL / 5 : SMALL);
  const large = await grown(stage, 'growing_large', size);
  const contenders: Contender[] = [];
  for (const one of [small, large]) {
    const after = await cursors(stage, one);
    contenders.push(
      { name: `${one.database} list`, turn: () => listed(one, seconds, after) },
      { name: `${one.database} registering`, turn: () => registered(stage, one, seconds) },
    );
  }
  const turned = await takeTurns(contenders, rounds, () => ({ small: small.api.pid, large: large.api.pid, postgres: stage.databasePid }), !short);
  const added = short ? SMALL : ADDED;
  await add(stage, large.database, large.conferenceId, size, size + added);
  const sweeping = keepMerging(stage, large.database);
  let searches: Awaited<ReturnType<typeof searched>>;
  try {
    searches = await searched(stage, large, size + added, short ? 5 : 100);
  } finally {
    await sweeping.end();
  }
  await small.api.stop();
  await large.api.stop();
  const figure = (what: string, of: Grown): number => turned.figure(`${of.database} ${what}`) ?? 0;
  const bound = (what: string): string => turned.cpu(`${large.database} ${what}`);
  const beside = `the same with ${small.size}`;
  return [
    compared(`growth to ${size}: registering`, 'registrations/s', figure('registering', large), beside, figure('registering', small), { least: 0.8 }, bound('registering')),
    compared(`growth to ${size}: list`, 'pages/s', figure('list', large), beside, figure('list', small), { least: 0.7 }, bound('list')),
    ...Object.entries(searches).map(([kind, { p95, middle }]) => plain(`growth to ${size}: search, ${kind}`, 'ms p95', p95, { most: 25 }, `right after ${added} inserts; median ${middle.toFixed(1)} ms, one reader`)),
  ];
}

async function grown(stage: Stage, database: string, size: number): Promise<Grown> {
  await stage.houseDatabase(database);
  const api = await stage.api(database, UNLIMITED);
  const conferenceId = await openConference(api.port, {});
  const began = performance.now();
  await fill(stage, database, conferenceId, 0, size);
  if (size > SMALL) process.stderr.write(`  filled with ${size} in ${Math.round((performance.now() - began) / 1_000)} s\n`);
  return { database, api, conferenceId, size };
}

/** Pages of 50 with the total beside them, the first and others all over the list. */
async function listed({ api, conferenceId }: Grown, seconds: number, after: readonly (string | null)[]): Promise<Record<string, number>> {
  const bodies = after.map((cursor) => JSON.stringify({ query: LIST, variables: { id: conferenceId, after: cursor, first: 50 } }));
  const result = await load({ ports: [api.port], connections: READERS, seconds, bodies, bearers: [TOKEN], repeat: true, marks: ['"registrations":{"totalCount":'] });
  markedAll(result);
  return { value: result.rate, p99: result.p99 };
}

async function cursors(stage: Stage, { database, conferenceId }: Grown): Promise<(string | null)[]> {
  const rows = await stage.ask<{ id: string }>(database, 'SELECT id FROM registration WHERE conference_id = $1 ORDER BY random() LIMIT 100', [conferenceId]);
  return rows.flatMap(({ id }) => [null, encodeCursor([id])]);
}

async function registered(stage: Stage, { database, api, conferenceId }: Grown, seconds: number): Promise<Record<string, number>> {
  const delegates = await signedInDelegates(stage, database, Math.ceil(MOST_A_SECOND * seconds));
  const count = async (): Promise<number> => (await stage.ask<{ n: number }>(database, 'SELECT sum(n)::int AS n FROM registration_count WHERE conference_id = $1', [conferenceId]))[0]?.n ?? 0;
  const before = await count();
  const bodies = delegates.map((delegate, number) => registrationBody(conferenceId, delegate, number, randomUUID()));
  const sweeping = keepMerging(stage, database);
  const result = await load({ ports: [api.port], connections: CONNECTIONS, seconds, bodies, bearers: delegates.map(({ bearer }) => bearer), repeat: false, marks: ['"__typename":"Registration"'] });
  await sweeping.end();
  if (await count() - before !== markedAll(result)) throw new Error('registrations were acknowledged that are not there');
  return { value: result.rate, p99: result.p99 };
}

interface Sought {
  readonly native: string | null;
  readonly latin: string;
  readonly email: string;
}

/** The times of searches for people drawn from all over the list, one after the other; each must be found by what is sought. */
async function searched(stage: Stage, { database, api, conferenceId }: Grown, size: number, each: number): Promise<Readonly<Record<string, { p95: number; middle: number }>>> {
  const numbers = Array.from({ length: each * 2 }, (_, index) => 1 + Math.floor(index * size / (each * 2)));
  const people = await stage.ask<Sought>(database, `
    SELECT p.native_name AS native, p.latin_given || ' ' || p.latin_family AS latin, r.email FROM unnest($2::text[]) AS t(code)
    JOIN registration r ON r.conference_id = $1 AND r.code = t.code JOIN person p ON p.id = r.person_id`, [conferenceId, numbers.flatMap((n) => [`F${n}`, `F${size - n + 1}`])]);
  const client = new GraphqlClient(`http://127.0.0.1:${api.port}`, 1);
  const times: Record<string, { p95: number; middle: number }> = {};
  for (const [kind, textOf] of Object.entries<(one: Sought) => string | null>({ 'native name': ({ native }) => native, 'Latin name': ({ latin }) => latin, 'address': ({ email }) => email })) {
    const taken: number[] = [];
    for (const one of people.filter((person) => textOf(person) !== null).slice(0, each)) {
      const began = performance.now();
      const found = await client.one<{ totalCount: number; edges: { node: { email: string } }[] }>(LIST, { id: conferenceId, search: textOf(one), first: 50 }, { bearer: TOKEN });
      taken.push(performance.now() - began);
      if (found.totalCount <= 50 && !found.edges.some(({ node }) => node.email === one.email)) throw new Error(`a search by ${kind} did not find ${textOf(one)}`);
    }
    const sorted = [...taken].sort((a, b) => a - b);
    times[kind] = { p95: sorted[Math.floor(sorted.length * 0.95)] ?? 0, middle: median(taken) };
  }
  client.close();
  return times;
}

import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { GraphqlClient } from '../../e2e/town/graphql-client.js';
import { Organiser } from '../../e2e/town/organiser.js';
import { measureCpu } from '../cpu.js';
import { load } from '../load-client.js';
import type { LoadResult } from '../load-plan.js';
import { registrationBody, signedInDelegates } from '../people.js';
import { hasPgbench, LIMITS_DATABASE, pgbench, preparePgbench } from '../pgbench.js';
import { compared } from '../row.js';
import type { BenchOptions, Row } from '../row.js';
import { TOKEN } from '../stage.js';
import type { Stage, Started } from '../stage.js';
import { takeTurns } from '../turns.js';
import type { Contender } from '../turns.js';
import { vendure } from '../peers/vendure.js';

const CONNECTIONS = 64;
const DATABASE = 'registering';
/** More requests than can be answered in a second; what is left over is thrown away. */
const MOST_A_SECOND = 12_000;

/** Registrations into one hot category through the real API, beside the least that could be written and a real shop. */
export async function registrationRows(stage: Stage, { seconds, rounds, short }: BenchOptions): Promise<Row[]> {
  await stage.houseDatabase(DATABASE);
  const api = await stage.api(DATABASE);
  const conferenceId = await openConference(api.port, {});
  const bare = hasPgbench() ? await prepareLimits(stage) : undefined;
  const shop = short ? undefined : await vendure(stage);
  const contenders: Contender[] = [
    { name: 'own', turn: () => ownTurn(stage, api, conferenceId, seconds) },
    ...(bare === undefined ? [] : [
      { name: 'hot', turn: async () => ({ value: await pgbench(stage, 'hot', seconds) }) },
      { name: 'sharded', turn: async () => ({ value: await pgbench(stage, 'sharded', seconds) }) },
      { name: 'bare', turn: () => bareTurn(stage, bare, seconds) },
    ]),
    ...(shop === undefined ? [] : [{ name: 'vendure', turn: () => shop.addToOrders(CONNECTIONS, seconds) }]),
  ];
  const turned = await takeTurns(contenders, rounds, () => ({ api: api.pid, postgres: stage.databasePid, ...(bare === undefined ? {} : { bare: bare.pid }) }), !short);
  await shop?.stop();
  await bare?.stop();
  await api.stop();
  const own = turned.figure('own') ?? 0;
  const unit = 'registrations/s';
  const bound = turned.cpu('own');
  return [
    compared('registration', unit, own, 'pgbench, one hot row', turned.figure('hot'), { least: 5 }, bound),
    compared('registration', unit, own, 'pgbench, 16 shards', turned.figure('sharded'), { least: 1.2 }, bound),
    compared('registration', unit, own, 'bare Fastify, shared statement', turned.figure('bare'), {}, bound),
    compared('registration p99', 'ms', turned.figure('own', 'p99') ?? 0, 'bare Fastify, shared statement', turned.figure('bare', 'p99'), { most: 2 }, bound),
    compared('registration', unit, own, shop === undefined ? `Vendure addItemToOrder (${short ? 'not in the short form' : 'not to be had here'})` : 'Vendure addItemToOrder', turned.figure('vendure'), { least: 50 }, bound),
    compared('registration CPU', 'ms each', turned.figure('own', 'cpu') ?? 0, 'bare Fastify, shared statement', turned.figure('bare', 'cpu'), {}, `${(turned.figure('own', 'api') ?? 0).toFixed(2)} ms of it in the api; ${Math.round(turned.figure('own', 'bytes') ?? 0)} bytes of database each`),
  ];
}

/** An open conference with one category, of the api on this port. */
export async function openConference(port: number, category: object): Promise<string> {
  const client = new GraphqlClient(`http://127.0.0.1:${port}`, 2);
  try {
    const organiser = new Organiser(client, TOKEN);
    const { id } = await organiser.conference();
    await organiser.category(id, category);
    await organiser.open(id);
    return id;
  } finally {
    client.close();
  }
}

async function prepareLimits(stage: Stage): Promise<Started> {
  await preparePgbench(stage);
  return stage.script('./peers/shared-statement.ts', { DATABASE_URL: stage.urlOf(LIMITS_DATABASE) });
}

async function ownTurn(stage: Stage, api: Started, conferenceId: string, seconds: number): Promise<Record<string, number>> {
  const delegates = await signedInDelegates(stage, DATABASE, Math.ceil(MOST_A_SECOND * Math.min(seconds, 10) / 2));
  const bodies = delegates.map((delegate, number) => registrationBody(conferenceId, delegate, number, randomUUID()));
  const before = await look(stage);
  const used = measureCpu({ api: api.pid, postgres: stage.databasePid });
  const sweeping = keepMerging(stage, DATABASE);
  const result = await load({ ports: [api.port], connections: CONNECTIONS, seconds, bodies, bearers: delegates.map(({ bearer }) => bearer), repeat: false, marks: ['"__typename":"Registration"'] });
  await sweeping.end();
  const spent = used();
  const after = await look(stage);
  const made = markedAll(result);
  if (after.n - before.n !== made) throw new Error(`${made} registrations were acknowledged, and ${after.n - before.n} are there`);
  const { api: ofApi = 0, postgres = 0 } = spent.seconds;
  return { value: result.rate, p50: result.p50, p99: result.p99, bytes: (after.bytes - before.bytes) / made, cpu: (ofApi + postgres) / made * 1_000, api: ofApi / made * 1_000 };
}

/** The worker's part of registering, as its sweep does it: what waits for the search index goes in; the last of it before the CPU is read. */
export function keepMerging(stage: Stage, database: string): { end(): Promise<void> } {
  let isOver = false;
  const merge = (): Promise<unknown> => stage.ask(database, "SELECT gin_clean_pending_list('registration_search')");
  const merging = (async () => {
    while (!isOver) {
      await pause(1_000);
      await merge();
    }
  })();
  return { end: async () => { isOver = true; await merging; } };
}

async function bareTurn(stage: Stage, bare: Started, seconds: number): Promise<Record<string, number>> {
  const run = randomUUID();
  const bodies = Array.from({ length: Math.ceil(MOST_A_SECOND * 2 * seconds) }, (_, n) => JSON.stringify({ email: `d${n}.${run}@example.org`, given: 'Adaeze', family: 'Nwachukwu', organisation: 'Lagos Chamber of Commerce' }));
  const count = async (): Promise<number> => (await stage.ask<{ n: number }>(LIMITS_DATABASE, 'SELECT count(*)::int AS n FROM entry'))[0]?.n ?? 0;
  const before = await count();
  const used = measureCpu({ bare: bare.pid, postgres: stage.databasePid });
  const result = await load({ ports: [bare.port], connections: CONNECTIONS, seconds, bodies, bearers: [], repeat: false, marks: ['CONFIRMED'] });
  const spent = used();
  if (await count() - before !== markedAll(result)) throw new Error('the bare server acknowledged what is not there');
  const { bare: ofBare = 0, postgres = 0 } = spent.seconds;
  return { value: result.rate, p50: result.p50, p99: result.p99, cpu: (ofBare + postgres) / markedAll(result) * 1_000 };
}

async function look(stage: Stage): Promise<{ n: number; bytes: number }> {
  const [row] = await stage.ask<{ n: number; bytes: string }>(DATABASE, "SELECT count(*)::int AS n, pg_database_size(current_database()) AS bytes FROM registration WHERE state = 'CONFIRMED'");
  return { n: row?.n ?? 0, bytes: Number(row?.bytes ?? 0) };
}

/** How many answers there were, all of which must bear a mark. */
export function markedAll(result: LoadResult): number {
  const marked = Object.values(result.byMark).reduce((sum, n) => sum + n, 0);
  if (marked !== result.answered) throw new Error(`${result.answered - marked} strange answers, as: ${result.strange[0] ?? ''}`);
  return marked;
}

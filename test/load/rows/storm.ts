import { randomUUID } from 'node:crypto';
import { load } from '../load-client.js';
import type { LoadResult } from '../load-plan.js';
import { registrationBody, signedInDelegates } from '../people.js';
import { compared } from '../row.js';
import type { BenchOptions, Row } from '../row.js';
import type { Stage, Started } from '../stage.js';
import { takeTurns } from '../turns.js';
import { markedAll, openConference } from './registration.js';

const DATABASE = 'storming';
const PLACES = 100;
const CONNECTIONS = 64;
const MADE = '"__typename":"Registration"';
const REFUSED = '"code":"places.no-line"';
const EXISTS = '"code":"registration.exists"';

/** Ten thousand for a hundred places, each tenth twice, by two api processes of which one is killed; beside registering where there is room. */
export async function stormRows(stage: Stage, { seconds, rounds, short }: BenchOptions): Promise<Row[]> {
  await stage.houseDatabase(DATABASE);
  const api = await stage.api(DATABASE);
  const roomy = await openConference(api.port, {});
  const turned = await takeTurns([
    { name: 'registering', turn: async () => ({ value: (await rush(stage, [api], roomy, { people: short ? 300 : 3_000, seconds, marks: [MADE, EXISTS] })).result.rate }) },
    { name: 'storm', turn: (round) => storm(stage, api, { people: short ? 600 : 10_000, killAfterMs: short ? 150 : 1_000 + round * 500 }) },
  ], rounds, () => ({ api: api.pid, postgres: stage.databasePid }));
  await api.stop();
  return [compared('storm', 'refusals/s', turned.figure('storm') ?? 0, 'registrations/s of one api', turned.figure('registering'), { least: 1 }, turned.cpu('storm'))];
}

async function storm(stage: Stage, api: Started, { people, killAfterMs }: { people: number; killAfterMs: number }): Promise<Record<string, number>> {
  const conferenceId = await openConference(api.port, { capacity: PLACES, waitlistLimit: 0 });
  const other = await stage.api(DATABASE);
  const killed = setTimeout(() => { void other.stop('SIGKILL'); }, killAfterMs);
  const { result, owners } = await rush(stage, [api, other], conferenceId, { people, seconds: 120, marks: [MADE, REFUSED] });
  clearTimeout(killed);
  await other.stop('SIGKILL');
  if (result.answered < owners.length) throw new Error(`${owners.length - result.answered} of ${owners.length} requests were never answered`);
  const winners = new Set(owners.filter((_, index) => result.outcomes[index] === 1)).size;
  const [row] = await stage.ask<{ confirmed: number; taken: number }>(DATABASE, `
    SELECT (SELECT count(*)::int FROM registration WHERE conference_id = $1 AND state = 'CONFIRMED') AS confirmed, (SELECT sum(taken)::int FROM pool WHERE conference_id = $1) AS taken`, [conferenceId]);
  if (winners !== PLACES || row?.confirmed !== PLACES || row.taken !== PLACES) throw new Error(`${winners} were told that they have a place, and there are ${JSON.stringify(row)}`);
  return { value: (result.byMark[REFUSED] ?? 0) / result.seconds, p99: result.p99, lost: result.lost };
}

/** Everybody at once, each tenth twice under one key. */
async function rush(stage: Stage, apis: readonly Started[], conferenceId: string, { people, seconds, marks }: { people: number; seconds: number; marks: readonly string[] }): Promise<{ result: LoadResult; owners: readonly number[] }> {
  const delegates = await signedInDelegates(stage, DATABASE, people);
  const owners = delegates.flatMap((_, number) => (number % 10 === 0 ? [number, number] : [number]));
  const keys = delegates.map(() => randomUUID());
  const bodies = owners.map((number) => registrationBody(conferenceId, delegates[number]!, number, keys[number]!));
  const result = await load({
    ports: apis.map(({ port }) => port), connections: CONNECTIONS, seconds, bodies, bearers: owners.map((number) => delegates[number]!.bearer), repeat: false, marks,
  });
  markedAll(result);
  return { result, owners };
}

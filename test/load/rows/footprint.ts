import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { memoryOf } from '../cpu.js';
import { OwnMailer } from '../mail/own-mailer.js';
import { readAtPace } from '../paced-client.js';
import { vendure } from '../peers/vendure.js';
import { compared, median } from '../row.js';
import type { BenchOptions, Row } from '../row.js';
import type { Stage, Started } from '../stage.js';
import { takeTurns } from '../turns.js';
import type { Contender } from '../turns.js';
import { FIELDS, programme } from './filled-programme.js';

const DATABASE = 'footprint';
const READS_A_SECOND = 25;
/** How long an idle process is left alone before its memory is read; a garbage collection after the start lies within it. */
const IDLE_MS = 15_000;
const PROGRAMME = `query P($slug: String!) { programme(conferenceSlug: $slug) { version forums { ${FIELDS} } } }`;
const UNLIMITED = { RATE_LIMITS: 'off' };

/** What the api needs before anybody asks for anything, beside a shop on the same Node without flags; and the programme while a mailing is sent. */
export async function footprintRows(stage: Stage, { seconds, rounds, short }: BenchOptions): Promise<Row[]> {
  await stage.houseDatabase(DATABASE);
  const built = existsSync('dist/apps/api/main.js');
  const idle = short ? 100 : IDLE_MS;
  const shop = short ? undefined : await vendure(stage);
  await shop?.stop();
  const contenders: Contender[] = [
    { name: 'own', turn: () => looked(stage.api(DATABASE, UNLIMITED, built), '/graphql', idle) },
    ...(shop === undefined ? [] : [{ name: 'vendure', turn: () => looked(shop.again(), '/shop-api', idle) }]),
  ];
  const turned = await takeTurns(contenders, rounds, () => ({ postgres: stage.databasePid }), !short);
  const [alone, during] = await programmeBeside(stage, built, seconds, rounds, short ? 300 : 10_000);
  const peer = shop === undefined ? `Vendure (${short ? 'not in the short form' : 'not to be had here'})` : 'Vendure';
  const how = `${built ? 'as built' : 'from its sources'}; ${turned.cpu('own')}`;
  return [
    compared('footprint: start to first answer', 'ms', turned.figure('own', 'start') ?? 0, peer, turned.figure('vendure', 'start'), { most: 0.5 }, how),
    compared('footprint: idle memory', 'MB', turned.figure('own', 'memory') ?? 0, peer, turned.figure('vendure', 'memory'), { most: 0.75 }, how),
    compared('footprint: programme p99', 'ms', during, 'unloaded', alone, { most: 2 }, `during a mailing; ${READS_A_SECOND} reads a second, alone ${alone.toFixed(1)} ms; the readers', the sink's and the enqueuer's CPU counts too`),
  ];
}

/** One start: until it answers, and what it holds when it has answered one query and then nothing. */
async function looked(starting: Promise<Started>, path: string, idleMs: number): Promise<Record<string, number>> {
  const started = await starting;
  const answer = await fetch(`http://127.0.0.1:${started.port}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ __typename }"}' });
  if (!answer.ok) throw new Error(`a process that is up answered ${answer.status}`);
  await pause(idleMs);
  const figures = { start: started.startMs, memory: memoryOf(started.pid) };
  await started.stop();
  return figures;
}

/** The slowest hundredth of the programme's readers, who come at a pace of their own: by themselves and while a mailing is sent, in turns. */
async function programmeBeside(stage: Stage, built: boolean, seconds: number, rounds: number, letters: number): Promise<readonly [number, number]> {
  const api = await stage.api(DATABASE, UNLIMITED, built);
  const { slug } = await programme(api, 3, 4);
  const sink = await stage.script('mail/sink.ts', {});
  const mailer = await OwnMailer.open(stage, sink, {});
  const slowest = async (meanwhile: () => Promise<unknown>): Promise<number> => {
    const reader = readAtPace({ url: `http://127.0.0.1:${api.port}`, query: PROGRAMME, variables: { slug }, aSecond: READS_A_SECOND });
    await meanwhile();
    const times = [...await reader.end()].sort((a, b) => a - b);
    return times[Math.floor(times.length * 0.99)] ?? 0;
  };
  await slowest(() => pause(Math.min(3_000, seconds * 1_000)));
  const [alone, during]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    alone.push(await slowest(() => pause(Math.max(seconds, 1) * 1_000)));
    during.push(await slowest(() => mailer.send(letters)));
  }
  await mailer.close();
  await sink.stop();
  await api.stop();
  return [median(alone), median(during)];
}

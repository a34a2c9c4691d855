import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { describeWhere, hasRedis, startHouse, startRedis } from '#testkit';
import type { House } from '#testkit';
import pg from 'pg';
import { engineOf, runDemo, sumsIn } from './demo-run.js';
import type { DemoRun } from './demo-run.js';

const LONG = 600_000;
const NAME = 'loses nothing and doubles nothing when api and worker are killed under it, again and again';
const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
}, 60_000);

describe('the demo, with BullMQ on PostgreSQL', () => {
  it(NAME, async () => { expect(engineOf(await killing())).toBe('postgres'); }, LONG);
});

describeWhere(hasRedis(), 'redis-server is not installed')('the demo, with BullMQ on Redis', () => {
  it(NAME, async () => {
    const redis = await startRedis();
    closing.push(() => redis.stop());
    expect(engineOf(await killing({ REDIS_URL: redis.url }))).toBe('redis');
  }, LONG);
});

/** A demo whose api and worker are killed again and again. */
async function killing(environment: Readonly<Record<string, string>> = {}): Promise<House> {
  const { house: home } = await startHouse({ environment });
  closing.push(() => home.close());
  const demo = runDemo(home, 90);
  const killed = await killWhileItRuns(home, demo, [[60, 'worker'], [130, 'api'], [200, 'worker'], [270, 'api']]);
  const { code, said } = await demo.ended;
  expect({ code, wrong: sumsIn(said).wrong, tail: said.slice(-300) }).toMatchObject({ code: 0, wrong: [] });
  expect(killed).toEqual(['worker', 'api', 'worker', 'api']);
  expect(said).toMatch(/everything ties out \(\d+ requests were tried again\)/);
  return home;
}

/** Kills a process each time the ledger has grown to so many letters, and gives whom it killed. */
async function killWhileItRuns(home: House, demo: DemoRun, plan: readonly (readonly [letters: number, name: string])[]): Promise<readonly string[]> {
  const database = new pg.Client({ connectionString: home.running()?.databaseUrl });
  await database.connect();
  let isOver = false;
  void demo.ended.then(() => { isOver = true; });
  const killed: string[] = [];
  const dead = new Set<number | undefined>([undefined]);
  for (const [letters, name] of plan) {
    while (!isOver && Number((await database.query<{ n: string }>('SELECT count(*) AS n FROM message')).rows[0]?.n) < letters) await pause(50);
    // One that was killed before may still be on its way back, while the others go on.
    const pid = (): number | undefined => home.running()?.processes[name];
    while (!isOver && dead.has(pid())) await pause(50);
    const alive = pid();
    if (isOver || alive === undefined) break;
    process.kill(alive, 'SIGKILL');
    dead.add(alive);
    killed.push(name);
  }
  await database.end();
  return killed;
}

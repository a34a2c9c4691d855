import { afterEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { describeWhere, hasRedis } from '#testkit';
import { trialNote, trialSlow } from './trial-jobs.js';
import { ENGINES, TrialBench, until } from './trial-bench.js';

const whereRedis = describeWhere(hasRedis(), 'redis-server is not installed');
const TEN_MINUTES = 600_000;

let bench: TrialBench;
afterEach(async () => { await bench.clear(); });

const enqueue = (all: readonly string[]): Promise<void> => bench.database.work.run((tx) => {
  for (const label of all) tx.enqueue(trialNote, { label });
  return Promise.resolve();
});

const enqueueSlow = (all: readonly string[], seconds: number): Promise<void> => bench.database.work.run((tx) => {
  for (const label of all) tx.enqueue(trialSlow, { label, seconds });
  return Promise.resolve();
});

const begun = async (count: number): Promise<void> =>
  until(async () => (await bench.database.source.query<unknown[]>('SELECT 1 FROM trial_begun')).length >= count, 30_000, `${count} jobs to begin`);

const names = (prefix: string, count: number): string[] => Array.from({ length: count }, (_, n) => `${prefix} ${String(n).padStart(3, '0')}`);

whereRedis('a Redis that fails', () => {
  it('loses nothing and doubles nothing when it is flushed between and under running jobs', async () => {
    bench = await TrialBench.set('redis');
    await bench.worker({ redispatchAfterMs: 1_000 });
    await bench.worker({ redispatchAfterMs: 1_000 });
    await enqueueSlow(names('slow', 20), 4);
    await begun(8);
    await bench.redis?.flush();
    await enqueue(names('note', 50));
    await sleep(500);
    await bench.redis?.flush();
    await bench.settled();
    expect(await bench.labels()).toEqual([...names('note', 50), ...names('slow', 20)]);
  }, 60_000);

  it('loses nothing when it is killed and comes back empty; the relay keeps what it could not hand over', async () => {
    bench = await TrialBench.set('redis');
    await bench.worker({ redispatchAfterMs: 2_000 });
    await enqueueSlow(names('slow', 10), 1);
    await begun(4);
    await bench.redis?.kill();
    await enqueue(names('note', 50));
    await sleep(3_000);
    await bench.redis?.restart();
    await bench.settled(40_000);
    expect(await bench.labels()).toEqual([...names('note', 50), ...names('slow', 10)]);
  }, 90_000);

  it('makes a worker that finds none at its start end with a sentence', async () => {
    bench = await TrialBench.set('redis');
    await bench.redis?.kill();
    await expect(bench.worker()).rejects.toThrow('the worker ended with 1');
  }, 40_000);
});

describe.each(ENGINES)('workers on %s', (engine) => {
  it('does each job once though the workers\' clocks are ten minutes off, either way', async () => {
    bench = await TrialBench.set(engine);
    await Promise.all([bench.worker(), bench.worker({ clockSkewMs: TEN_MINUTES }), bench.worker({ clockSkewMs: -TEN_MINUTES })]);
    await enqueueSlow(names('slow', 12), 8);
    await enqueue(names('note', 100));
    await bench.settled(60_000);
    expect(await bench.labels()).toEqual([...names('note', 100), ...names('slow', 12)]);
  }, 90_000);

  it('goes on by itself after PostgreSQL broke every connection', async () => {
    bench = await TrialBench.set(engine);
    await bench.worker({ redispatchAfterMs: 3_000 });
    await enqueueSlow(names('slow', 6), 2);
    await begun(6);
    await bench.database.source.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name <> $1',
      ['huiguan-test'],
    );
    await enqueue(names('note', 50));
    await bench.settled(40_000);
    expect(await bench.labels()).toEqual([...names('note', 50), ...names('slow', 6)]);
  }, 60_000);

  it('loses nothing and doubles nothing while its workers are replaced one by one', async () => {
    bench = await TrialBench.set(engine);
    let old = await bench.worker();
    for (let generation = 0; generation < 3; generation += 1) {
      await enqueueSlow(names(`slow ${generation}`, 8), 1);
      await enqueue(names(`note ${generation}`, 50));
      const next = await bench.worker();
      const ended = new Promise((resolve) => old.once('exit', resolve));
      old.kill('SIGTERM');
      expect(await ended).toBe(0);
      old = next;
    }
    await bench.settled();
    const expected = [0, 1, 2].flatMap((generation) => [...names(`note ${generation}`, 50), ...names(`slow ${generation}`, 8)]);
    expect(await bench.labels()).toEqual(expected.sort());
  }, 60_000);
});


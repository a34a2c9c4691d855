import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { trialFailing, trialHappened, trialLater, trialNote, trialPoison, trialSlow } from './trial-jobs.js';
import { ENGINES, TrialBench, until } from './trial-bench.js';

const MANY = 300;
/** Finds dead workers sooner than the house does, for the tests that kill many. */
const IMPATIENT = { tuning: { lockDuration: 1_000, stalledInterval: 500 } };
const labels = (count: number): string[] => Array.from({ length: count }, (_, n) => `job ${String(n).padStart(4, '0')}`);

describe.each(ENGINES)('jobs on %s', (engine) => {
  let bench: TrialBench;
  beforeEach(async () => { bench = await TrialBench.set(engine); });
  afterEach(async () => { await bench.clear(); });

  const enqueueNotes = (all: readonly string[]): Promise<void> => bench.database.work.run(async (tx) => {
    for (const label of all) tx.enqueue(trialNote, { label });
    await Promise.resolve();
  });

  it('does each job exactly once with three workers', async () => {
    await enqueueNotes(labels(MANY / 2));
    await Promise.all([bench.worker(), bench.worker(), bench.worker()]);
    await enqueueNotes(labels(MANY).slice(MANY / 2));
    await bench.settled();
    expect(await bench.labels()).toEqual(labels(MANY));
  });

  it('makes one job of each reaction to a fact, and none where the reaction has nothing to do', async () => {
    await Promise.all([bench.worker(), bench.worker()]);
    await bench.database.work.run((tx) => {
      tx.record(trialHappened, { label: 'arrival' });
      tx.record(trialHappened, { label: 'departure' });
      return Promise.resolve();
    });
    await bench.settled();
    expect(await bench.labels()).toEqual(['arrival/first', 'arrival/second', 'departure/first', 'departure/second']);
  });

  it('finishes on another worker, within 15 s, what a killed one had begun', async () => {
    const workers = await Promise.all([bench.worker(), bench.worker()]);
    await bench.database.work.run((tx) => {
      tx.enqueue(trialSlow, { label: 'long', seconds: 3 });
      return Promise.resolve();
    });
    const begun = (): Promise<{ pid: number }[]> => bench.database.source.query('SELECT pid FROM trial_begun');
    await until(async () => (await begun()).length === 1, 30_000, 'the job to begin');
    const [first] = await begun();
    const killedAt = Date.now();
    workers.find(({ pid }) => pid === first?.pid)?.kill('SIGKILL');
    await bench.settled(15_000);
    expect(Date.now() - killedAt).toBeLessThan(15_000);
    expect(await bench.labels()).toEqual(['long']);
    expect((await bench.effects())[0]?.pid).not.toBe(first?.pid);
  });

  it('sets a poisonous job aside after some deaths while the others are done', async () => {
    await bench.database.work.run((tx) => {
      tx.enqueue(trialPoison, { label: 'poison' });
      for (const label of labels(40)) tx.enqueue(trialNote, { label });
      return Promise.resolve();
    });
    const restartUntilAside = async (): Promise<void> => {
      while ((await bench.health().figures()).failed === 0) {
        const child = await bench.worker(IMPATIENT).catch(() => undefined);
        if (child !== undefined) await Promise.race([new Promise((resolve) => child.once('exit', resolve)), until(async () => (await bench.health().figures()).failed === 1, 20_000, 'the poison to be set aside')]);
      }
    };
    await restartUntilAside();
    await bench.settled();
    expect([...new Set(await bench.labels())]).toEqual(labels(40));
    const [poison] = await bench.database.source.query<{ starts: number; failure: string }[]>('SELECT starts, failure FROM outbox');
    expect(poison).toMatchObject({ starts: 5, failure: expect.stringContaining('its worker died 4 times') as unknown });
  }, 90_000);

  it('tries a failing job again after a pause, and sets it aside after the last attempt without an address in the reason', async () => {
    await bench.worker();
    await bench.database.work.run((tx) => {
      tx.enqueue(trialFailing, { label: 'third time lucky', times: 2 });
      tx.enqueue(trialFailing, { label: 'never', times: 99 });
      return Promise.resolve();
    });
    await bench.settled();
    expect(await bench.effects()).toEqual([expect.objectContaining({ label: 'third time lucky', attempt: 3 })]);
    const [failed] = await bench.database.source.query<{ failures: number; failure: string }[]>('SELECT failures, failure FROM outbox');
    expect(failed?.failures).toBe(3);
    expect(failed?.failure).toMatch(/^Error: no luck for \[address\] at attempt 3 \(F-/);
  });

  it('brings a postponed job again without using up its only attempt', async () => {
    await bench.worker();
    await bench.database.work.run((tx) => {
      tx.enqueue(trialLater, { label: 'later' });
      return Promise.resolve();
    });
    await bench.settled();
    expect(await bench.effects()).toEqual([expect.objectContaining({ label: 'later', attempt: 1 })]);
  });

  it('does what is due later, not before', async () => {
    await bench.worker();
    await bench.database.work.run((tx) => {
      tx.enqueue(trialNote, { label: 'tomorrow' }, { at: new Date(Date.now() + 86_400_000) });
      tx.enqueue(trialNote, { label: 'now' });
      return Promise.resolve();
    });
    await until(async () => (await bench.outboxCount()) === 1, 10_000, 'the first job');
    expect(await bench.labels()).toEqual(['now']);
  });

  it('hands over again what a relay had claimed before it was killed', async () => {
    await enqueueNotes(labels(5));
    await bench.database.source.query('UPDATE outbox SET dispatched_at = now() - interval \'2 seconds\'');
    await bench.worker({ redispatchAfterMs: 1_000 });
    await bench.settled();
    expect(await bench.labels()).toEqual(labels(5));
  });

  it('finishes running jobs when it is asked to end, and leaves none begun', async () => {
    const worker = await bench.worker();
    await bench.database.work.run((tx) => {
      tx.enqueue(trialSlow, { label: 'long', seconds: 2 });
      return Promise.resolve();
    });
    await until(async () => (await bench.database.source.query<unknown[]>('SELECT 1 FROM trial_begun')).length === 1, 30_000, 'the job to begin');
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    worker.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(await bench.labels()).toEqual(['long']);
    expect(await bench.outboxCount()).toBe(0);
  });
});

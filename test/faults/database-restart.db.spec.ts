import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freePort, startEmbeddedDatabase } from '#platform';
import type { EmbeddedDatabase } from '#platform';
import { databaseOn, ENGINES, TrialBench, until } from './trial-bench.js';
import { trialNote, trialSlow } from './trial-jobs.js';

describe.each(ENGINES)('PostgreSQL stopped at once under workers on %s', (engine) => {
  let folder: string;
  let port: number;
  let server: EmbeddedDatabase;
  let bench: TrialBench;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'huiguan-restart-'));
    port = await freePort();
    server = await startEmbeddedDatabase({ folder, port });
    bench = await TrialBench.set(engine, await databaseOn(server.url));
  });
  afterEach(async () => {
    await bench.clear();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  // SIGQUIT is PostgreSQL's immediate shutdown: every connection is cut, nothing is written any more.
  const stopAtOnce = async (): Promise<void> => {
    const pid = Number((await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8')).split('\n')[0]);
    process.kill(pid, 'SIGQUIT');
    await server.ended;
  };

  it('does every committed job once, with the same worker process, after it is back', async () => {
    const worker = await bench.worker({ redispatchAfterMs: 3_000 });
    const label = (n: number): string => `job ${String(n).padStart(3, '0')}`;
    await bench.database.work.run((tx) => {
      for (let n = 0; n < 6; n += 1) tx.enqueue(trialSlow, { label: label(n), seconds: 2 });
      for (let n = 6; n < 60; n += 1) tx.enqueue(trialNote, { label: label(n) });
      return Promise.resolve();
    });
    await until(async () => (await bench.database.source.query<unknown[]>('SELECT 1 FROM trial_begun')).length === 6, 30_000, 'six jobs to begin');
    await stopAtOnce();
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    server = await startEmbeddedDatabase({ folder, port });
    await bench.settled(40_000);
    expect([...new Set(await bench.labels())]).toEqual(Array.from({ length: 60 }, (_, n) => label(n)));
    expect(worker.exitCode).toBeNull();
  }, 90_000);
});

import { throwawayDatabase } from '#testkit';
import type { ThrowawayDatabase } from '#testkit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { job } from './declarations.js';
import { JobClaims } from './job-claims.js';

const greet = job<{ registrationId: string }>('claims.greet', { queue: 'work', attempts: 2 });

describe('job claims', () => {
  let database: ThrowawayDatabase;
  let first: JobClaims;
  let second: JobClaims;
  beforeAll(async () => { database = await throwawayDatabase(); });
  afterAll(async () => { await database.drop(); });
  beforeEach(() => {
    first = new JobClaims(database.url, 1);
    second = new JobClaims(database.url, 1);
  });
  afterEach(async () => { await Promise.all([first.close(), second.close()]); });

  const enqueued = async (): Promise<string> => {
    await database.work.run((tx) => {
      tx.enqueue(greet, { registrationId: 'r-1' });
      return Promise.resolve();
    });
    const [row] = await database.source.query<{ id: string }[]>('SELECT max(id)::text AS id FROM outbox');
    return row?.id ?? '';
  };
  const rowOf = async (id: string): Promise<Record<string, unknown> | undefined> =>
    (await database.source.query<Record<string, unknown>[]>('SELECT * FROM outbox WHERE id = $1', [id]))[0];
  const locks = async (): Promise<number> =>
    (await database.source.query<unknown[]>("SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid = l.database WHERE locktype = 'advisory' AND datname = current_database()")).length;

  it('gives a job to one process only, also when both ask at once', async () => {
    const id = await enqueued();
    const claims = await Promise.all([first.begin(id), second.begin(id), first.begin(id)]);
    expect(claims.filter((claim) => claim !== undefined)).toEqual([{ id, name: 'claims.greet', payload: { registrationId: 'r-1' }, starts: 1, failures: 0 }]);
  });

  it('knows a finished job no more, and holds no lock on it', async () => {
    const id = await enqueued();
    await first.begin(id);
    await first.end(id, { kind: 'done' });
    expect(await rowOf(id)).toBeUndefined();
    expect(await second.begin(id)).toBeUndefined();
    expect(await locks()).toBe(0);
  });

  it('frees the jobs of a process that died, which is counted', async () => {
    const id = await enqueued();
    await first.begin(id);
    await database.source.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'huiguan-claims' AND datname = current_database()");
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await second.begin(id)).toMatchObject({ starts: 2, failures: 0 });
  });

  it('takes its locks again when its connection broke while jobs run', async () => {
    const id = await enqueued();
    const other = await enqueued();
    await first.begin(id);
    await database.source.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'huiguan-claims' AND datname = current_database()");
    await new Promise((resolve) => setTimeout(resolve, 200));
    await first.begin(other);
    expect(await second.begin(id)).toBeUndefined();
    await first.end(id, { kind: 'done' });
    expect(await rowOf(id)).toBeUndefined();
  });

  it('leaves no lock and no connection behind when its connection breaks under a statement', async () => {
    const claims = new JobClaims(database.url, 20);
    for (let round = 0; round < 5; round += 1) {
      const id = await enqueued();
      const other = await enqueued();
      await database.work.run(async (tx) => {
        await tx.query('SELECT 1 FROM outbox WHERE id = $1 FOR UPDATE', [id]);
        const broken = claims.begin(id).catch(() => undefined).then(() => claims.begin(other));
        await new Promise((resolve) => setTimeout(resolve, 100));
        await tx.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'huiguan-claims' AND datname = current_database()");
        expect(await broken).toMatchObject({ id: other });
      });
      await claims.begin(id);
      await Promise.all([id, other].map((one) => claims.end(one, { kind: 'failed', failure: 'Error: away', isFinal: false })));
    }
    const sessions = await database.source.query<unknown[]>("SELECT 1 FROM pg_stat_activity WHERE application_name = 'huiguan-claims' AND datname = current_database()");
    expect([sessions.length, await locks()]).toEqual([1, 0]);
    await claims.close();
  });

  it('counts failures, keeps the reason, and begins no job that failed for good', async () => {
    const id = await enqueued();
    await first.begin(id);
    await first.end(id, { kind: 'failed', failure: 'Error: away', isFinal: false });
    expect(await second.begin(id)).toMatchObject({ starts: 2, failures: 1 });
    await second.end(id, { kind: 'failed', failure: 'Error: away again', isFinal: true });
    expect(await rowOf(id)).toMatchObject({ failures: 2, failure: 'Error: away again', failed_at: expect.any(Date) as unknown });
    expect(await first.begin(id)).toBeUndefined();
  });

  it('gives a job back as if it had not been begun', async () => {
    const id = await enqueued();
    await database.source.query('UPDATE outbox SET dispatched_at = now() WHERE id = $1', [id]);
    await first.begin(id);
    await first.returnAll();
    expect(await rowOf(id)).toMatchObject({ starts: 0, failures: 0, dispatched_at: null });
    expect(await locks()).toBe(0);
  });
});

import { setTimeout as pause } from 'node:timers/promises';
import { describeWhere, hasRedis, startRedis } from '#testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WholeApi } from '../testing/whole-api.js';
import { QueueBoard } from './queue-board.js';

const look = (api: WholeApi) => api.app.inject({ url: '/queues/api/queues?page=1&jobsPerPage=10', headers: { authorization: 'Bearer the-token-of-these-tests-only-000000' } });

describe('the board before the queues, on PostgreSQL', () => {
  let api: WholeApi;
  beforeAll(async () => { api = await WholeApi.open(); }, 60_000);
  afterAll(() => api.database.drop());

  const connections = async (): Promise<number> => {
    const [row] = await api.database.source.query<{ n: number }[]>("SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'huiguan-queue'");
    return row?.n ?? 0;
  };
  const gone = async (): Promise<boolean> => {
    for (const end = Date.now() + 5_000; Date.now() < end; await pause(50)) if (await connections() === 0) return true;
    return false;
  };

  it('holds no connection before somebody looks, one a queue while they do, and none a while after', async () => {
    expect(await connections()).toBe(0);
    expect((await look(api)).statusCode).toBe(200);
    expect([1, 2, 3]).toContain(await connections());
    api.app.get(QueueBoard, { strict: false }).untilClosedMs = 300;
    const together = await Promise.all(Array.from({ length: 20 }, () => look(api)));
    expect(together.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: 20 }, () => 200));
    expect([1, 2, 3]).toContain(await connections());
    expect(await gone()).toBe(true);
    expect((await look(api)).statusCode).toBe(200);
  });

  it('lets go of them when the api ends', async () => {
    api.app.get(QueueBoard, { strict: false }).untilClosedMs = 60_000;
    expect((await look(api)).statusCode).toBe(200);
    await api.app.close();
    expect(await connections()).toBe(0);
  });
});

describeWhere(hasRedis(), 'redis-server is not installed')('the board before the queues, on Redis', () => {
  it('says that they are out of reach while Redis is away, and is there again when Redis is', async () => {
    const redis = await startRedis();
    const api = await WholeApi.open({ REDIS_URL: redis.url });
    await redis.kill();
    const away = await look(api);
    expect([away.statusCode, away.headers['retry-after'], away.json<object>()]).toEqual([503, '5', expect.objectContaining({ code: 'fault.away' })]);
    await redis.restart();
    expect((await look(api)).statusCode).toBe(200);
    await redis.kill();
    const broken = await look(api);
    expect([broken.statusCode, broken.body]).toEqual([500, expect.not.stringMatching(/127\.0\.0\.1|ECONN/)]);
    await redis.restart();
    for (const end = Date.now() + 10_000; (await look(api)).statusCode !== 200;) expect(Date.now()).toBeLessThan(end);
    await api.close();
    await redis.stop();
  }, 60_000);
});

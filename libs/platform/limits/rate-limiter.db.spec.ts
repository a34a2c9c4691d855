import { throwawayDatabase } from '#testkit';
import type { ThrowawayDatabase } from '#testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RateLimiter, waitFor } from './rate-limiter.js';

describe('rate limiter', () => {
  let database: ThrowawayDatabase;
  beforeAll(async () => { database = await throwawayDatabase(); });
  afterAll(async () => { await database.drop(); });

  const tenADay = { limit: 10, perSeconds: 86_400 };
  const passed = (answers: readonly { ok: boolean }[]): number => answers.filter(({ ok }) => ok).length;

  it('lets through exactly the limit, however many processes ask at once', async () => {
    const processes = [new RateLimiter(database.source), new RateLimiter(database.source), new RateLimiter(database.source)];
    const rounds = await Promise.all(Array.from({ length: 5 }, async (_, round) =>
      Promise.all(Array.from({ length: 60 }, (__, n) => processes[(n + round) % 3]?.take('burst', 1, tenADay) ?? Promise.resolve({ ok: false })))));
    const total = passed(rounds.flat());
    expect(total).toBeLessThanOrEqual(10);
    const more = await Promise.all(Array.from({ length: 10 }, () => processes[0]?.take('burst', 1, tenADay) ?? Promise.resolve({ ok: false })));
    expect(total + passed(more)).toBe(10);
  });

  it('counts a request by its cost, all or nothing', async () => {
    const limiter = new RateLimiter(database.source);
    expect(await limiter.take('alias flood', 1_000, { limit: 100, perSeconds: 86_400 })).toEqual({ ok: false, retryAfterSeconds: expect.any(Number) });
    expect(await limiter.take('alias flood', 60, { limit: 100, perSeconds: 86_400 })).toEqual({ ok: true });
    expect(await limiter.take('alias flood', 41, { limit: 100, perSeconds: 86_400 })).toMatchObject({ ok: false });
    expect(await limiter.take('alias flood', 40, { limit: 100, perSeconds: 86_400 })).toEqual({ ok: true });
  });

  it('gives back in one order, so that refused batches in opposite orders do not lock each other out', async () => {
    const [one, other] = [new RateLimiter(database.source), new RateLimiter(database.source)];
    const subjects = Array.from({ length: 40 }, (_, n) => `give back ${n}`);
    const none = { limit: 1, perSeconds: 86_400 };
    for (let round = 0; round < 30; round += 1) {
      const ask = (limiter: RateLimiter, in_: readonly string[]) => Promise.all(in_.map((subject) => limiter.take(subject, 5, none)));
      await expect(Promise.all([ask(one, subjects), ask(other, subjects.toReversed())])).resolves.toHaveLength(2);
    }
  });

  it('does not mix subjects, nor windows of other lengths', async () => {
    const limiter = new RateLimiter(database.source);
    const one = { limit: 1, perSeconds: 86_400 };
    expect(await limiter.take('sign-in:203.0.113.7', 1, one)).toEqual({ ok: true });
    expect(await limiter.take('sign-in:203.0.113.8', 1, one)).toEqual({ ok: true });
    expect(await limiter.take('sign-in:203.0.113.7', 1, { limit: 1, perSeconds: 3_600 })).toEqual({ ok: true });
    expect(await limiter.take('sign-in:203.0.113.7', 1, one)).toMatchObject({ ok: false });
  });

  it('keeps no subject readable', async () => {
    await new RateLimiter(database.source).take('sign-in:203.0.113.99', 1, tenADay);
    expect(await database.source.query("SELECT 1 FROM rate_window WHERE subject LIKE '%203%113%'")).toHaveLength(0);
  });

  it('lets through again after the time it named', async () => {
    const limiter = new RateLimiter(database.source);
    const two = { limit: 2, perSeconds: 1 };
    await limiter.take('short', 2, two);
    const refused = await limiter.take('short', 1, two);
    const wait = refused.ok ? 0 : refused.retryAfterSeconds;
    expect(wait).toBeLessThanOrEqual(2);
    await new Promise((resolve) => setTimeout(resolve, wait * 1_000));
    expect(await limiter.take('short', 1, two)).toEqual({ ok: true });
  });

  it('carries the count of the window before over into the next, and no older one', async () => {
    const limiter = new RateLimiter(database.source);
    const take = async (): Promise<void> => { await limiter.take('carried', 3, { limit: 100, perSeconds: 86_400 }); };
    const row = (): Promise<unknown> => database.source.query("SELECT hits, before FROM rate_window");
    const ago = (days: number): Promise<unknown> => database.source.query("UPDATE rate_window SET window_start = window_start - $1 * interval '1 day'", [days]);
    await database.source.query('TRUNCATE rate_window');
    await take();
    await take();
    expect(await row()).toEqual([{ hits: 6, before: 0 }]);
    await ago(1);
    await take();
    expect(await row()).toEqual([{ hits: 3, before: 6 }]);
    await ago(2);
    await take();
    expect(await row()).toEqual([{ hits: 3, before: 0 }]);
  });

  it('says how long to wait: until enough of the last window lies behind, or until the next one has room', () => {
    const limit = { limit: 10, perSeconds: 60, cost: 1 };
    expect(waitFor(limit, 5, 10, 0.25)).toBe(21);
    expect(waitFor(limit, 10, 0, 0.5)).toBe(36);
    expect(waitFor({ ...limit, cost: 50 }, 0, 0, 0.5)).toBe(30);
  });
});

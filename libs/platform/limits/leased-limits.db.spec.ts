import { throwawayDatabase } from '#testkit';
import type { ThrowawayDatabase } from '#testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LeasedLimits } from './leased-limits.js';
import { RateLimiter } from './rate-limiter.js';

describe('leased limits', () => {
  let database: ThrowawayDatabase;
  beforeAll(async () => { database = await throwawayDatabase(); });
  afterAll(async () => { await database.drop(); });

  const aDay = { limit: 1_000, perSeconds: 86_400 };

  it('let nobody do more than the limit, however many processes lease at once, and cost few statements', async () => {
    let statements = 0;
    const processes = Array.from({ length: 3 }, () => {
      const limiter = new RateLimiter(database.source);
      return new LeasedLimits({
        take: (...parts) => { statements += 1; return limiter.take(...parts); },
        lease: (...parts) => { statements += 1; return limiter.lease(...parts); },
      });
    });
    let passed = 0;
    const asking = async (line: number): Promise<void> => {
      for (let n = 0; n < 100; n += 1) if ((await processes[(line + n) % 3]?.take('reader', aDay))?.ok === true) passed += 1;
    };
    await Promise.all(Array.from({ length: 9 }, (_, line) => asking(line)));
    expect(passed).toBe(900);
    expect(statements).toBeLessThan(500);
    await Promise.all(Array.from({ length: 3 }, (_, line) => asking(line)));
    expect(passed).toBeGreaterThan(950);
    expect(passed).toBeLessThanOrEqual(1_000);
  });

  it('give all that is left, to the last one, where one process is asked', async () => {
    const leased = new LeasedLimits(new RateLimiter(database.source));
    let passed = 0;
    for (let n = 0; n < 1_020; n += 1) if ((await leased.take('alone', aDay)).ok) passed += 1;
    expect(passed).toBe(1_000);
    expect(await leased.take('alone', aDay)).toEqual({ ok: false, retryAfterSeconds: expect.any(Number) });
    expect(await leased.take('another', aDay)).toEqual({ ok: true });
  });

  it('end with the window they were counted in', async () => {
    let now = 0;
    const asked: number[] = [];
    const limiter = { take: () => Promise.resolve({ ok: true } as const), lease: (_: string, cost: number) => { asked.push(cost); return Promise.resolve({ ok: true, secondsLeft: 10 } as const); } };
    const leased = new LeasedLimits(limiter, () => now);
    for (let n = 0; n < 4; n += 1) await leased.take('reader', aDay);
    expect(asked).toEqual([1, 2, 4]);
    now = 10_000;
    await leased.take('reader', aDay);
    expect(asked).toEqual([1, 2, 4, 1]);
  });
});

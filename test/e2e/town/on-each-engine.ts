import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeWhere, hasRedis, startRedis } from '#testkit';
import type { ThrowawayRedis } from '#testkit';
import { Town } from './town.js';

/** Plays journeys once with BullMQ on PostgreSQL and once on Redis: what a delegate sees must not depend on the engine. */
export function onEachEngine(journeys: (openTown: () => Promise<Town>) => void): void {
  describe('with BullMQ on PostgreSQL', () => { journeys(() => Town.open()); });
  describeWhere(hasRedis(), 'redis-server is not installed')('with BullMQ on Redis', () => {
    let redis: ThrowawayRedis;
    beforeAll(async () => { redis = await startRedis(); });
    afterAll(() => redis.stop());
    journeys(() => Town.open(redis.url));
    it('has had the queues in Redis', async () => { expect(await redis.size()).toBeGreaterThan(0); });
  });
}

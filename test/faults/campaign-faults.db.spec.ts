import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { CampaignId } from '#kernel';
import { describeWhere, hasRedis, startMailbox, startRedis } from '#testkit';
import type { TestMailbox, ThrowawayRedis } from '#testkit';
import { CampaignRoom } from '../../libs/campaigns/testing/campaign-room.js';
import { RealWorkers, threeMinutesOn } from './real-workers.js';
import { ENGINES, until } from './trial-bench.js';

const GUESTS = 3_500;
/** Connections of a worker: the most letters that its death leaves unclear, whenever it comes. */
const LINES = 10;
const ENDED_MS = 300_000;

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
}, 60_000);

interface Stage {
  readonly room: CampaignRoom;
  readonly mailbox: TestMailbox;
  readonly redis: ThrowawayRedis | undefined;
  readonly workers: RealWorkers;
  readonly id: CampaignId;
}

/** A campaign to `GUESTS` people that was started, and no worker yet. */
async function startedCampaign(engine: 'postgres' | 'redis'): Promise<Stage> {
  const room = await CampaignRoom.open();
  closing.push(() => room.close());
  room.clock.moveTo(new Date());
  const mailbox = await startMailbox();
  closing.push(() => mailbox.stop());
  const redis = engine === 'redis' ? await startRedis() : undefined;
  if (redis !== undefined) closing.push(() => redis.stop());
  const workers = new RealWorkers({ databaseUrl: room.database.url, smtpUrl: `${mailbox.smtpUrl}?lines=${LINES}`, redisUrl: redis?.url });
  closing.push(() => workers.close());
  await room.contacts(Array.from({ length: GUESTS }, (_, n) => ({ address: `guest-${n}@d${n % 7}.example.org`, latin: `Guest ${n}`, locale: 'en' })));
  const id = await room.draft();
  await room.start(id, GUESTS);
  return { room, mailbox, redis, workers, id };
}

const unwritten = ({ room, id }: Stage): Promise<number> => room.count('campaign_recipient WHERE campaign_id = $1 AND message_id IS NULL', [id]);
const withLetter = ({ room, id }: Stage): Promise<number> => room.count("message WHERE mailing_id = $1 AND state = 'SENT'", [id]);

async function finished({ room, id }: Stage): Promise<void> {
  await until(async () => (await room.count("campaign WHERE id = $1 AND state = 'FINISHED'", [id])) === 1, ENDED_MS, 'the campaign to finish').catch(async (fault: unknown) => {
    const states = await room.query('SELECT state, count(*)::int AS n FROM message GROUP BY 1');
    const left = await room.query('SELECT name, due_at, dispatched_at, starts, failures, failure FROM outbox ORDER BY id LIMIT 5');
    throw new Error(`left: ${JSON.stringify({ states, left })}`, { cause: fault });
  });
}

/** Nobody got two, nobody was forgotten: recipients, invitations, ledger and mailbox tell the same. */
async function reckon(stage: Stage, mostUnclear: number): Promise<void> {
  const { room, mailbox, id } = stage;
  expect([await room.count('campaign_recipient WHERE campaign_id = $1', [id]), await unwritten(stage), await room.count('invitation'), await room.count('message WHERE mailing_id = $1', [id])])
    .toEqual([GUESTS, 0, GUESTS, GUESTS]);
  const mails = await mailbox.mails({ kind: 'campaigns.invitation' });
  const readers = mails.flatMap(({ to }) => to);
  expect(readers.length).toBe(new Set(readers).size);
  const ledger = await room.query<{ to_address: string; state: string }>('SELECT to_address, state FROM message WHERE mailing_id = $1', [id]);
  expect(ledger.filter(({ state }) => state !== 'SENT' && state !== 'UNCLEAR')).toEqual([]);
  const arrived = new Set(readers);
  expect(ledger.filter(({ to_address: to, state }) => state === 'SENT' && !arrived.has(to))).toEqual([]);
  expect(ledger.filter(({ state }) => state === 'UNCLEAR').length).toBeLessThanOrEqual(mostUnclear);
}

describe.each(ENGINES)('a campaign whose workers are killed (SIGKILL) while its ledger is being filled, with BullMQ on %s', (engine) => {
  it('invites nobody twice and forgets nobody', async () => {
    const stage = await startedCampaign(engine);
    const { room, workers } = stage;
    let killedWithin = 0;
    for (let deaths = 0; deaths < 3; deaths += 1) {
      const before = await unwritten(stage);
      const worker = workers.start();
      await until(async () => (await unwritten(stage)) < before || before === 0, 120_000, 'a worker to fill the ledger');
      await workers.kill(worker);
      if ((await unwritten(stage)) > 0) killedWithin += 1;
      await threeMinutesOn((sql) => room.query(sql));
    }
    expect(killedWithin).toBeGreaterThan(0);
    workers.start();
    await finished(stage);
    await reckon(stage, 3 * LINES);
  }, 600_000);
});

describeWhere(hasRedis(), 'redis-server is not installed')('a campaign whose Redis is flushed while it is being sent', () => {
  it('reaches everybody once, and nothing is unclear, since no worker died', async () => {
    const stage = await startedCampaign('redis');
    const { room, mailbox, redis, workers } = stage;
    mailbox.faults = (to) => (to === undefined ? undefined : { kind: 'slow', milliseconds: 25 });
    workers.start();
    for (const share of [0.1, 0.4, 0.7]) {
      await until(async () => (await withLetter(stage)) > GUESTS * share, 120_000, `${share} of the letters`);
      await redis?.flush();
      await pause(500);
      await threeMinutesOn((sql) => room.query(sql));
    }
    expect(await withLetter(stage)).toBeLessThan(GUESTS);
    await finished(stage);
    await reckon(stage, 0);
  }, 600_000);
});

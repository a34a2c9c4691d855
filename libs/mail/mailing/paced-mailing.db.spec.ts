import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startMailbox } from '#testkit';
import { BulkDesk } from './bulk-desk.fixture.js';
import { Paces } from './paces.js';

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

describe('the pace of a mailing', () => {
  let desk: BulkDesk;
  beforeAll(async () => { desk = await BulkDesk.open(); });
  afterAll(async () => { await desk.close(); });
  beforeEach(() => desk.clear());

  it('is kept by all who ask, together', async () => {
    const paces = new Paces(desk.database.work);
    const began = performance.now();
    const asked = await Promise.all(Array.from({ length: 6 }, () => paces.reserve([{ key: 'k', perMinute: 600, wanted: 10 }], 3_000)));
    const moments = asked.flatMap((granted) => {
      const { count, firstMs, everyMs } = granted.get('k')!;
      return Array.from({ length: count }, (_, index) => firstMs + index * everyMs);
    }).sort((one, other) => one - other);
    expect(moments.length).toBeGreaterThanOrEqual(29);
    // Ten a second: those of the three seconds ahead, and those of the time that the asking took.
    expect(moments.length).toBeLessThanOrEqual(31 + Math.ceil((performance.now() - began) / 100));
    expect(moments.at(-1)).toBeLessThanOrEqual(3_100);
  });

  it('holds to so many a minute, for the mailing and for each domain', async () => {
    await desk.clear({ perMinute: 240 });
    await desk.add(30);
    const began = performance.now();
    await desk.run();
    const seconds = (performance.now() - began) / 1_000;
    expect(seconds).toBeGreaterThan(29 / 4 - 0.5);
    expect((await desk.mails()).length).toBe(30);
  }, 60_000);

  it('lets nobody wait for a domain that has a pace of its own', async () => {
    await desk.clear({ domainPerMinute: 6 });
    await desk.add(40, (index) => ({ to: { email: `r${index}@${index < 30 ? 'one.example.org' : `d${index}.example.org`}`, name: '' } }));
    const began = performance.now();
    const run = desk.run();
    const toOthers = async (): Promise<number> => (await desk.mails()).filter((mail) => mail.to[0]?.endsWith('@one.example.org') === false).length;
    await pause(3_000);
    while ((await toOthers()) < 10) await pause(50);
    await desk.database.work.run((tx) => desk.mailings.pause(tx, desk.id));
    await run;
    const all = (await desk.mails()).length;
    expect(await toOthers()).toBe(10);
    // Six a minute: one at once, one each ten seconds, and one whose turn was kept for it.
    expect(all - 10).toBeLessThanOrEqual(2 + Math.ceil((performance.now() - began) / 10_000));
  }, 60_000);

  it('stops within two seconds of a pause or cancellation, and goes on where it stopped', async () => {
    desk.mailbox.faults = (to) => (to === undefined ? undefined : { kind: 'slow', milliseconds: 50 });
    await desk.add(400);
    const run = desk.run();
    while ((await desk.mails()).length < 20) await pause(10);
    await desk.database.work.run((tx) => desk.mailings.pause(tx, desk.id));
    await pause(2_000);
    const then = (await desk.mails()).length;
    await run;
    await pause(500);
    expect([(await desk.mails()).length, (await desk.progress()).state]).toEqual([then, 'PAUSED']);
    await desk.database.work.run((tx) => desk.mailings.resume(tx, desk.id));
    const again = desk.run();
    while ((await desk.mails()).length < then + 20) await pause(10);
    await desk.database.work.run((tx) => desk.mailings.cancel(tx, desk.id));
    await again;
    await desk.run();
    const { state, counts } = await desk.progress();
    expect([state, Object.keys(counts).sort()]).toEqual(['CANCELLED', ['CANCELLED', 'SENT']]);
    expect(counts.SENT).toBe((await desk.mails()).length);
  }, 60_000);

  it('waits for the end of quiet hours, and for the next day of the warm-up', async () => {
    const here = Temporal.Now.plainTimeISO('UTC');
    const text = (time: Temporal.PlainTime): string => time.toString().slice(0, 5);
    await desk.clear({ zone: 'UTC', quiet: { from: text(here.subtract({ minutes: 5 })), until: text(here.add({ minutes: 30 })) } });
    await desk.add(3);
    await desk.run();
    expect((await desk.progress()).counts).toEqual({ PENDING: 3 });
    const [job] = await desk.database.source.query<{ minutes: number }[]>('SELECT (extract(epoch FROM due_at - now()) / 60)::float8 AS minutes FROM outbox');
    expect(job?.minutes).toBeGreaterThan(20);
    await desk.clear({ zone: 'UTC', warmUp: [2, 5] });
    await desk.add(9);
    await desk.run();
    expect((await desk.progress()).counts).toEqual({ SENT: 2, PENDING: 7 });
  });

  it('sends over the next mail server where the first is away', async () => {
    const other = await startMailbox();
    const settings = { ...desk.settings, SMTP_SENDERS: `first=smtp://127.0.0.1:1 second=${other.smtpUrl}` };
    await desk.add(20);
    await desk.run(desk.worker(settings).send);
    expect((await other.mails()).length).toBe(20);
    expect(await desk.database.source.query('SELECT DISTINCT sender, state FROM message')).toEqual([{ sender: 'second', state: 'SENT' }]);
    await other.stop();
  });

  it('closes a domain that turns letter after letter away, tells so, and finishes the others', async () => {
    desk.mailbox.faults = (to) => (to?.endsWith('@bad.example.org') === true ? { kind: 'temporary' } : undefined);
    await desk.add(60, (index) => ({ to: { email: `r${index}@${index % 2 === 0 ? 'bad' : `d${index}`}.example.org`, name: '' } }));
    await desk.run();
    const progress = await desk.progress();
    expect(progress.counts.SENT).toBe(30);
    expect(progress.counts.DEFERRED).toBeLessThan(30);
    expect(progress).toMatchObject({ state: 'RUNNING', alerts: [{ kind: 'DOMAIN', name: 'bad.example.org', answer: '451 try again later' }] });
  });
});

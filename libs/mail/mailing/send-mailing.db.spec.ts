import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { KeptMail } from '#testkit';
import { ScriptedServer } from '../post/scripted-server.fixture.js';
import { BulkDesk } from './bulk-desk.fixture.js';

const copies = (mails: readonly KeptMail[]): [number, number] => [mails.length, new Set(mails.map((mail) => mail.messageId)).size];

describe('a mailing that is sent', () => {
  let desk: BulkDesk;
  beforeAll(async () => { desk = await BulkDesk.open(); });
  afterAll(async () => { await desk.close(); });
  beforeEach(() => desk.clear());

  it('reaches each recipient once and is finished when all are final', async () => {
    await desk.add(120);
    await desk.run();
    expect(copies(await desk.mails())).toEqual([120, 120]);
    expect(await desk.progress()).toMatchObject({ state: 'FINISHED', counts: { SENT: 120 }, total: 120 });
    const facts = await desk.database.source.query('SELECT name, payload FROM outbox');
    expect(facts).toEqual([{ name: 'mail.mailing-finished', payload: { mailingId: desk.id } }]);
  });

  it('reaches each once though four workers have the same job at the same time', async () => {
    await desk.add(80);
    const job = (await desk.nextJob())!;
    await Promise.all(Array.from({ length: 4 }, (_, index) => desk.worker().send.run(job.mailingId, job.shift, `other ${index}`)));
    await desk.run();
    expect(copies(await desk.mails())).toEqual([80, 80]);
    expect((await desk.progress()).counts).toEqual({ SENT: 80 });
  });

  it('would reach some twice without the fence before the first byte', async () => {
    await desk.add(40);
    const job = (await desk.nextJob())!;
    await Promise.all(Array.from({ length: 4 }, (_, index) => {
      const { send, ledger } = desk.worker();
      ledger.beginsBlindly = true;
      return send.run(job.mailingId, job.shift, `other ${index}`);
    }));
    const [all, letters] = copies(await desk.mails());
    expect(all).toBeGreaterThan(letters);
  });

  it('is in phase data before the first byte of any letter is read', async () => {
    await desk.add(30);
    const { send, ledger } = desk.worker();
    let tooEarly = 0;
    ledger.beforeWrite = async (notes) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      const arrived = new Set((await desk.mails()).map((mail) => mail.headers['x-huiguan-message']));
      tooEarly += notes.filter(({ begins }) => begins !== undefined && arrived.has(begins.letter.id)).length;
    };
    await desk.run(send);
    expect([tooEarly, copies(await desk.mails())]).toEqual([0, [30, 30]]);
  });

  it('puts down every letter that its lines hold before it fails, where the ledger cannot be read on', async () => {
    desk.mailbox.faults = (to) => (to === undefined ? undefined : { kind: 'slow', milliseconds: 100 });
    await desk.add(400);
    const job = (await desk.nextJob())!;
    const { send, ledger } = desk.worker();
    let reads = 0;
    ledger.beforeReading = () => {
      reads += 1;
      return reads === 2 ? Promise.reject(new Error('the database is away')) : Promise.resolve();
    };
    await expect(send.run(job.mailingId, job.shift, job.id)).rejects.toThrow('the database is away');
    const { counts } = await desk.progress();
    expect([Object.keys(counts).sort(), counts.SENT]).toEqual([['PENDING', 'SENT'], (await desk.mails()).length]);
    await desk.run();
    expect([copies(await desk.mails()), (await desk.progress()).counts]).toEqual([[400, 400], { SENT: 400 }]);
  });

  it('leaves out those who answered or unsubscribed while it was being sent, and fails what cannot be printed', async () => {
    await desk.add(5);
    desk.press.answered.add('reader1@d1.example.org');
    desk.press.unprintable = 'reader3@d3.example.org';
    await desk.database.work.run((tx) => desk.suppressions.add(tx, desk.conferenceId, [{ address: 'reader2@d2.example.org', reason: 'UNSUBSCRIBED' }]));
    await desk.run();
    expect(await desk.progress()).toMatchObject({ state: 'FINISHED', counts: { SENT: 2, CANCELLED: 1, SUPPRESSED: 1, FAILED: 1 } });
  });

  it('goes on over as many lines as the mail server takes, without calling it away', async () => {
    const server = await ScriptedServer.open({});
    try {
      server.mostAtOnce = 3;
      await desk.add(60);
      await desk.run(desk.worker({ ...desk.settings, SMTP_URL: server.url }).send);
      expect(await desk.progress()).toMatchObject({ state: 'FINISHED', counts: { SENT: 60 } });
      expect(server.letters).toHaveLength(60);
      expect(server.refused).toBeGreaterThan(0);
      // Those that set out together at the beginning are refused together; nobody knocks again meanwhile.
      expect(server.refused).toBeLessThan(20);
      expect(await desk.database.source.query('SELECT name FROM mailing_alert')).toEqual([]);
    } finally {
      await server.close();
    }
  });

  it.each(['drop-after-data', 'drop-in-data'] as const)('has unclear letters, never sent again by themselves, after %s', async (kind) => {
    desk.mailbox.faults = (to) => (to?.startsWith('reader1') === true ? { kind } : undefined);
    await desk.add(10);
    await desk.run();
    desk.mailbox.faults = () => undefined;
    await desk.makeDue();
    await desk.run();
    expect(await desk.progress()).toMatchObject({ state: 'FINISHED', counts: { SENT: 9, UNCLEAR: 1 } });
    expect(await desk.mails()).toHaveLength(kind === 'drop-after-data' ? 10 : 9);
  });

  it('tries again where the line drops before a body or the server asks to wait; fails what is refused', async () => {
    let drops = 3;
    desk.mailbox.faults = (to) => {
      if (to?.startsWith('reader1') === true) return { kind: 'temporary' };
      if (to?.startsWith('reader2') === true) return { kind: 'permanent' };
      return to !== undefined && drops-- > 0 ? { kind: 'drop-before-data' } : undefined;
    };
    await desk.add(12);
    await desk.run();
    expect((await desk.progress()).counts).toMatchObject({ FAILED: 1 });
    desk.mailbox.faults = () => undefined;
    for (let round = 0; round < 3; round += 1) {
      await desk.makeDue();
      await desk.run();
    }
    expect(await desk.progress()).toMatchObject({ state: 'FINISHED', counts: { SENT: 11, FAILED: 1 } });
    expect(copies(await desk.mails())).toEqual([11, 11]);
  });

  it('loses and doubles none while the mail server is away, and says so', async () => {
    await desk.add(20);
    await desk.mailbox.goDown();
    await desk.run();
    expect(await desk.progress()).toMatchObject({ state: 'RUNNING', counts: { PENDING: 20 }, alerts: [{ kind: 'SENDER', name: 'main' }] });
    await desk.mailbox.comeBack();
    await desk.makeDue();
    await desk.run();
    expect(await desk.progress()).toMatchObject({ state: 'FINISHED', counts: { SENT: 20 }, alerts: [] });
    expect(copies(await desk.mails())).toEqual([20, 20]);
  });
});

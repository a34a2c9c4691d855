import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import nodemailer from 'nodemailer';
import { KeyRing, silentLog } from '#platform';
import type { MessageId } from '#kernel';
import { ReturnPaths } from '../ink/return-paths.js';
import { BulkDesk } from '../mailing/bulk-desk.fixture.js';
import { BounceDoor } from './bounce-door.js';
import { NOTICES } from './notices.fixture.js';
import { TakeBounce } from './take-bounce.js';

describe('bounces that come by SMTP', () => {
  let desk: BulkDesk;
  let door: BounceDoor;
  beforeAll(async () => {
    desk = await BulkDesk.open({ BOUNCE_DOMAIN: 'bounces.huiguan.example', BOUNCE_PORT: '0' });
    door = new BounceDoor(desk.settings, new KeyRing(desk.settings.SECRET_KEY), desk.database.work, new TakeBounce(desk.suppressions), silentLog);
    await door.onApplicationBootstrap();
  });
  afterAll(async () => {
    await door.onApplicationShutdown();
    await desk.close();
  });
  beforeEach(() => desk.clear());

  const paths = () => new ReturnPaths(new KeyRing(desk.settings.SECRET_KEY), desk.settings.BOUNCE_DOMAIN, 'x@y.example');
  const row = async (): Promise<{ id: MessageId; state: string; bounce: string | null }> =>
    (await desk.database.source.query<{ id: MessageId; state: string; bounce: string | null }[]>('SELECT id, state, bounce FROM message ORDER BY id LIMIT 1'))[0]!;
  const suppressed = () => desk.database.source.query<unknown[]>('SELECT address, reason, conference_id FROM suppression WHERE lifted_at IS NULL');
  async function bring(raw: Buffer, to: string): Promise<unknown> {
    const transport = nodemailer.createTransport({ host: '127.0.0.1', port: door.port ?? 0, secure: false, ignoreTLS: true });
    try {
      return await transport.sendMail({ envelope: { from: '', to }, raw });
    } finally {
      transport.close();
    }
  }

  it('return to a path of each letter’s own, and suppress a dead address for all conferences, once', async () => {
    await desk.add(1);
    await desk.run();
    const { id } = await row();
    const [mail] = await desk.mails();
    expect(mail?.messageId).toBe(`<${id}@huiguan.example>`);
    for (let time = 0; time < 2; time += 1) await bring(NOTICES.postfixUnknown, paths().of(id).toUpperCase());
    expect(await row()).toMatchObject({ state: 'BOUNCED', bounce: 'HARD' });
    expect(await suppressed()).toEqual([{ address: 'reader0@d0.example.org', reason: 'HARD_BOUNCE', conference_id: null }]);
    expect(await desk.progress()).toMatchObject({ counts: { BOUNCED: 1 } });
    expect(await desk.database.source.query("SELECT 1 FROM outbox WHERE name = 'mail.bounced'")).toHaveLength(1);
  });

  it('are refused at paths that we did not make', async () => {
    await desk.add(1);
    const { id } = await row();
    const forged = paths().of(id).replace(/-[0-9a-f]{16}@/, '-0123456789abcdef@');
    await expect(bring(NOTICES.postfixUnknown, forged)).rejects.toThrow('550');
    await expect(bring(NOTICES.postfixUnknown, 'postmaster@elsewhere.example')).rejects.toThrow('550');
    expect(await suppressed()).toEqual([]);
  });

  it('that are soft count, and the third suppresses', async () => {
    await desk.add(3, () => ({ to: { email: 'full@example.org', name: '' } }));
    await desk.run();
    const ids = await desk.database.source.query<{ id: MessageId }[]>('SELECT id FROM message ORDER BY id');
    for (const [index, { id }] of ids.entries()) {
      expect(await suppressed()).toHaveLength(0);
      await bring(NOTICES.eximFull, paths().of(id));
      if (index === 2) expect(await suppressed()).toMatchObject([{ address: 'full@example.org', reason: 'HARD_BOUNCE' }]);
    }
  });

  it('tell of complaints at a common address, by the letter that they show', async () => {
    await desk.add(1);
    await desk.run();
    const { id } = await row();
    await bring(Buffer.from(NOTICES.complaint.toString().replace(/019a0000-0000-7000-8000-00000000000a/g, id)), 'complaints@bounces.huiguan.example');
    expect(await row()).toMatchObject({ state: 'SENT', bounce: 'COMPLAINT' });
    expect(await suppressed()).toMatchObject([{ reason: 'COMPLAINT' }]);
  });

  it('settle an unclear letter: what is delayed or delivered has arrived at the mail server', async () => {
    desk.mailbox.faults = (to) => (to === undefined ? undefined : { kind: 'drop-after-data' });
    await desk.add(1);
    await desk.run();
    const { id } = await row();
    expect((await row()).state).toBe('UNCLEAR');
    await bring(NOTICES.postfixDelayed, paths().of(id));
    expect((await row()).state).toBe('SENT');
  });

  it('need not come where the mail server itself knows that the address is dead', async () => {
    desk.mailbox.faults = (to) => (to === undefined ? undefined : { kind: 'permanent' });
    await desk.add(1);
    await desk.run();
    for (let round = 0; round < 2_000 && (await suppressed()).length === 0; round += 1) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await suppressed()).toMatchObject([{ reason: 'HARD_BOUNCE' }]);
    expect((await row()).state).toBe('FAILED');
  });
});

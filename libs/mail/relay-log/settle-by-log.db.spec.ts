import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { describeWhere } from '#testkit';
import { TakeBounce } from '../bounce/take-bounce.js';
import { BulkDesk } from '../mailing/bulk-desk.fixture.js';
import { postfixLog } from './postfix-log.js';
import { RealPostfix, whyNoPostfix } from './real-postfix.fixture.js';
import { SettleByLog } from './settle-by-log.js';

const LOG = `
Nov 22 02:00:01 relay postfix/smtpd[11]: connect from worker[192.0.2.1]
Nov 22 02:00:01 relay postfix/cleanup[12]: 4F1A2B3C4D: message-id=<a@huiguan.example>
Nov 22 02:00:01 relay postfix/qmgr[13]: 4F1A2B3C4D: from=<bounce-1@bounces.example>, size=5000, nrcpt=1 (queue active)
Nov 22 02:00:01 relay postfix/cleanup[12]: 5F1A2B3C4D: message-id=<broken@huiguan.example>
Nov 22 02:00:02 relay postfix/smtp[14]: 4F1A2B3C4D: to=<reader@example.org>, relay=mx.example.org[192.0.2.7]:25, delay=1, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 9)
Nov 22 02:00:03 relay postfix/cleanup[12]: 6F1A2B3C4D: message-id=<c@huiguan.example>
Nov 22 02:00:03 relay postfix/qmgr[13]: 6F1A2B3C4D: from=<bounce-2@bounces.example>, size=5000, nrcpt=1 (queue active)
Nov 22 02:00:04 relay postfix/smtp[14]: 6F1A2B3C4D: to=<gone@example.org>, relay=mx.example.org[192.0.2.7]:25, dsn=5.1.1, status=bounced (host mx.example.org said: 550 5.1.1 unknown (in reply to RCPT TO command))
`.trim().split('\n');

describe('the log of a Postfix', () => {
  it('names what was taken, delivered and bounced, and not what broke off before it was queued', async () => {
    const found: string[] = [];
    for await (const { messageId, fate } of postfixLog(LOG)) found.push(`${messageId} ${fate}`);
    expect(found).toEqual(['<a@huiguan.example> TAKEN', '<a@huiguan.example> DELIVERED', '<c@huiguan.example> TAKEN', '<c@huiguan.example> BOUNCED']);
  });
});

const reason = whyNoPostfix();
const wherePostfix = describeWhere(reason === undefined, reason ?? '');
wherePostfix('a real Postfix as the relay', () => {
  let desk: BulkDesk;
  let relay: RealPostfix;
  beforeAll(async () => {
    desk = await BulkDesk.open();
    relay = await RealPostfix.start(Number(new URL(desk.mailbox.smtpUrl).port));
  }, 60_000);
  afterAll(async () => {
    await relay.stop();
    await desk.close();
  });
  beforeEach(() => desk.clear());

  it('takes a mailing by a real Postfix, whose log settles the letters that are unclear', async () => {
    await desk.add(40);
    await desk.run(desk.worker({ ...desk.settings, SMTP_URL: relay.smtpUrl }).send);
    expect((await desk.progress()).counts).toEqual({ SENT: 40 });
    for (let round = 0; round < 800 && (await desk.mails()).length < 40; round += 1) await new Promise((resolve) => setTimeout(resolve, 50));
    const mails = await desk.mails();
    expect([mails.length, new Set(mails.map(({ messageId }) => messageId)).size]).toEqual([40, 40]);
    // As a worker leaves them that died between the letter and the answer; one of them never reached the relay.
    await desk.database.source.query("UPDATE message SET state = 'UNCLEAR', sent_at = NULL WHERE id IN (SELECT id FROM message ORDER BY id LIMIT 6)");
    await desk.database.source.query("UPDATE message SET message_id = '<never@huiguan.example>' WHERE id = (SELECT id FROM message ORDER BY id LIMIT 1)");
    const settled = await new SettleByLog(desk.database.work, new TakeBounce(desk.suppressions)).run((await relay.log()).split('\n'));
    expect([settled, (await desk.progress()).counts]).toEqual([5, { SENT: 39, UNCLEAR: 1 }]);
  }, 60_000);
});

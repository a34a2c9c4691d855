import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import nodemailer from 'nodemailer';
import { startMailbox } from '#testkit';
import type { Fault, TestMailbox } from '#testkit';

let mailbox: TestMailbox;

beforeEach(async () => { mailbox = await startMailbox(); });
afterEach(() => mailbox.stop());

const letter = {
  from: 'Huiguan <no-reply@huiguan.example>',
  to: 'nguyen@example.org',
  subject: '确认函 – your place',
  text: 'Your place is confirmed.',
  html: '<p>Your <a href="https://forum.example/r/1?a=1&amp;b=2">place</a> is confirmed.<script>document.title = "owned"</script></p>',
  messageId: '<message-7@huiguan.example>',
  headers: { 'X-Huiguan-Kind': 'registration.confirmed', 'Content-Language': 'zh-Hans' },
  attachments: [{ filename: 'ticket.ics', content: 'BEGIN:VCALENDAR' }],
};

function send(change: object = {}): Promise<unknown> {
  const transport = nodemailer.createTransport(`${mailbox.smtpUrl}?connectionTimeout=2000&socketTimeout=3000`);
  return transport.sendMail({ ...letter, ...change }).finally(() => { transport.close(); });
}

const read = async (path: string): Promise<Response> => fetch(mailbox.webUrl + path);

describe('the mailbox', () => {
  it('gives by JSON what was sent by SMTP', async () => {
    await send();
    const answer = await (await read('/api/messages?to=NGUYEN&kind=registration.confirmed')).json();
    expect(answer).toMatchObject({
      total: 1,
      next: null,
      messages: [{
        to: ['nguyen@example.org'],
        subject: '确认函 – your place',
        kind: 'registration.confirmed',
        messageId: '<message-7@huiguan.example>',
        headers: { 'message-id': '<message-7@huiguan.example>', 'content-language': 'zh-Hans' },
        links: ['https://forum.example/r/1?a=1&b=2'],
        attachments: [{ name: 'ticket.ics' }],
      }],
    });
  });

  it('pages forward by id, and forgets what it is told to', async () => {
    for (const name of ['a', 'b', 'c']) await send({ to: `${name}@example.org` });
    const first = await (await read('/api/messages?limit=2')).json() as { next: number; messages: unknown[] };
    expect(first.messages).toHaveLength(2);
    const rest = await (await read(`/api/messages?after=${first.next}`)).json();
    expect(rest).toMatchObject({ total: 1, next: null, messages: [{ to: ['c@example.org'] }] });
    const removed = await fetch(`${mailbox.webUrl}/api/messages?to=b@`, { method: 'DELETE' });
    expect(await removed.json()).toEqual({ removed: 1 });
    expect(await mailbox.mails()).toHaveLength(2);
  });

  it('keeps its mails over a restart and goes on counting', async () => {
    await send();
    await mailbox.goDown();
    await expect(send()).rejects.toThrow(/ECONNREFUSED/);
    await mailbox.comeBack();
    await send({ to: 'after@example.org' });
    expect((await mailbox.mails()).map((mail) => [mail.id, mail.to[0]])).toEqual([[1, 'nguyen@example.org'], [2, 'after@example.org']]);
  });

  it('shows a mail without running or loading anything in it', async () => {
    await send({ subject: '<img src=x onerror=alert(1)>' });
    const page = await (await read('/messages/1')).text();
    expect(page).toContain('&lt;img src=x');
    expect(page).not.toContain('<img src=x');
    const body = await read('/messages/1/html');
    expect(body.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox(?!.*allow-scripts)/);
    expect(await (await read('/messages/1/source')).text()).toContain('Message-ID: <message-7@huiguan.example>');
    expect((await read('/messages/1/attachments/0')).headers.get('content-disposition')).toContain('ticket.ics');
    expect((await read('/messages/99')).status).toBe(404);
  });

  it('answers no other host name', async () => {
    const { hostname, port } = new URL(mailbox.webUrl);
    const { request } = await import('node:http');
    const status = await new Promise((resolve, reject) => {
      request({ hostname, port, headers: { host: 'rebound.example' } }, (response) => { response.resume(); resolve(response.statusCode); }).on('error', reject).end();
    });
    expect(status).toBe(421);
  });
});

describe('a mailbox that fails', () => {
  it.each<[Fault, RegExp, number]>([
    [{ kind: 'refuse' }, /421/, 0],
    [{ kind: 'temporary' }, /451/, 0],
    [{ kind: 'permanent' }, /550/, 0],
    [{ kind: 'drop-before-data' }, /closed|ECONNRESET/, 0],
    [{ kind: 'drop-in-data' }, /closed|ECONNRESET|EPIPE/, 0],
    [{ kind: 'drop-after-data' }, /closed|ECONNRESET/, 1],
  ])('%j', async (fault, complaint, kept) => {
    mailbox.faults = () => fault;
    await expect(send({ text: 'long '.repeat(100_000) })).rejects.toThrow(complaint);
    expect(await mailbox.mails()).toHaveLength(kept);
  });

  it('fails for one recipient only, if the test says so', async () => {
    mailbox.faults = (recipient) => (recipient === 'bad@example.org' ? { kind: 'permanent' } : undefined);
    await expect(send({ to: 'bad@example.org' })).rejects.toThrow(/550/);
    await send({ to: 'good@example.org' });
    expect(await mailbox.mails()).toHaveLength(1);
  });

  it('answers late', async () => {
    mailbox.faults = () => ({ kind: 'slow', milliseconds: 300 });
    const begin = Date.now();
    await send();
    expect(Date.now() - begin).toBeGreaterThanOrEqual(300);
  });
});

import { afterEach, describe, expect, it } from '@jest/globals';
import { PostOffice } from './post-office.js';
import type { Posted } from './post-office.js';
import { ScriptedServer } from './scripted-server.fixture.js';
import { smtpServerOf } from './smtp-server.js';

const letter = Buffer.from('Subject: x\r\n\r\nHello\r\n.dot\r\n');
const envelope = { from: 'no-reply@huiguan.example', to: ['ann@example.org'], size: letter.length };

describe('the counter at the mail server', () => {
  let server: ScriptedServer | undefined;
  let office: PostOffice | undefined;
  afterEach(async () => {
    office?.close();
    await server?.close();
  });

  /** Posts to a server that answers as the script says; whatever it does not name goes well. */
  async function post(script: Readonly<Record<string, string>>, query = ''): Promise<Posted & { asked: boolean }> {
    server = await ScriptedServer.open(script);
    office = new PostOffice(smtpServerOf(server.url.replace('smtp://', query.startsWith('user') ? 'smtp://user:p%40ss@' : 'smtp://')), { connect: 300, silence: 300, letter: 600 });
    return once(office);
  }
  async function once(at: PostOffice, urgent = false): Promise<Posted & { asked: boolean }> {
    let asked = false;
    const posted = await at.post(envelope, letter, { urgent, begin: () => { asked = true; return Promise.resolve(); } });
    return { ...posted, asked };
  }

  it('hears that a letter was taken', async () => {
    expect(await post({})).toEqual({ kind: 'accepted', answer: '250 2.0.0 queued', begun: true, asked: true });
    expect(server?.letters).toEqual(['Subject: x\r\n\r\nHello\r\n..dot\r\n']);
  });

  it.each([
    ['a greeting that turns us away', { GREETING: '554 not you' }, 'turned-away', '554 not you', false],
    ['a greeting that never comes', { GREETING: '' }, 'turned-away', 'Greeting never received|Timeout', false],
    ['a sender that is refused', { MAIL: '550 5.7.1 no relaying for you' }, 'turned-away', '550 5.7.1 no relaying for you', false],
    ['a recipient that is unknown', { RCPT: '550 5.1.1 no such mailbox' }, 'refused', '550 5.1.1 no such mailbox', false],
    ['a recipient put off', { RCPT: '450 4.2.1 greylisted' }, 'later', '450 4.2.1 greylisted', false],
    ['a server that is closing', { RCPT: '421 4.3.2 shutting down' }, 'later', '421 4.3.2 shutting down', false],
    ['a refusal to take data', { DATA: '452 4.3.1 disk full' }, 'later', '452 4.3.1 disk full', false],
    ['silence instead of data', { DATA: '' }, 'lost', 'Timeout', false],
    ['a letter that is refused', { BODY: '554 5.7.1 looks like spam' }, 'refused', '554 5.7.1 looks like spam', true],
    ['a letter put off', { BODY: '451 4.7.1 later' }, 'later', '451 4.7.1 later', true],
    ['silence after the letter', { BODY: '' }, 'lost', 'Timeout', true],
    ['an answer that drips without end', { BODY: 'DRIP' }, 'lost', 'no answer in time', true],
    ['a hangup after the letter', { BODY: 'HANGUP' }, 'lost', 'Connection closed unexpectedly', true],
    ['a hangup before the letter', { DATA: 'HANGUP' }, 'lost', 'Connection closed unexpectedly', false],
  ])('tells %s from the rest', async (_what, script, kind, answer, begun) => {
    const posted = await post(script);
    expect(posted).toMatchObject({ kind, begun, asked: begun });
    expect(posted.answer).toMatch(new RegExp(answer));
  });

  it('turns away from a server that does not know our password, which is not written anywhere', async () => {
    const posted = await post({ AUTH: '535 5.7.8 bad credentials' }, 'user');
    expect(posted).toMatchObject({ kind: 'turned-away', answer: expect.stringContaining('535 5.7.8 bad credentials') });
    expect(posted.answer).not.toContain('p@ss');
  });

  it('takes a fresh line where the server has closed a kept one', async () => {
    await post({});
    server?.hangUpAll();
    // However late the timer: a turn of the loop after it the end of the line has been read.
    await new Promise((resolve) => setTimeout(resolve, 30));
    await new Promise((resolve) => setImmediate(resolve));
    expect(await once(office as PostOffice)).toMatchObject({ kind: 'accepted' });
    expect(server?.connections).toBe(2);
  });

  it('keeps its lines', async () => {
    await post({});
    for (let number = 0; number < 5; number += 1) await once(office as PostOffice);
    expect([server?.connections, server?.letters.length]).toEqual([1, 6]);
  });

  it('does not knock at once at a door that is shut', async () => {
    await post({ GREETING: '554 not you' });
    const start = Date.now();
    for (let number = 0; number < 50; number += 1) expect((await once(office as PostOffice)).kind).toBe('turned-away');
    expect(Date.now() - start).toBeLessThan(500);
    expect(server?.connections).toBe(1);
  });

  it('serves urgent letters first, and never opens more lines than it may', async () => {
    server = await ScriptedServer.open({ BODY: 'SLOW' });
    office = new PostOffice(smtpServerOf(`${server.url}?lines=2`));
    const order: string[] = [];
    const send = (name: string, urgent: boolean): Promise<unknown> => (office as PostOffice).post(envelope, letter, { urgent, begin: () => { order.push(name); return Promise.resolve(); } });
    await Promise.all([send('1', false), send('2', false), send('3', false), send('4', false), send('sign-in', true)]);
    expect(order.indexOf('sign-in')).toBe(2);
    expect([server.connections, server.letters.length]).toEqual([2, 5]);
  });

  it('sends no byte of a letter where the ledger objects', async () => {
    server = await ScriptedServer.open({});
    office = new PostOffice(smtpServerOf(server.url));
    await expect(office.post(envelope, letter, { urgent: false, begin: () => Promise.reject(new Error('taken over')) })).rejects.toThrow('taken over');
    expect(server.letters).toEqual([]);
    expect(await once(office)).toMatchObject({ kind: 'accepted' });
  });
});

describe('SMTP_URL', () => {
  it('says where, how and who', () => {
    expect(smtpServerOf('smtps://desk:p%40ss@mail.example.org?lines=3&name=huiguan.example')).toEqual({
      host: 'mail.example.org', port: 465, secure: true, requireTls: false, ignoreTls: false, credentials: { user: 'desk', password: 'p@ss' },
      name: 'huiguan.example', lines: 3, lettersPerLine: 100,
    });
    expect(smtpServerOf('smtp://[::1]:3025?tls=required')).toMatchObject({ host: '::1', port: 3025, secure: false, requireTls: true, credentials: undefined, lines: 5 });
  });

  it.each(['smtp://x?lines=0', 'smtp://x?lines=many', 'smtp://x?tls=perhaps'])('is refused with its name: %s', (url) => {
    expect(() => smtpServerOf(url)).toThrow('SMTP_URL');
  });
});

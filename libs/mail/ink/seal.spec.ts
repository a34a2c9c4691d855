import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { authenticate } from 'mailauth';
import { KeyRing, LinkTokens, settingsFrom } from '#platform';
import { LetterPress } from '../letter-press.js';
import { specimen } from '../look/specimen.fixture.js';
import { mimeOf } from '../mime.js';
import { PostOffice } from '../post/post-office.js';
import { ScriptedServer } from '../post/scripted-server.fixture.js';
import { PATIENCE } from '../post/smtp-line.js';
import { smtpServerOf } from '../post/smtp-server.js';
import { sealOf } from './seal.js';

const pair = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const publicKey = pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
const settings = settingsFrom({
  DATABASE_URL: 'postgres://localhost/x', SMTP_URL: 'smtp://127.0.0.1:25', SECRET_KEY: 'k'.repeat(32), PUBLIC_URL: 'https://conference.example', MAIL_FROM: 'Huiguan <no-reply@huiguan.example>',
});
const cover = { id: '42', kind: 'mail.specimen', messageId: '<42@huiguan.example>', to: { email: 'wang@example.org', name: '王小明' }, date: new Date('2026-03-02T08:00:00Z') };

/** A letter of the house as a mail server hears it, with its dots as they were. */
async function heard(seal: ReturnType<typeof sealOf>): Promise<string> {
  const server = await ScriptedServer.open({});
  const office = new PostOffice(smtpServerOf(server.url), PATIENCE, seal);
  const printed = new LetterPress(settings, new LinkTokens(new KeyRing(settings.SECRET_KEY))).print(specimen, specimen.samples[0] ?? { name: '' }, { ...cover.to, locale: 'zh-Hans', from: '海外华商合作发展大会' });
  const { envelope, source } = await mimeOf(printed, cover);
  await office.post(envelope, source, { urgent: false, begin: () => Promise.resolve() });
  office.close();
  await server.close();
  return (server.letters[0] ?? '').replaceAll('\r\n..', '\r\n.');
}

async function verdict(source: string): Promise<string> {
  const resolver = (name: string, type: string): Promise<string[][]> => (type === 'TXT' && name === 'mail2026._domainkey.huiguan.example'
    ? Promise.resolve([[`v=DKIM1; k=rsa; p=${publicKey}`]]) : Promise.reject(Object.assign(new Error('none'), { code: 'ENOTFOUND' })));
  const { dkim } = await authenticate(Buffer.from(source, 'latin1'), { ip: '192.0.2.1', helo: 'mx.example', sender: 'no-reply@huiguan.example', mta: 'test', resolver });
  return dkim.results.map(({ status }) => status.result).join();
}

describe('a single letter of the house', () => {
  let folder: string;
  let file: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'huiguan-seal-'));
    file = join(folder, 'dkim.pem');
    writeFileSync(file, pair.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  });
  afterAll(() => { rmSync(folder, { recursive: true }); });

  it('is signed where a key is set: it stands before an independent verifier, and falls when it is changed on the way', async () => {
    const letter = await heard(sealOf({ ...settings, DKIM_SELECTOR: 'mail2026', DKIM_KEY_FILE: file }));
    expect(letter).toMatch(/^DKIM-Signature: /);
    expect(await verdict(letter)).toBe('pass');
    expect(await verdict(letter.replace('Content-Language: zh-Hans', 'Content-Language: en'))).not.toBe('pass');
  });

  it('goes as it is where none is set', async () => {
    const letter = await heard(sealOf(settings));
    expect(letter).not.toContain('DKIM-Signature');
    expect(await verdict(letter)).toBe('none');
  });

  it('is not sent unsigned where the key cannot be read', () => {
    expect(() => sealOf({ ...settings, DKIM_SELECTOR: 'mail2026', DKIM_KEY_FILE: join(folder, 'gone.pem') })(Buffer.from('Subject: x\r\n\r\nHello\r\n'))).toThrow('DKIM_KEY_FILE');
  });
});

import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { authenticate } from 'mailauth';
import { simpleParser } from 'mailparser';
import { newId } from '#kernel';
import type { MailingContent } from '../mailing/mailing-press.js';
import { MailingInk } from './mailing-ink.js';
import type { InkPot } from './mailing-ink.js';

const id = newId<'Message'>();
const pair = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const privateKey = pair.privateKey.export({ type: 'pkcs8', format: 'pem' });
const publicKey = pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');

function inkWith(changes: Partial<InkPot> = {}): MailingInk {
  return new MailingInk({
    mailingId: newId(), kind: 'campaigns.invitation', from: { email: 'desk@huiguan.example', name: '海外华商合作发展大会' }, replyTo: 'ana@huiguan.example', listId: 'gathering.huiguan.example',
    feedbackId: 'a:b:c:huiguan.example', returnPath: () => 'bounce-1@bounces.huiguan.example', unsubscribeUrl: () => 'https://conference.example/unsubscribe/1abc', dkim: undefined, ...changes,
  });
}

const cover = { id, messageId: `<${id}@huiguan.example>`, to: { email: 'reader@例子.example', name: 'José "Pepe" Ñandú, Dr.' }, locale: 'es', date: new Date('2027-06-01T08:00:00Z') };
const latin: MailingContent = {
  subject: 'Invitación: “Foro de cooperación” para José Ñandú y para todas las personas que quieran acompañarle en Chongqing', preheader: 'Le esperamos',
  html: { fixed: ['<tr><td><p>Estimado ', '</p><p>.línea</p></td></tr>'], filled: ['José'] }, text: { fixed: ['Estimado ', ':\n.una línea que empieza por punto\n'], filled: ['José'] },
};
const chinese: MailingContent = { subject: '邀请函', preheader: '敬请光临', html: `<tr><td>${'尊敬的嘉宾：'.repeat(80)}</td></tr>`, text: '尊敬的嘉宾：\n您好', locale: 'zh-Hans' };

describe('a letter of a mailing', () => {
  it.each([['es', latin], ['zh-Hans', chinese]] as const)('is read back as it was written (%s), 7-bit, in short lines', async (locale, content) => {
    const { source, envelope } = inkWith().write(content, { ...cover, locale });
    expect(source).toMatch(/^[\t\r\n\x20-\x7e]+$/);
    for (const line of source.split('\r\n')) {
      expect(line.length).toBeLessThanOrEqual(998);
      expect(line).not.toMatch(/[\r\n]/);
    }
    expect(source.slice(source.indexOf('\r\n\r\n')).split('\r\n').every((line) => line.length <= 78)).toBe(true);
    const read = await simpleParser(source);
    expect(read.subject).toBe(content.subject);
    expect(read.to).toMatchObject({ value: [{ address: 'reader@例子.example', name: cover.to.name }] });
    expect(read.from?.value).toEqual([{ address: 'desk@huiguan.example', name: '海外华商合作发展大会' }]);
    expect([read.text, read.html === false ? '' : read.html]).toEqual([expect.stringContaining(locale === 'es' ? 'Estimado José:' : '您好'), expect.stringContaining(locale === 'es' ? '<p>Estimado José</p><p>.línea</p>' : '尊敬的嘉宾：尊敬的嘉宾：')]);
    expect(read.html).toContain('https://conference.example/unsubscribe/1abc');
    expect(read.text).toContain('https://conference.example/unsubscribe/1abc');
    expect(envelope).toMatchObject({ from: 'bounce-1@bounces.huiguan.example', to: 'reader@xn--fsqu00a.example', size: source.length });
  });

  it('carries what mailbox providers ask for', async () => {
    const { headers } = await simpleParser(inkWith().write(latin, cover).source);
    expect(headers.get('list')).toMatchObject({ id: { name: 'gathering.huiguan.example' }, unsubscribe: { url: 'https://conference.example/unsubscribe/1abc' } });
    expect(Object.fromEntries(['auto-submitted', 'feedback-id', 'message-id', 'content-language', 'x-huiguan-message'].map((name) => [name, headers.get(name)]))).toEqual({
      'auto-submitted': 'auto-generated', 'feedback-id': 'a:b:c:huiguan.example', 'message-id': `<${id}@huiguan.example>`, 'content-language': 'es', 'x-huiguan-message': id,
    });
    expect(inkWith().write(latin, cover).source).toContain('\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
    expect(headers.get('reply-to')).toMatchObject({ value: [{ address: 'ana@huiguan.example' }] });
  });

  it('keeps attachments with names of any script', async () => {
    const read = await simpleParser(inkWith().write({ ...latin, attachments: [{ filename: '邀请函.pdf', contentType: 'application/pdf', content: Buffer.from('%PDF-1.7 …') }] }, cover).source);
    expect(read.attachments.map(({ filename, contentType, content }) => [filename, contentType, content.toString()])).toEqual([['邀请函.pdf', 'application/pdf', '%PDF-1.7 …']]);
  });

  it('may not carry a line break into a header', () => {
    expect(() => inkWith().write({ ...latin, subject: 'a\r\nBcc: b@example.org' }, cover)).toThrow('line break');
  });

  describe('that is signed', () => {
    let verify: (source: string) => Promise<string>;
    beforeAll(() => {
      verify = async (source) => {
        const resolver = (name: string, type: string): Promise<string[][]> => (type === 'TXT' && name === 'mail2026._domainkey.huiguan.example'
          ? Promise.resolve([[`v=DKIM1; k=rsa; p=${publicKey}`]]) : Promise.reject(Object.assign(new Error('none'), { code: 'ENOTFOUND' })));
        const { dkim } = await authenticate(Buffer.from(source, 'latin1'), { ip: '192.0.2.1', helo: 'mx.example', sender: 'desk@huiguan.example', mta: 'test', resolver });
        return dkim.results.map(({ status }) => status.result).join();
      };
    });

    it.each([['es', latin], ['zh-Hans', chinese]] as const)('stands before an independent verifier (%s), and falls when a letter of it is changed', async (locale, content) => {
      const { source } = inkWith({ dkim: { domain: 'huiguan.example', selector: 'mail2026', privateKey } }).write(content, { ...cover, locale });
      expect(source).toMatch(/^DKIM-Signature:/);
      expect(/;\s*h=[^;]*/i.exec(source.replace(/\r\n\s+/g, ''))?.[0]).toMatch(/list-unsubscribe:list-unsubscribe-post/i);
      expect(await verify(source)).toBe('pass');
      expect(await verify(source.replace('One-Click', 'Two-Click'))).not.toBe('pass');
      const at = source.lastIndexOf('\r\n--=_huiguan_inner') - 5;
      expect(await verify(`${source.slice(0, at)}Q${source.slice(at + 1)}`)).not.toBe('pass');
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { KeyRing, LinkTokens, settingsFrom } from '#platform';
import { checkLetters } from './check-letters.js';
import { allLetters, defineLetter } from './letter.js';
import type { Block } from './letter.js';
import { LetterPress } from './letter-press.js';
import { specimen } from './look/specimen.fixture.js';
import { mimeOf } from './mime.js';

const settings = settingsFrom({
  DATABASE_URL: 'postgres://localhost/x', SMTP_URL: 'smtp://127.0.0.1:25', SECRET_KEY: 'k'.repeat(32), PUBLIC_URL: 'https://conference.example',
  MAIL_FROM: 'Huiguan <no-reply@huiguan.example>',
});
const press = new LetterPress(settings, new LinkTokens(new KeyRing(settings.SECRET_KEY)));
const to = { email: 'wang@example.org', name: '王小明', locale: 'zh-Hans', from: '海外华商合作发展大会' };
const withBlocks = (kind: string, blocks: readonly Block[], subject = 'Subject') =>
  defineLetter(kind, { samples: [{}], render: () => ({ subject, preheader: 'Preheader', blocks }) });
const print = (blocks: readonly Block[], kind: string) => press.print(withBlocks(kind, blocks), {}, { ...to, locale: 'en' });

describe('a printed letter', () => {
  it('is read back whole by a mail reader, in Chinese', async () => {
    const printed = press.print(specimen, specimen.samples[0] ?? { name: '' }, to);
    const date = new Date('2026-03-02T08:00:00Z');
    const cover = { id: '42', kind: 'mail.specimen', messageId: '<42@huiguan.example>', to, date };
    const { envelope, source } = await mimeOf(printed, cover);
    const mail = await simpleParser(source);
    expect(envelope).toEqual({ from: 'no-reply@huiguan.example', to: ['wang@example.org'], size: source.length });
    expect(mail.subject).toBe('您的报名已确认：2026 年海外华商合作发展大会');
    expect(mail.from?.value).toEqual([{ name: '海外华商合作发展大会', address: 'no-reply@huiguan.example' }]);
    expect(mail.to).toMatchObject({ value: [{ name: '王小明', address: 'wang@example.org' }] });
    expect([mail.messageId, mail.date]).toEqual(['<42@huiguan.example>', date]);
    expect(Object.fromEntries(['auto-submitted', 'content-language', 'x-huiguan-kind', 'x-huiguan-message'].map((name) => [name, mail.headers.get(name)])))
      .toEqual({ 'auto-submitted': 'auto-generated', 'content-language': 'zh-Hans', 'x-huiguan-kind': 'mail.specimen', 'x-huiguan-message': '42' });
    expect(mail.text).toContain('尊敬的 Adaeze Nwachukwu-Okonkwo 女士：');
    expect(mail.attachments).toMatchObject([{ contentType: 'image/png', related: true, cid: 'qr1@huiguan.example' }]);
    expect(source.toString('latin1')).not.toMatch(/[^\r]\n|\r[^\n]|[\u0080-\u00ff]/);
    for (const line of source.toString('latin1').split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
  });

  it('is written in the nearest complete language of its reader', () => {
    const languages = ['zh-TW', 'fr', 'ar', 'en-GB'].map((locale) => press.print(specimen, { name: 'A' }, { ...to, locale }).locale);
    expect(languages).toEqual(['zh-Hant', 'fr', 'ar', 'en']);
  });

  it('fetches nothing and runs nothing', () => {
    const { html } = press.print(specimen, { name: 'A' }, to);
    const addresses = [...html.matchAll(/(?:src|href|url|action|background)\s*=?\s*\(?["']?([a-z]+:[^"')\s>]+)/gi)].map(([, address]) => address);
    expect(addresses.filter((address) => !/^(cid:|https:\/\/conference\.example)/.test(address ?? ''))).toEqual([]);
    expect(html).not.toMatch(/<script|<link|@import|@font-face|\son[a-z]+=/i);
    expect(Buffer.byteLength(html)).toBeLessThan(20_000);
  });

  it('escapes whatever people wrote', () => {
    const evil = '<script>alert("1")</script>&\'';
    const { html, text } = print([
      { p: evil }, { heading: evil }, { note: evil }, { facts: [{ label: evil, value: evil }] }, { button: { label: evil, url: 'https://conference.example/?a=1&b="x"' } },
      { qr: { text: 'x', alt: evil } },
    ], 'mail.evil');
    expect(html).not.toContain('<script');
    expect(html.split('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;')).toHaveLength(8);
    expect(html).toContain('href="https://conference.example/?a=1&amp;b=&quot;x&quot;"');
    expect(text).toContain(evil);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '/relative'])('links only to pages, never to %s', (url) => {
    expect(() => print([{ button: { label: 'Go', url } }], `mail.bad-link-${url.length}`.replace(/\d+/, (digits) => 'x'.repeat(Number(digits))))).toThrow();
  });

  it('never has a line break in its subject', () => {
    expect(() => press.print(withBlocks('mail.two-lines', [], 'A\r\nBcc: b@example.org'), {}, to)).toThrow('Subject holds a line break');
  });
});

describe('the letters of the house', () => {
  it('can be printed from their samples in every complete language', () => {
    const broken = defineLetter<{ count?: number }>('mail.broken', {
      samples: [{}], render: (_props, { t, locale }) => ({ subject: locale === 'en' ? 'Fine' : t('problem.too-long'), preheader: '', blocks: [{ p: 'x' }] }),
    });
    const silent = withBlocks('mail.silent', [], ' ');
    expect(checkLetters(press, [specimen])).toEqual([]);
    expect(checkLetters(press, [broken])).toEqual([expect.stringContaining('mail.broken in zh-Hans')]);
    expect(checkLetters(press, [silent])).toHaveLength(2);
  });

  it('are declared once, under names of one form', () => {
    expect(() => withBlocks('mail.specimen', [])).toThrow('declared twice');
    expect(() => withBlocks('Mail', [])).toThrow('is no name for a letter');
    expect(allLetters().map(({ kind }) => kind)).toContain('mail.specimen');
  });
});

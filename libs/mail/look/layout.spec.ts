import { afterAll, beforeAll, expect, it } from '@jest/globals';
import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { KeyRing, LinkTokens, settingsFrom } from '#platform';
import { describeWhere, hasChromium, launchChromium } from '#testkit';
import type { Block } from '../letter.js';
import { LetterPress } from '../letter-press.js';
import { drawnLetter } from './drawn-letter.js';
import { blockRow } from './html-blocks.js';
import { Shell } from './shell.js';
import { specimen } from './specimen.fixture.js';

const settings = settingsFrom({
  DATABASE_URL: 'postgres://localhost/x', SMTP_URL: 'smtp://127.0.0.1:25', SECRET_KEY: 'k'.repeat(32), PUBLIC_URL: 'https://conference.example',
});
const press = new LetterPress(settings, new LinkTokens(new KeyRing(settings.SECRET_KEY)));
const printed = (locale: string): string => drawnLetter(press.print(specimen, specimen.samples[0] ?? { name: '' }, {
  email: `${'a-rather-long-address'.repeat(2)}@example.org`, name: 'A', locale, from: 'Overseas Chinese Cooperation & Development Conference',
}));

const arabic: readonly Block[] = [
  { p: 'السيدة Adaeze Nwachukwu المحترمة،' },
  { facts: [{ label: 'المؤتمر', value: 'مؤتمر التعاون والتنمية' }, { label: 'رقم التسجيل', value: 'CQ26-7KM3Q9' }] },
  { button: { label: 'عرض تسجيلي', url: 'https://conference.example/ar' } },
  { note: 'إذا تعذر عليكم الحضور فيرجى الإلغاء.' },
];
function rightToLeft(): string {
  const shell = new Shell('en', 'rtl');
  const rows = arabic.map((block) => blockRow(block, shell.setting, () => ''));
  return shell.fill({ subject: 'تأكيد', preheader: 'تم', sender: 'مؤتمر التعاون والتنمية', address: 'a@example.org', home: 'https://conference.example', rows });
}

describeWhere(hasChromium(), 'Chromium is not installed')('the layout of letters in a browser', () => {
  let browser: Browser;
  beforeAll(async () => { browser = await launchChromium(); });
  afterAll(() => browser.close());

  const pages = [['en', printed('en')], ['zh-Hans', printed('zh-Hans')], ['right to left', rightToLeft()]] as const;

  it.each(pages)('has no barrier, fetches nothing and fits a narrow phone: %s', async (_name, html) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ viewport: { width: 320, height: 640 }, colorScheme });
      const asked: string[] = [];
      page.on('request', (request) => { if (!request.url().startsWith('data:')) asked.push(request.url()); });
      await page.setContent(html);
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate<AxeResults>("axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })");
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
      expect(asked).toEqual([]);
      await page.close();
    }
  });

  it('has a button to be tapped, as wide as the phone', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 640 } });
    await page.setContent(printed('en'));
    const box = await page.locator('a.on-accent').boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(48);
    expect(box?.width).toBeGreaterThanOrEqual(300);
    await page.close();
  });
});

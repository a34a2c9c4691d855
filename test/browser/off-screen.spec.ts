import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWhere, hasChromium } from '#testkit';
import ICAL from 'ical.js';
import type { Page } from 'playwright-core';
import { asAdministrator } from './set-the-stage.js';
import { Stage } from './stage.js';

const DELEGATE = 'ivanova@example.org';

describeWhere(hasChromium(), 'Chromium is not installed')('what leaves the screen', () => {
  let stage: Stage;
  let base: string;
  let delegate: Page;
  beforeAll(async () => {
    stage = await Stage.open();
    base = `${stage.site}/en/conferences/${stage.scenery.slug}`;
    delegate = await stage.page({ colorScheme: 'dark' });
    await stage.signIn(delegate, DELEGATE);
  }, 150_000);
  afterAll(() => stage.close(), 60_000);

  /** What stands on the paper: elements that would be printed, by a selector. */
  const printed = (page: Page, selector: string): Promise<number> => page.locator(selector).filter({ visible: true }).count();
  /** How many sheets of A4 a page takes. */
  const sheets = async (page: Page): Promise<number> => ((await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;
  /** Rows that a sheet's end might cut in two. */
  const cut = (page: Page, selector: string): Promise<string[]> => page.locator(selector).evaluateAll((rows) => rows.filter((row) => getComputedStyle(row).breakInside !== 'avoid').map((row) => row.textContent ?? ''));

  it('on paper has no ways through the site and no forms, only what is read, in black on white', async () => {
    const page = await stage.page({ colorScheme: 'dark' });
    await page.goto(`${base}/programme`);
    const ways = '.masthead, .foot, nav, form, button, .button';
    expect(await printed(page, ways)).toBeGreaterThan(3);
    await page.emulateMedia({ media: 'print' });
    expect(await printed(page, ways)).toBe(0);
    for (const text of ['Opening', 'Ports of tomorrow', '10:30–12:00', 'Great Hall']) expect(await page.getByText(text, { exact: false }).filter({ visible: true }).count()).toBeGreaterThan(0);
    expect(await page.evaluate(() => { const { color, backgroundColor } = getComputedStyle(document.body); return [color, backgroundColor]; })).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    expect(await page.locator('.parallel > li').count()).toBeGreaterThan(2);
    expect(await cut(page, '.parallel > li')).toEqual([]);
    expect(await sheets(page)).toBeLessThanOrEqual(2);
    await page.context().close();
  });

  it('as a ticket takes one sheet, its code whole and dark on white', async () => {
    await delegate.goto(`${stage.site}/en/registrations/${stage.scenery.boatHolder}`);
    await delegate.emulateMedia({ media: 'print' });
    expect(await printed(delegate, '.masthead, .foot, nav, form, .button, .no-print')).toBe(0);
    expect([await printed(delegate, '.ticket svg'), await cut(delegate, '.ticket'), await sheets(delegate)]).toEqual([1, [], 1]);
    expect(await delegate.locator('.ticket svg').evaluate((code) => getComputedStyle(code).backgroundColor)).toBe('rgb(255, 255, 255)');
    await delegate.emulateMedia({ media: null });
    expect(await delegate.innerText('.ticket')).toContain('Natalya Ivanova');
  });

  it('by letter is listed on the registration’s page', async () => {
    await stage.letter(DELEGATE, 'registration.confirmed');
    await delegate.goto(`${stage.site}/en/registrations/${stage.scenery.boatHolder}`);
    expect(await delegate.locator('section', { has: delegate.locator('h2', { hasText: 'Letters' }) }).locator('li').allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining('Two Rivers Conference')]));
  });

  it('to a calendar is read by it at the moments that the page shows, in the page’s language', async () => {
    const page = await stage.page();
    const follow = async (path: string): Promise<readonly ICAL.Event[]> => {
      await page.goto(`${stage.site}${path}`);
      const answer = await page.request.get(`${stage.site}${await page.getAttribute('main a[href*=".ics"]', 'href') ?? ''}`);
      expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
      return new ICAL.Component(ICAL.parse(await answer.text()) as unknown[]).getAllSubcomponents('vevent').map((part) => new ICAL.Event(part));
    };
    const day = await page.goto(`${base}/programme/ports`).then(async () => (await page.locator('main time').first().getAttribute('datetime'))?.slice(0, 10) ?? '');
    const whole = await follow(`/zh-Hans/conferences/${stage.scenery.slug}/programme`);
    expect(whole.map(({ summary }) => summary).sort()).toEqual(['开幕式', '未来港口', '跨国传媒'].sort());
    const ports = whole.find(({ summary }) => summary === '未来港口');
    // Half past ten on China's clocks, told as an instant, so that no calendar needs to know the zone.
    expect([ports?.startDate.zone.tzid, ports?.startDate.toJSDate().toISOString(), ports?.endDate.toJSDate().toISOString(), ports?.location]).toEqual(['UTC', `${day}T02:30:00.000Z`, `${day}T04:00:00.000Z`, '大厅，会馆']);
    expect((await follow(`/en/conferences/${stage.scenery.slug}/programme/ports`)).map(({ summary }) => summary)).toEqual(['Ports of tomorrow']);
    await delegate.goto(`${base}/agenda`);
    const mine = await delegate.getAttribute('main a[href*=".ics"]', 'href') ?? '';
    const [boat, ...others] = new ICAL.Component(ICAL.parse(await (await page.request.get(new URL(mine.replace('webcal:', 'http:'), stage.site).href)).text()) as unknown[]).getAllSubcomponents('vevent').map((part) => new ICAL.Event(part));
    expect([boat?.summary, boat?.startDate.toJSDate().toISOString().slice(10), others]).toEqual(['The small boat', 'T01:00:00.000Z', []]);
    await page.context().close();
  });

  it('before the journey: practical information with its headings, lists and links, in the page’s language, and nothing where there is none', async () => {
    const page = await stage.page();
    await page.goto(base);
    expect(await page.locator('h2', { hasText: 'Practical information' }).count()).toBe(0);
    const { conference: { version } } = await asAdministrator<{ conference: { version: number } }>(stage.running, 'query($slug: String!) { conference(slug: $slug) { version } }', { slug: stage.scenery.slug });
    const { result } = await asAdministrator<{ result: { __typename: string } }>(stage.running, 'mutation($input: UpdateConferenceInput!) { result: updateConference(input: $input) { __typename ... on Refusal { message } } }', {
      input: { id: stage.scenery.conferenceId, version, practicalInformation: { 'en': 'Line 1 leads here.\n\n- Bring a **passport**\n- [Visa](https://visa.example.org/apply)', 'zh-Hans': '乘地铁1号线可达。' } },
    });
    expect(result.__typename).toBe('Conference');
    await page.goto(base);
    const section = page.locator('section', { has: page.locator('h2', { hasText: 'Practical information' }) });
    expect([await section.locator('li').allInnerTexts(), await section.locator('strong').innerText(), await section.locator('a').getAttribute('href')]).toEqual([['Bring a passport', 'Visa'], 'passport', 'https://visa.example.org/apply']);
    await page.goto(base.replace('/en/', '/zh-Hans/'));
    expect(await page.innerText('main')).toContain('乘地铁1号线可达。');
    await page.context().close();
  });
});

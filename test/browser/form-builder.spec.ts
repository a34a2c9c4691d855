import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWhere, hasChromium } from '#testkit';
import type { Page } from 'playwright-core';
import { openDesk } from './staff.js';
import type { Stage } from './stage.js';

describeWhere(hasChromium(), 'Chromium is not installed')('a conference and its forms, without JavaScript', () => {
  let stage: Stage;
  let page: Page;
  let desk = '';
  let main: () => Promise<string>;

  beforeAll(async () => {
    ({ stage, page, main, address: desk } = await openDesk());
  }, 120_000);
  afterAll(() => stage.close(), 60_000);

  it('shows what is missing in a language, and saves all of them at once', async () => {
    await page.goto(`${desk}/edit`);
    expect(await main()).toContain('All texts are there');
    await page.selectOption('[name=firstLocale]', 'zh-Hans');
    await page.check('[name=locales][value=ar]');
    await page.fill('[name="practicalInformation.en"]', '**Metro** line 1, exit 3.');
    await page.click('main form button');
    expect(await main()).toContain('The conference is saved.');
    expect(await main()).toMatch(/Arabic: \d+ texts are missing/);
    await page.fill('[name="theme.ar"]', 'حيث يلتقي النهران');
    await page.fill('[name="hosts.1.name.en"]', 'Port Authority');
    await page.fill('[name="hosts.1.website"]', 'nonsense');
    await page.click('main form button');
    expect(await page.getAttribute('[name="hosts.1.website"]', 'aria-invalid')).toBe('true');
    await page.fill('[name="hosts.1.website"]', 'https://port.example');
    await page.click('main form button');
    await page.goto(`${stage.site}/ar/conferences/${stage.scenery.slug}`);
    expect(await main()).toContain('حيث يلتقي النهران');
    expect(await main()).toContain('Port Authority');
  });

  it('tells the slower of two editors what the faster one saved, and keeps what was typed', async () => {
    const other = await page.context().newPage();
    for (const one of [page, other]) await one.goto(`${desk}/edit`);
    await other.fill('[name="theme.en"]', 'Where ships meet');
    await other.click('main form button');
    await page.fill('[name="theme.en"]', 'Where roads meet');
    await page.fill('[name="city.en"]', 'Chongqing, China');
    await page.click('main form button');
    expect(await page.innerText('[role=alert]')).toContain('Nothing of yours is lost');
    expect(await page.inputValue('[name="theme.en"]')).toBe('Where roads meet');
    expect(await main()).toContain('Saved by somebody else: Where ships meet');
    await page.click('main form button');
    expect(await main()).toContain('The conference is saved.');
    expect(await page.inputValue('[name="theme.en"]')).toBe('Where roads meet');
    await other.close();
  });

  it('says what each move means', async () => {
    await page.goto(desk);
    expect(await main()).toMatch(/Then nobody can register any more[^]*Close registration/);
  });

  it('builds a form: a choice, a question that hangs from it, their order, and what is wrong said of its question', async () => {
    await page.click('td a:has-text("Delegate")');
    await page.fill('#question [name="label.en"]', 'How do you travel?');
    await page.fill('#question [name="label.zh-Hans"]', '您如何前来？');
    await page.selectOption('[name=kind]', 'CHOICE');
    await page.click('button[value=question]');
    expect(await page.innerText('#question .summary')).toContain('Choices');
    for (const [row, en, zh] of [[0, 'By train', '火车'], [1, 'By ship', '轮船']] as const) {
      await page.fill(`[name="options.${row}.label.en"]`, en);
      await page.fill(`[name="options.${row}.label.zh-Hans"]`, zh);
    }
    await page.check('[name=required]');
    await page.click('button[value=question]');
    expect(await main()).toContain('The form is saved.');
    await page.click('summary:has-text("Add a question")');
    await page.fill('#question [name="label.en"]', 'Name of the ship');
    await page.check('[name=condition][value="how-do-you-travel:by-ship"]');
    await page.click('button[value=question]');
    expect(await page.innerText('#form ol')).toMatch(/How do you travel\?[^]*Name of the ship[^]*Only where “How do you travel\?” is: By ship/);
    await page.click('button[aria-label="Move up: Name of the ship"]');
    expect(await page.innerText('#form [role=alert]')).toContain('“Name of the ship”: A condition can only look at a question further up.');
    await page.click('button[aria-label="Remove: How do you travel?"]');
    expect(await page.innerText('#form [role=alert]')).toContain('Name of the ship');
    await page.click('a[aria-label="Change: Name of the ship"]');
    expect(await page.isChecked('[name=condition][value="how-do-you-travel:by-ship"]')).toBe(true);
    await page.fill('#question [name="hint.en"]', 'As painted on its bow');
    await page.click('button[value=question]');
    expect(await page.innerText('section[aria-labelledby=versions]')).toMatch(/4 newest/);
  });

  it('shows the form as delegates see it, in their language', async () => {
    await page.click('#form .jumps a[hreflang=zh-Hans]');
    expect(page.url()).toContain(`/zh-Hans/conferences/${stage.scenery.slug}/preview/delegate`);
    expect(await main()).toMatch(/您如何前来？[^]*火车[^]*轮船/);
    await page.goto(`${stage.site}/ar/conferences/${stage.scenery.slug}/preview/delegate`);
    expect(await page.getAttribute('html', 'dir')).toBe('rtl');
  });

  it('says how many were asked less, once somebody had registered', async () => {
    await page.goto(`${desk}/categories/delegate`);
    expect(await page.innerText('section[aria-labelledby=versions]')).toContain('One person has registered with an earlier version');
    await page.fill('[name=capacity]', '0');
    await page.click('button[value=settings]');
    expect(await page.locator('main .summary').first().innerText()).not.toBe('');
    await page.fill('[name=capacity]', '60');
    await page.check('[name=needsApproval]');
    await page.click('button[value=settings]');
    expect(await main()).toContain('The category is saved.');
    expect(await page.innerText('#form ol')).toContain('Name of the ship');
  });
});

import { buffer } from 'node:stream/consumers';
import { tableFile, tableMediaType } from '#documents';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWhere, hasChromium } from '#testkit';
import type { Page } from 'playwright-core';
import { BY_KEYBOARD_MS, Keyboard } from './keyboard.js';
import { openDesk } from './staff.js';
import type { Stage } from './stage.js';

const HEADERS = ['姓名', 'Latin name', 'E-mail', 'Country', '语言'];
const ROWS = [['王小明', 'Wang Xiaoming', 'wang@example.org', '中国', '中文'], ['', 'Amara Okafor', 'amara.okafor@example.org', 'Nigeria', 'English']];

describeWhere(hasChromium(), 'Chromium is not installed')('staff with a keyboard alone, from a workbook to a finished campaign', () => {
  let stage: Stage;
  let page: Page;
  let keys: Keyboard;
  /** Pages of work under way look again by themselves. */
  const says = (text: string): Promise<void> => page.locator('main', { hasText: text }).first().waitFor({ timeout: 60_000 });

  beforeAll(async () => {
    const desk = await openDesk();
    ({ stage, page } = desk);
    keys = new Keyboard(page);
    await page.goto(desk.address);
  }, 180_000);
  afterAll(() => stage.close(), 60_000);

  it('brings the workbook and writes its people into a list', async () => {
    await keys.follow('nav a:has-text("Contacts")');
    await keys.follow('main a[href$="/contacts/import"]');
    await keys.to('input[type=file]');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Space')]);
    await chooser.setFiles({ name: '嘉宾.xlsx', mimeType: tableMediaType('xlsx'), buffer: await buffer(tableFile({ name: '嘉宾', columns: HEADERS.map((header) => ({ header })), rows: ROWS }, 'xlsx')) });
    await keys.follow('main form:has(input[type=file]) button');
    await says('“嘉宾.xlsx” has arrived.');
    await keys.type({ '[name=newList]': 'Guests of honour' });
    await keys.follow('main form:has([name=newList]) button');
    await says('2 new');
    await keys.follow('button[value=apply]');
    await says('What happened');
  }, BY_KEYBOARD_MS);

  it('begins with the ready-made letter and reads it as readers will', async () => {
    await keys.follow('nav a:has-text("Campaigns")');
    await keys.follow('main a[href$="/campaigns/templates"]');
    await keys.type({ '[name=name]': 'Invitation' });
    await keys.follow('main form:has([name=begin]) button');
    await keys.type({ '[name=preheader]': 'We would be honoured.' });
    await keys.follow('button[value=save]');
    await says('Saved.');
    expect(await page.locator('iframe').count()).toBeGreaterThan(0);
  }, BY_KEYBOARD_MS);

  it('counts its readers, starts by their number alone, and sees it finished', async () => {
    await keys.follow('main a[href$="/campaigns/audiences"]');
    await keys.follow('main a[href$="/audiences/new"]');
    await keys.type({ '[name=name]': 'Guests of honour' });
    await keys.press('[name=listIds]', 'Space');
    await keys.follow('main form button');
    await says('2 people would be written to');
    await keys.follow('main .note a.button');
    await keys.type({ '[name=name]': 'First wave' });
    await keys.press('[name=templateId]', 'ArrowDown');
    await keys.type({ '[name=replyTo]': 'desk@example.org' });
    await keys.follow('main form button[type=submit]');
    await keys.type({ '[name=recipients]': '2' });
    await keys.follow('button[value=start]');
    await says('Finished');
    await says('2 of 2');
    expect((await stage.letter('wang@example.org', 'campaigns.invitation')).text).toContain('王小明');
  }, BY_KEYBOARD_MS);
});

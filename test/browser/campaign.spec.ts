import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { tableFile, tableMediaType } from '#documents';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWhere, hasChromium } from '#testkit';
import type { Page } from 'playwright-core';
import { enterAsAdministrator } from './staff.js';
import { Stage } from './stage.js';

const COLUMNS = ['姓名', 'Latin name', '单位', 'E-mail', 'Country', '语言'];
const ROWS = [
  ['王小明', 'Wang Xiaoming', '海外华商会', 'wang@example.org', '中国', '中文'],
  ['', 'Amara Okafor', 'Lagos Harbour Trust', 'amara.okafor@example.org', 'Nigeria', 'English'],
  ['ليلى حسن', 'Layla Hassan', 'Cairo Chamber', 'layla@example.net', 'Egypt', 'Arabic'],
  ['', 'Amara O.', '', 'amara.okafor@example.org', '', ''],
  ['', 'Nobody at all', '', 'not an address', '', ''],
];
const WAIT_MS = 60_000;

describeWhere(hasChromium(), 'Chromium is not installed')('staff invite by campaign, without JavaScript', () => {
  let stage: Stage;
  let page: Page;
  let desk: string;
  const text = (): Promise<string> => page.innerText('main');
  /** Waits for what the page is to say: a form's answer may still be on its way. */
  const says = (part: string): Promise<void> => page.locator('main', { hasText: part }).first().waitFor();
  /** Looks again, as the page does by itself, until it says so. */
  const untilItSays = async (part: string): Promise<void> => {
    const end = Date.now() + WAIT_MS;
    while (!(await text()).includes(part)) {
      if (Date.now() > end) throw new Error(`the page never says “${part}”: ${await text()}`);
      await pause(300);
      await page.goto(page.url());
    }
  };

  beforeAll(async () => {
    stage = await Stage.open();
    page = await stage.page({ viewport: { width: 1200, height: 900 } });
    await enterAsAdministrator(stage, page);
    desk = `${stage.site}/en/console/conferences/${stage.scenery.slug}`;
  }, 180_000);
  afterAll(() => stage.close());

  it('bring a workbook with Chinese and English columns, see what would come of it, and write it', async () => {
    await page.goto(`${desk}/contacts/import`);
    const content = await buffer(tableFile({ name: '嘉宾', columns: COLUMNS.map((header) => ({ header })), rows: ROWS }, 'xlsx'));
    await page.setInputFiles('input[type=file]', { name: '嘉宾名单.xlsx', mimeType: tableMediaType('xlsx'), buffer: content });
    await page.click('main form button');
    await says('“嘉宾名单.xlsx” has arrived.');
    await page.fill('[name=newList]', 'Guests of honour');
    await page.click('main form button');
    await untilItSays('What would happen');
    for (const figure of ['3 new', '1 twice in the file', '1 not taken']) await says(figure);
    await says('王小明');
    const rejects = await page.getAttribute('main a[href*="format=csv"]', 'href');
    expect(await (await page.request.get(`${stage.site}${rejects ?? ''}`)).text()).toMatch(/not an address.*(mail|address)/i);
    await page.click('button[value=apply]');
    await untilItSays('What happened');
  });

  it('begin with the ready-made letter, are told of a placeholder that is none, see it as readers will, and try it', async () => {
    await page.goto(`${desk}/campaigns/templates`);
    await page.fill('[name=name]', 'Invitation');
    for (const locale of ['es', 'fr', 'ru', 'pt', 'id']) await page.uncheck(`[name=locales][value="${locale}"]`);
    await page.click('main form button');
    await page.waitForSelector('[name=body]');
    await page.goto(`${page.url()}?lang=en`);
    const words = await page.inputValue('[name=body]');
    await page.fill('[name=body]', `${words}\n\nYours, {{ contact.nickname }}`);
    await page.click('button[value=save]');
    await says('contact.nickname');
    expect(await page.inputValue('[name=body]')).toContain('{{ contact.nickname }}');
    await page.fill('[name=body]', `${words}\n\nThe secretariat`);
    await page.click('button[value=save]');
    await says('Saved.');
    await page.frameLocator('iframe >> nth=0').locator('body:has-text("The secretariat")').waitFor();
    // A frame that is painted with nothing takes 3 kB.
    expect((await page.locator('iframe').first().screenshot()).length).toBeGreaterThan(10_000);
    // Whoever tries a letter tries what stands in its fields, and loses nothing of it, though an address is none.
    await page.fill('[name=body]', `${words}\n\nThe secretariat of the guild`);
    await page.fill('[name=to]', 'colleague');
    await page.click('button[value=test]');
    await page.waitForSelector('#test [aria-invalid=true]');
    expect(await page.inputValue('[name=body]')).toContain('The secretariat of the guild');
    await page.fill('[name=body]', `${words}\n\nThe secretariat of both guilds`);
    await page.fill('[name=to]', 'colleague@example.org');
    await page.click('button[value=test]');
    await says('1 test letter is on the way.');
    expect(await page.inputValue('[name=body]')).toContain('The secretariat of both guilds');
    expect((await stage.letter('colleague@example.org', 'campaigns.test')).text).toContain('The secretariat of both guilds');
  });

  it('save an audience that counts itself, draft, and start by the right number alone', async () => {
    await page.goto(`${desk}/campaigns/audiences/new`);
    await page.fill('[name=name]', 'Guests of honour');
    await page.check('[name=listIds]');
    await page.click('main form button');
    await says('3 people would be written to');
    await page.click('main .note a.button');
    await page.selectOption('[name=templateId]', { index: 1 });
    await page.fill('[name=name]', 'First wave');
    await page.fill('[name=replyTo]', 'desk@example.org');
    await page.click('main form button[type=submit]');
    await says('Please type how many people will be written to.');
    await page.fill('[name=recipients]', '4');
    await page.click('button[value=start]');
    await says('It would write to 3 people, and you typed 4.');
    await page.fill('[name=recipients]', '3');
    await page.click('button[value=start]');
    await untilItSays('Finished');
    await says('3 of 3');
    const greetings = { 'wang@example.org': '王小明', 'amara.okafor@example.org': 'Amara Okafor', 'layla@example.net': 'ليلى حسن' };
    for (const [to, name] of Object.entries(greetings)) expect((await stage.letter(to, 'campaigns.invitation')).text).toContain(name);
  });

  it('see who declined and why, and the numbers', async () => {
    const guest = await stage.page();
    await guest.goto(await stage.link('amara.okafor@example.org', 'campaigns.invitation', '/invitations/'));
    await guest.click('details:has(button[value=DECLINE]) > summary');
    await guest.fill('details:has(button[value=DECLINE]) [name=reason]', 'The board meets that week.');
    await guest.click('button[value=DECLINE]');
    await guest.locator('main', { hasText: 'You have declined' }).waitFor();
    await guest.context().close();
    await page.goto(`${desk}/invitations?state=DECLINED`);
    await page.click('main table a >> text=Amara Okafor');
    await says('The board meets that week.');
    await page.goto(`${desk}/campaigns/numbers?by=COUNTRY`);
    expect(await page.innerText('tr:has-text("Nigeria")')).toMatch(/Nigeria\s+1\s+1\s+0\s+0\s+1\s+0\s+1\s+0\s+0/);
  });

  it('are asked once more before the rest is cancelled, on a page that stays as it is meanwhile', async () => {
    await page.goto(`${desk}/campaigns/audiences/new`);
    await page.fill('[name=name]', 'Once more');
    for (const one of ['registered', 'invited']) await page.uncheck(`[name=without][value=${one}]`);
    await page.click('main form button');
    const [, people = ''] = /(\d+) (?:people|person) would be written to/.exec(await text()) ?? [];
    await page.click('main .note a.button');
    await page.selectOption('[name=templateId]', { index: 1 });
    await page.fill('[name=name]', 'Later wave');
    await page.check('[value=AT]');
    await page.fill('[name="schedule.at"]', '2039-05-01T09:00');
    await page.click('main form button[type=submit]');
    await page.fill('[name=recipients]', people);
    await page.click('button[value=start]');
    await says('This page looks again every five seconds.');
    await page.click('main a:has-text("Cancel for good")');
    await says(`${people} letters that have not left yet will not be sent.`);
    expect(await page.locator('meta[http-equiv=refresh]').count()).toBe(0);
    await page.click('button[value=cancel]');
    await says('Cancelled');
  });

  it('put a template away only when no draft needs it', async () => {
    await page.goto(`${desk}/campaigns/new`);
    await page.fill('[name=name]', 'Second wave');
    await page.selectOption('[name=templateId]', { index: 1 });
    await page.selectOption('[name=audienceId]', { index: 1 });
    await page.click('main form button[type=submit]');
    await says('Please type how many people will be written to.');
    const draft = page.url();
    await page.goto(`${desk}/campaigns/templates`);
    await page.click('main .cards a');
    await page.waitForSelector('button[value=put-away]');
    const template = page.url();
    await page.click('button[value=put-away]');
    await says('The campaign “Second wave” still needs this template.');
    await page.goto(draft);
    await page.click('button[value=put-away]');
    await page.waitForURL(`${desk}/campaigns`);
    await says('First wave');
    expect(await text()).not.toContain('Second wave');
    await page.goto(template);
    await page.click('button[value=put-away]');
    await says('No template yet.');
  });
});

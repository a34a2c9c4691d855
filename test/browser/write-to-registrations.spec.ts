import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWhere, hasChromium } from '#testkit';
import type { Page } from 'playwright-core';
import { asAdministrator } from './set-the-stage.js';
import { enterAsInvited, enterPress, openDesk } from './staff.js';
import type { Stage } from './stage.js';

const PEOPLE = [['Zhao', 'Min', '赵敏', 'CN', 'zhao@press.example'], ['Okafor', 'Chinedu', null, 'NG', 'chinedu@press.example'], ['Al-Masri', 'Yusuf', 'يوسف المصري', 'EG', 'yusuf@press.example']] as const;

describeWhere(hasChromium(), 'Chromium is not installed')('an organiser writes to registrations, without JavaScript', () => {
  let stage: Stage;
  let page: Page;
  let desk = '';
  let main: () => Promise<string>;
  const says = (part: string): Promise<void> => page.locator('main', { hasText: part }).first().waitFor();

  beforeAll(async () => {
    ({ stage, page, main, address: desk } = await openDesk());
    for (const [latinFamily, latinGiven, native, nationality, email] of PEOPLE) {
      await enterPress(stage, { latinFamily, latinGiven, native, nationality }, email);
    }
  }, 120_000);
  afterAll(() => stage.close(), 60_000);

  it('to all that match: nothing is chosen twice, what is wrong is said, and the letter is begun once', async () => {
    await page.goto(`${desk}/registrations?category=press&state=IN_REVIEW`);
    await page.click('text=Write to all 3 that match');
    await says('3 registrations');
    expect(await main()).toMatch(/To whom[^]*3 registrations[^]*In review[^]*Press/);
    expect(await page.locator('[name=audienceId]').count()).toBe(0);
    await page.fill('[name=name]', 'Buses for the press');
    await page.fill('[name=replyTo]', 'no address at all');
    await page.click('main form button[type=submit]');
    await says('Please give a mail address');
    expect(await page.inputValue('[name=name]')).toBe('Buses for the press');
    await page.fill('[name=replyTo]', 'desk@example.org');
    await page.click('main form button[type=submit]');
    await page.waitForSelector('[name=body]');
  });

  it('writes it, sees it as its real readers will, and tries it', async () => {
    await page.fill('[name=subject]', 'Your bus leaves at eight, {{ contact.name }}');
    await page.fill('[name=body]', 'Dear {{ contact.formal_name }},\n\nthe bus leaves at eight. Your code: {{ registration.code }}\n\n[Your registration]({{ registration.link }})');
    await page.click('button[value=save]');
    await says('Saved.');
    await page.frameLocator('iframe >> nth=0').locator('body:has-text("the bus leaves at eight")').waitFor();
    expect(await page.locator('#preview summary').allInnerTexts()).toEqual(expect.arrayContaining([expect.stringMatching(/赵敏|يوسف المصري|Chinedu Okafor/)]));
    await page.fill('[name=to]', 'colleague@example.org');
    await page.click('button[value=test]');
    await says('1 test letter is on the way.');
    await page.click('text=Back to the campaign');
    await says('Please type how many people will be written to.');
  });

  it('starts it by the right number alone, and every one gets a letter of their own', async () => {
    expect(await main()).toMatch(/3 people would be written to[^]*In review[^]*Press/);
    await page.fill('[name=recipients]', '2');
    await page.click('button[value=start]');
    await says('It would write to 3 people, and you typed 2.');
    await page.fill('[name=recipients]', '3');
    await page.click('button[value=start]');
    for (let tries = 0; tries < 100 && !(await main()).includes('Finished'); tries += 1) {
      await pause(300);
      await page.goto(page.url());
    }
    expect(await main()).toContain('3 of 3');
    const letter = await stage.letter('chinedu@press.example', 'campaigns.news');
    expect(letter.subject).toBe('Your bus leaves at eight, Chinedu Okafor');
    expect(letter.text).toMatch(/Your code: \S{6,}[^]*\/en\/registrations\/[0-9a-f-]{36}/);
    await stage.letter('zhao@press.example', 'campaigns.news');
    await stage.letter('yusuf@press.example', 'campaigns.news');
  });

  it('to those picked, with a letter that is there, and to nobody where none was picked', async () => {
    await page.goto(`${desk}/registrations?category=press`);
    await page.click('button[value=write]');
    await says('Please pick');
    await page.check('tbody tr:has-text("Okafor") [type=checkbox]');
    await page.check('tbody tr:has-text("赵敏") [type=checkbox]');
    await page.click('button[value=write]');
    await page.waitForURL(/\/campaigns\/new/);
    await says('2 registrations');
    expect(await page.inputValue('[name=name]')).toBe('Letter to 2 registrations');
    await page.selectOption('[name=templateId]', '');
    await page.click('main form button[type=submit]');
    await says('2 registrations');
    await page.selectOption('[name=templateId]', { label: 'Buses for the press (News)' });
    await page.click('main form button[type=submit]');
    await says('2 people would be written to');
    await page.click('text=Change');
    await page.fill('[name=name]', 'For two of them');
    await page.click('main form button[type=submit]');
    await says('2 people would be written to');
    expect(await page.innerText('h1')).toBe('For two of them');
  });

  it('is not offered to the registration desk, which would be refused', async () => {
    await asAdministrator(stage.running, 'mutation($input: InviteStaffInput!) { inviteStaff(input: $input) { __typename } }', {
      input: { email: 'nur@desk.example', name: 'Nur Aisyah', role: 'REGISTRATION_DESK', scope: { kind: 'CONFERENCE', id: stage.scenery.conferenceId } },
    });
    const colleague = await stage.page({ viewport: { width: 1200, height: 900 } });
    await enterAsInvited(stage, colleague, 'nur@desk.example');
    const offered = async (who: Page): Promise<readonly number[]> => {
      await who.goto(`${desk}/registrations?category=press`);
      return Promise.all(['tbody tr', 'button[value=send-link]', 'button[value=write]', 'a[href*="/campaigns/new"]'].map((part) => who.locator(part).count()));
    };
    expect(await offered(page)).toEqual([3, 1, 1, 1]);
    expect(await offered(colleague)).toEqual([3, 1, 0, 0]);
  });
});

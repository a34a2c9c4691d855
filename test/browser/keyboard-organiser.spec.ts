import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWhere, hasChromium } from '#testkit';
import type { Page } from 'playwright-core';
import { BY_KEYBOARD_MS, Keyboard } from './keyboard.js';
import { enterAsAdministrator } from './staff.js';
import { Stage } from './stage.js';

describeWhere(hasChromium(), 'Chromium is not installed')('an organiser with a keyboard alone, from nothing to a released programme', () => {
  let stage: Stage;
  let page: Page;
  let keys: Keyboard;
  /** The next page is there as soon as it says so. */
  const see = (text: string): Promise<void> => page.locator('main', { hasText: text }).waitFor();

  beforeAll(async () => {
    stage = await Stage.open();
    page = await stage.page({ viewport: { width: 1200, height: 900 } });
    await enterAsAdministrator(stage, page);
    keys = new Keyboard(page);
  }, 120_000);
  afterAll(() => stage.close(), 60_000);

  it('makes the conference, opens it for people to register', async () => {
    await keys.follow('main a:has-text("New conference")');
    await page.waitForURL(/conferences\/new/);
    await keys.type({ '[name="title.en"]': 'Bridges', '[name="title.zh-Hans"]': '桥梁大会', '[name=slug]': 'bridges-k', '[name="city.en"]': 'Chongqing', '[name="city.zh-Hans"]': '重庆' });
    await keys.to('[name=startsOn]');
    await page.keyboard.type('06012039');
    await keys.to('[name=endsOn]');
    await page.keyboard.type('06032039');
    await keys.type({ '[name=hostRegion]': 'Chongqing', '[name=hostOverrideReason]': 'The first edition' });
    await keys.follow('main button[type=submit]');
    await page.waitForURL(/bridges-k$/);
    await keys.type({ '[name=key]': 'delegate', '[name="title.en"]': 'Delegate', '[name="title.zh-Hans"]': '代表' });
    await keys.follow('button:has-text("Save")');
    await see('The category is saved.');
    await keys.follow('button[value=PUBLISH]');
    await page.waitForSelector('button[value=OPEN]');
    await keys.follow('button[value=OPEN]');
    await see('Registration open');
  }, BY_KEYBOARD_MS);

  it('asks a question in the form', async () => {
    await keys.follow('td a:has-text("Delegate")');
    await keys.type({ '#question [name="label.en"]': 'What brings you?', '#question [name="label.zh-Hans"]': '您为何而来？' });
    await keys.press('#question [name=required]', 'Space');
    await keys.follow('button[value=question]');
    await see('The form is saved.');
    expect(await page.innerText('#form ol')).toMatch(/What brings you\?[^]*must be answered/);
  }, BY_KEYBOARD_MS);

  it('adds a room, a forum and its session', async () => {
    await keys.follow('nav a:has-text("Programme")');
    await keys.follow('nav a:has-text("Forums and rooms")');
    const forum = 'form:has(button[value=forum])';
    await keys.type({ [`${forum} [name="title.en"]`]: 'Steel', [`${forum} [name="title.zh-Hans"]`]: '钢', [`${forum} [name=slug]`]: 'steel', [`${forum} [name=capacity]`]: '40' });
    await keys.follow('button[value=forum]');
    await see('The forum is added.');
    const room = 'form:has(button[value=room])';
    await keys.press('summary:has-text("Add a room")');
    await keys.type({ [`${room} [name="venue.en"]`]: 'Guild Hall', [`${room} [name="name.en"]`]: 'Room 1', [`${room} [name=roomCapacity]`]: '60' });
    await keys.follow('button[value=room]');
    await see('The room is added.');
    await keys.press('summary:has-text("Schedule a session")');
    await keys.to('[name=forumId]');
    await page.keyboard.press('ArrowDown');
    await keys.to('#session [name=roomId]');
    await page.keyboard.press('ArrowDown');
    await keys.to('#session [name=endsAt]');
    // It stands at nine of the first day; three parts further is the hour.
    for (let part = 0; part < 3; part += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.type('10');
    await keys.follow('button[value=session]');
    await see('The session is scheduled.');
  }, BY_KEYBOARD_MS);

  it('releases the programme, and everybody can read it', async () => {
    await keys.follow('nav a:has-text("Release")');
    await keys.press('form:has(button[value=release]) [name=sure]', 'Space');
    await keys.follow('button[value=release]');
    await see('Release 1 is out.');
    const reader = await stage.page();
    await reader.goto(`${stage.site}/en/conferences/bridges-k/programme`);
    expect(await reader.innerText('main')).toMatch(/09:00–10:00[^]*Steel/);
  }, BY_KEYBOARD_MS);
});

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWhere, hasChromium } from '#testkit';
import type { Page } from 'playwright-core';
import { enterAsAdministrator } from './staff.js';
import { Stage } from './stage.js';

/** More steps than any of these pages needs to its last button. */
const STEPS = 120;
/** A hundred steps of the keyboard, each asked for what it reached, in milliseconds. */
const LONG = 120_000;

describeWhere(hasChromium(), 'Chromium is not installed')('an organiser with a keyboard alone, from nothing to a released programme', () => {
  let stage: Stage;
  let page: Page;
  /** The next page is there as soon as it says so. */
  const see = (text: string): Promise<void> => page.locator('main', { hasText: text }).waitFor();

  beforeAll(async () => {
    stage = await Stage.open();
    page = await stage.page({ viewport: { width: 1200, height: 900 } });
    await enterAsAdministrator(stage, page);
  }, 120_000);
  afterAll(() => stage.close(), 60_000);

  /** Steps on, or back, until what is wanted has the focus. */
  async function to(wanted: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const element = page.locator(wanted).first();
    for (let step = 0; step < STEPS; step += 1) {
      if (await element.evaluate((one) => one === document.activeElement)) return;
      await page.keyboard.press(key);
    }
    throw new Error(`${wanted} is not reached by the keyboard`);
  }

  /** Types into fields in the order in which they stand; what was there is typed over. */
  async function type(entries: Readonly<Record<string, string>>): Promise<void> {
    for (const [wanted, text] of Object.entries(entries)) {
      await to(wanted);
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type(text);
    }
  }

  async function press(wanted: string, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await to(wanted);
    await page.keyboard.press(key);
    await page.waitForLoadState();
  }

  it('makes the conference, opens it for people to register', async () => {
    await press('main a:has-text("New conference")');
    await page.waitForURL(/conferences\/new/);
    await type({ '[name="title.en"]': 'Bridges', '[name="title.zh-Hans"]': '桥梁大会', '[name=slug]': 'bridges-k', '[name="city.en"]': 'Chongqing', '[name="city.zh-Hans"]': '重庆' });
    await to('[name=startsOn]');
    await page.keyboard.type('06012039');
    await to('[name=endsOn]');
    await page.keyboard.type('06032039');
    await type({ '[name=hostRegion]': 'Chongqing', '[name=hostOverrideReason]': 'The first edition' });
    await press('main button[type=submit]');
    await page.waitForURL(/bridges-k$/);
    await type({ '[name=key]': 'delegate', '[name="title.en"]': 'Delegate', '[name="title.zh-Hans"]': '代表' });
    await press('button:has-text("Save")');
    await see('The category is saved.');
    await press('button[value=PUBLISH]');
    await page.waitForSelector('button[value=OPEN]');
    await press('button[value=OPEN]');
    await see('Registration open');
  }, LONG);

  it('asks a question in the form', async () => {
    await press('td a:has-text("Delegate")');
    await type({ '#question [name="label.en"]': 'What brings you?', '#question [name="label.zh-Hans"]': '您为何而来？' });
    await press('#question [name=required]', 'Space');
    await press('button[value=question]');
    await see('The form is saved.');
    expect(await page.innerText('#form ol')).toMatch(/What brings you\?[^]*must be answered/);
  }, LONG);

  it('adds a room, a forum and its session', async () => {
    await press('nav a:has-text("Programme")');
    await press('nav a:has-text("Forums and rooms")');
    const forum = 'form:has(button[value=forum])';
    await type({ [`${forum} [name="title.en"]`]: 'Steel', [`${forum} [name="title.zh-Hans"]`]: '钢', [`${forum} [name=slug]`]: 'steel', [`${forum} [name=capacity]`]: '40' });
    await press('button[value=forum]');
    await see('The forum is added.');
    const room = 'form:has(button[value=room])';
    await press('summary:has-text("Add a room")');
    await type({ [`${room} [name="venue.en"]`]: 'Guild Hall', [`${room} [name="name.en"]`]: 'Room 1', [`${room} [name=roomCapacity]`]: '60' });
    await press('button[value=room]');
    await see('The room is added.');
    await press('summary:has-text("Schedule a session")');
    await to('[name=forumId]');
    await page.keyboard.press('ArrowDown');
    await to('#session [name=roomId]');
    await page.keyboard.press('ArrowDown');
    await to('#session [name=endsAt]');
    // It stands at nine of the first day; three parts further is the hour.
    for (let part = 0; part < 3; part += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.type('10');
    await press('button[value=session]');
    await see('The session is scheduled.');
  }, LONG);

  it('releases the programme, and everybody can read it', async () => {
    await press('nav a:has-text("Release")');
    await press('form:has(button[value=release]) [name=sure]', 'Space');
    await press('button[value=release]');
    await see('Release 1 is out.');
    const reader = await stage.page();
    await reader.goto(`${stage.site}/en/conferences/bridges-k/programme`);
    expect(await reader.innerText('main')).toMatch(/09:00–10:00[^]*Steel/);
  }, LONG);
});

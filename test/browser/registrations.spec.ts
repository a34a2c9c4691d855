import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWhere, hasChromium } from '#testkit';
import type { Page } from 'playwright-core';
import { enterPress, openDesk } from './staff.js';
import type { Stage } from './stage.js';

const PEOPLE = [
  ['Zhao', 'Min', '赵敏', 'CN'], ['Okafor', 'Chinedu', null, 'NG'], ['Al-Masri', 'Yusuf', 'يوسف المصري', 'EG'], ['Ng', 'Wai Ling', '吳慧玲', 'HK'], ['Da Silva Albuquerque', 'Maria Fernanda', null, 'BR'],
] as const;

describeWhere(hasChromium(), 'Chromium is not installed')('the registrations’ desk, without JavaScript', () => {
  let stage: Stage;
  let page: Page;
  let desk = '';
  let main: () => Promise<string>;

  beforeAll(async () => {
    ({ stage, page, main, address: desk } = await openDesk());
    for (const [latinFamily, latinGiven, native, nationality] of PEOPLE) {
      await enterPress(stage, { latinFamily, latinGiven, native, nationality }, `${latinGiven.split(' ')[0]?.toLowerCase() ?? ''}@press.example`);
    }
  }, 120_000);
  afterAll(() => stage.close(), 60_000);

  /** Looks again, as the page does by itself, until a worker has been through with it. */
  const isThrough = async (): Promise<void> => {
    for (let tries = 0; tries < 100 && !(await main()).includes('All are through.'); tries += 1) {
      await page.waitForTimeout(500);
      await page.reload();
    }
  };

  it('finds by several states at once, and says so in an address that can be passed on', async () => {
    await page.goto(`${desk}/registrations`);
    await page.check('[name=state][value=IN_REVIEW]');
    await page.check('[name=state][value=WAITLISTED]');
    await page.selectOption('[name=category]', 'press');
    await page.selectOption('[name=sort]', 'NAME');
    await page.click('form[role=search] button');
    await page.waitForSelector('tbody tr');
    expect(page.url()).toMatch(/category=press.*state=IN_REVIEW&state=WAITLISTED/);
    expect(await page.locator('tbody tr').count()).toBe(5);
    const csv = await page.context().request.get(stage.site + (await page.getAttribute('a:has-text("CSV")', 'href') ?? ''));
    expect((await csv.text()).trim().split('\n')).toHaveLength(6);
  });

  it('keeps it as a view, which a colleague opens by its link', async () => {
    await page.click('summary:has-text("Keep this view")');
    await page.click('button[value=save-view]');
    expect(await page.innerText('[role=alert]')).toContain('Name of the view');
    await page.fill('[name=name]', 'Press, to be decided');
    await page.click('button[value=save-view]');
    await page.locator('main', { hasText: 'The view is kept.' }).waitFor();
    await page.waitForSelector('tbody tr');
    expect(await page.isChecked('[name=state][value=IN_REVIEW]')).toBe(true);
    const link = await page.getAttribute('section p.quiet a', 'href') ?? '';
    await page.goto(`${desk}/registrations`);
    await page.goto(stage.site + link);
    expect(await page.locator('tbody tr').count()).toBe(5);
    expect(await page.getAttribute('nav a:has-text("Press, to be decided")', 'aria-current')).toBe('page');
    await page.click('summary:has-text("Keep this view")');
    await page.fill('[name=name]', 'Press, to be decided');
    await page.click('button[value=save-view]');
    expect(await page.innerText('[role=alert]')).toContain('a view of this name already');
  });

  it('confirms all that match only by their number, and shows how far it is, and what could not be done', async () => {
    await page.goto(`${desk}/registrations?category=press`);
    await page.click('text=Decide on all 5 that match');
    await page.click('button:has-text("Begin")');
    expect(await page.locator('.summary a').count()).toBe(2);
    await page.check('[name=deed][value=APPROVE]');
    await page.fill('[name=count]', '6');
    await page.click('button:has-text("Begin")');
    expect(await page.innerText('[role=alert]')).toContain('5 registrations match by now. Nothing was done');
    expect(await page.isChecked('[value=APPROVE]')).toBe(true);
    await page.fill('[name=count]', '5');
    await page.click('button:has-text("Begin")');
    await page.waitForURL(/\/runs\//);
    await isThrough();
    expect(await main()).toMatch(/5 of 5 looked at[^]*Done 5/);
    expect((await stage.letter('chinedu@press.example', 'registration.confirmed')).to).toEqual(['chinedu@press.example']);
    await page.goto(`${desk}/registrations/bulk?category=press`);
    await page.check('[name=deed][value=APPROVE]');
    await page.fill('[name=count]', '5');
    await page.click('button:has-text("Begin")');
    await isThrough();
    expect(await page.locator('tbody tr').count()).toBe(5);
    expect(await page.innerText('tbody')).toMatch(/赵敏[^]*cannot be done with the registration as it stands/);
  });

  it('sends picked ones their link, and cancels them only with a reason', async () => {
    await page.goto(`${desk}/registrations?q=okafor&category=press`);
    await page.check('tbody [type=checkbox]');
    await page.click('button[value=cancel]');
    expect(await page.innerText('[role=alert]')).toContain('fill this in');
    expect(await page.isChecked('tbody [type=checkbox]')).toBe(true);
    await page.click('button[value=send-link]');
    await page.waitForURL(/\/runs\//);
    expect((await stage.letter('chinedu@press.example', 'registration.link')).subject).not.toBe('');
    await page.goto(`${desk}/registrations`);
    await page.goto(`${desk}/registrations/bulk`);
    expect(await main()).toMatch(/Earlier decisions[^]*Sending 1 link again/);
  });

  it('puts a tag on all that match, finds by it, and says so in the address', async () => {
    await page.goto(`${desk}/registrations?category=press`);
    expect(await page.locator('th:has-text("Tags")').count()).toBe(0);
    await page.click('text=Decide on all 5 that match');
    await page.check('[name=deed][value=TAG]');
    await page.fill('[name=count]', '5');
    await page.click('button:has-text("Begin")');
    expect(await page.innerText('.summary')).toContain('Tag');
    await page.fill('[name=tag]', 'Press bus');
    await page.click('button:has-text("Begin")');
    await page.waitForURL(/\/runs\//);
    expect(await main()).toContain('Putting the tag “Press bus” on 5 registrations');
    await isThrough();
    await page.goto(`${desk}/registrations`);
    await page.selectOption('[name=tag]', 'Press bus');
    await page.click('form[role=search] button');
    await page.waitForSelector('tbody tr');
    expect(new URL(page.url()).searchParams.getAll('tag')).toEqual(['Press bus']);
    expect(await page.locator('tbody .chip:has-text("Press bus")').count()).toBe(5);
    const csv = await page.context().request.get(stage.site + (await page.getAttribute('a:has-text("CSV")', 'href') ?? ''));
    expect((await csv.text()).trim().split('\n')).toHaveLength(6);
  });

  it('takes it off one by its page, and off those picked', async () => {
    await page.click('tbody a:has-text("Okafor")');
    await page.click('button[aria-label="Take off the tag “Press bus”"]');
    await page.click('summary:has-text("Put a tag on")');
    await page.fill('[name=tag]', 'Asks hard questions');
    await page.click('button:has-text("Put the tag on")');
    expect(await page.locator('.chip.plain:has-text("Asks hard questions")').count()).toBe(1);
    await page.goto(`${desk}/registrations?tag=Press+bus`);
    expect(await page.locator('tbody tr').count()).toBe(4);
    for (const box of await page.locator('tbody [type=checkbox]').all()) await box.check();
    await page.click('button[value=untag]');
    expect(await page.innerText('[role=alert]')).toContain('fill this in');
    expect(await page.locator('tbody [type=checkbox]:checked').count()).toBe(4);
    await page.fill('form[method=post] input[name=tag]', 'Press bus');
    await page.click('button[value=untag]');
    await page.waitForURL(/\/runs\//);
    await isThrough();
    await page.goto(`${desk}/registrations`);
    expect(await page.locator('select[name=tag] option').allInnerTexts()).toEqual(['Any', 'Asks hard questions (1)']);
  });

  it('goes from one to the next of the list that was found, and back to its row', async () => {
    await page.goto(`${desk}/registrations?category=press&sort=NAME`);
    const names = await page.locator('tbody td a bdi').allInnerTexts();
    expect(names).toHaveLength(5);
    await page.click(`tbody a:has-text("${names[1] ?? ''}")`);
    await page.locator('h1', { hasText: names[1] ?? '' }).waitFor();
    await page.click('a:has-text("Next:")');
    await page.locator('h1', { hasText: names[2] ?? '' }).waitFor();
    for (const name of names.slice(3)) {
      await page.click('a:has-text("Next:")');
      await page.locator('h1', { hasText: name }).waitFor();
    }
    expect(await page.locator('a:has-text("Next:")').count()).toBe(0);
    await page.click('text=Back to the list');
    await page.waitForSelector('tbody tr');
    expect([await page.locator('tbody tr').count(), await page.locator('tr:target').innerText()]).toEqual([5, expect.stringContaining(names[4] ?? '')]);
  });

  it('shows the columns that were chosen, and a kept view keeps them', async () => {
    await page.goto(`${desk}/registrations?category=press`);
    await page.click('summary:has-text("What is shown")');
    for (const column of ['CATEGORY', 'NATIONALITY', 'SUBMITTED']) await page.uncheck(`[name=column][value=${column}]`);
    await page.click('form[role=search] button');
    await page.waitForSelector('tbody tr');
    const heads = async (): Promise<string[]> => (await page.locator('thead th').allInnerTexts()).slice(1);
    expect(await heads()).toEqual(['Name', 'State', 'Organisation', 'E-mail', 'Tags']);
    await page.click('summary:has-text("Keep this view")');
    await page.fill('[name=name]', 'For the press office');
    await page.click('button[value=save-view]');
    await page.goto(`${desk}/registrations`);
    expect(await heads()).toContain('Nationality');
    await page.click('nav a:has-text("For the press office")');
    expect(await heads()).toEqual(['Name', 'State', 'Organisation', 'E-mail', 'Tags']);
    expect(page.url()).toContain('column=NAME&column=ORGANISATION&column=EMAIL&column=TAGS');
  });
});

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWhere, hasChromium } from '#testkit';
import type { Page } from 'playwright-core';
import { asAdministrator } from './set-the-stage.js';
import { codeOf, enterAsAdministrator, STAFF_PASSWORD } from './staff.js';
import { Stage } from './stage.js';

describeWhere(hasChromium(), 'Chromium is not installed')('an organiser, without JavaScript', () => {
  let stage: Stage;
  let page: Page;
  let secret = '';
  const main = (): Promise<string> => page.innerText('main');
  const both = async (name: string, en: string, zh: string): Promise<void> => {
    await page.fill(`form:visible [name="${name}.en"]`, en);
    await page.fill(`form:visible [name="${name}.zh-Hans"]`, zh);
  };
  /** Opens one of the page's forms; forms that are not open keep out of the way. */
  const open = (summary: string) => page.locator('details', { has: page.locator('summary', { hasText: summary }) });

  beforeAll(async () => {
    stage = await Stage.open();
    page = await stage.page({ viewport: { width: 1200, height: 900 } });
  }, 120_000);
  afterAll(() => stage.close());

  it('enters by the invitation’s letter, a password and a second factor', async () => {
    secret = await enterAsAdministrator(stage, page);
    expect(page.url()).toBe(`${stage.site}/en/console`);
    expect(await main()).toContain('Two Rivers Conference');
  });

  it('is asked for both again by the next browser, and may mistype', async () => {
    const other = await stage.page();
    await other.goto(`${stage.site}/en/console/conferences/new`);
    expect(other.url()).toContain('/en/staff/sign-in?next=');
    await other.fill('[name=email]', stage.running.adminEmail ?? '');
    await other.fill('[name=password]', 'something else entirely');
    await other.click('main button');
    expect(await other.innerText('[role=alert]')).toContain('not right');
    expect(await other.inputValue('[name=email]')).toBe(stage.running.adminEmail);
    await other.fill('[name=password]', STAFF_PASSWORD);
    await other.click('main button');
    await other.fill('[name=code]', '000000');
    await other.click('main button');
    expect(await other.innerText('[role=alert]')).toContain('not right');
    await other.fill('[name=code]', codeOf(secret));
    await other.click('main button');
    expect(other.url()).toBe(`${stage.site}/en/console/conferences/new`);
  });

  it('who came by a letter’s link is asked for the second factor before the console', async () => {
    const other = await stage.page();
    await stage.signIn(other, stage.running.adminEmail ?? '');
    await other.goto(`${stage.site}/en/console`);
    expect(other.url()).toContain('/en/staff/sign-in');
    expect(await other.innerText('main')).toContain('second factor');
  });

  it('creates a conference; what is missing is said beside its field, what was typed stays', async () => {
    await page.click('text=New conference');
    await both('title', 'Bridges Conference', '桥梁大会');
    await page.fill('[name=slug]', 'Bridges!');
    await page.click('main form button');
    expect(await page.locator('.summary a').count()).toBeGreaterThan(1);
    expect(await page.inputValue('[name="title.zh-Hans"]')).toBe('桥梁大会');
    await page.fill('[name=slug]', 'bridges-1');
    await page.fill('[name=rotation]', 'Chongqing, Sichuan');
    await both('city', 'Chongqing', '重庆');
    await page.fill('[name=startsOn]', '2039-06-01');
    await page.fill('[name=endsOn]', '2039-06-03');
    await page.click('main form button');
    expect(page.url()).toBe(`${stage.site}/en/console/conferences/bridges-1`);
  });

  it('adds a category, publishes and opens', async () => {
    await page.fill('[name=key]', 'delegate');
    await both('title', 'Delegate', '代表');
    await page.click('form button:has-text("Save")');
    expect(await main()).toContain('The category is saved.');
    await page.click('button[value=PUBLISH]');
    await page.click('button[value=OPEN]');
    expect(await page.innerText('main .chip')).toBe('Registration open');
  });

  it('adds a room and a forum, and is told of a room that is taken', async () => {
    await page.click('nav >> text=Programme');
    await page.click('nav >> text=Forums and rooms');
    const forum = open('Add a forum');
    for (const [key, en, zh] of [['steel', 'Steel', '钢'], ['rope', 'Rope', '索']] as const) {
      if ((await forum.getAttribute('open')) === null) await forum.locator('summary').click();
      await forum.locator('[name="title.en"]').fill(en);
      await forum.locator('[name="title.zh-Hans"]').fill(zh);
      await forum.locator('[name=slug]').fill(key);
      await forum.locator('[name=capacity]').fill('40');
      await forum.locator('button').click();
      expect(await main()).toContain('The forum is added.');
    }
    const room = open('Add a room');
    await room.locator('summary').click();
    await room.locator('[name="venue.en"]').fill('Hall');
    await room.locator('[name="name.en"]').fill('Room 1');
    await room.locator('[name=roomCapacity]').fill('60');
    await room.locator('button').click();
    for (const [forumName, taken] of [['Steel', false], ['Rope', true]] as const) {
      const session = open('Schedule a session');
      await session.locator('summary').click();
      await session.locator('[name=forumId]').selectOption({ label: forumName });
      await session.locator('[name=roomId]').selectOption({ index: 1 });
      await session.locator('[name=startsAt]').fill('2039-06-01T09:00');
      await session.locator('[name=endsAt]').fill('2039-06-01T10:00');
      await session.locator('button').click();
      expect(await main()).toContain(taken ? 'The room is taken by “Steel”' : 'The session is scheduled.');
    }
    expect(await open('Schedule a session').locator('[name=startsAt]').inputValue()).toBe('2039-06-01T09:00');
  });

  it('releases the programme, which everybody can read from then on', async () => {
    const reader = await stage.page();
    const programme = `${stage.site}/en/conferences/bridges-1/programme`;
    await page.click('nav >> text=Release');
    await page.check('form:has(button[value=release]) [name=sure]');
    await page.click('button[value=release]');
    expect(await main()).toContain('Release 1 is out.');
    await reader.goto(programme);
    expect(await reader.innerText('main')).toMatch(/09:00–10:00[^]*Steel/);
    await reader.context().close();
  });

  it('adds a visit with its stops, and a departure', async () => {
    await page.goto(`${stage.site}/en/console/conferences/bridges-1/visits`);
    const visit = open('Add a visit');
    await visit.locator('[name="title.en"]').fill('Three bridges');
    await visit.locator('[name=slug]').fill('three-bridges');
    await visit.locator('[name="stops.0.name.en"]').fill('Tea house');
    await visit.locator('[name="stops.0.name.zh-Hans"]').fill('茶馆');
    await visit.locator('[name="stops.0.afterMinutes"]').fill('60');
    await visit.locator('[name="stops.1.name.en"]').fill('North bridge');
    await visit.locator('[name="stops.1.afterMinutes"]').fill('10');
    await visit.locator('button').click();
    expect(await main()).toContain('The visit is added.');
    const departure = open('Add a departure');
    await departure.locator('[name=startsAt]').fill('2039-06-02T09:00');
    await departure.locator('[name=endsAt]').fill('2039-06-02T12:00');
    await departure.locator('[name="meetingPoint.en"]').fill('Gate 1');
    await departure.locator('[name=capacity]').fill('12');
    await departure.locator('button').click();
    expect(await main()).toContain('The departure is added.');
    await page.goto(`${stage.site}/zh-Hans/conferences/bridges-1/visits/three-bridges`);
    expect(await main()).toMatch(/North bridge[^]*茶馆/);
    expect(await main()).toContain('剩余 12 个名额');
  });

  it('makes the next edition of it, whose turn it is said, with its categories and its programme', async () => {
    await page.goto(`${stage.site}/en/console/conferences/bridges-1`);
    await page.click('text=The next edition');
    expect(await main()).toContain('Leave it empty for Sichuan, whose turn it is.');
    await page.click('main form button');
    expect(await page.locator('.summary a').allInnerTexts()).toEqual(['Name in the address: Please fill this in.', 'First day: Please fill this in.']);
    await both('city', 'Chengdu', '成都');
    await page.fill('[name=slug]', 'bridges-2');
    await page.fill('[name=startsOn]', '2040-06-04');
    await page.fill('[name=hostRegion]', 'Yunnan');
    await page.click('main form button');
    expect(await page.locator('.summary').innerText()).toContain('Why the rotation is not followed');
    expect([await page.inputValue('[name="title.zh-Hans"]'), await page.inputValue('[name="city.zh-Hans"]')]).toEqual(['桥梁大会', '成都']);
    await page.fill('[name=hostRegion]', '');
    await page.click('main form button');
    expect(page.url()).toBe(`${stage.site}/en/console/conferences/bridges-2?done=edition`);
    expect(await main()).toMatch(/4–6 June 2040 · Sichuan[^]*The next edition is made[^]*Delegate/);
    // A worker takes its programme over.
    for (const end = Date.now() + 40_000; ;) {
      await page.goto(`${stage.site}/en/console/conferences/bridges-2/programme`);
      if ((await main()).includes('Steel') || Date.now() > end) break;
    }
    expect(await main()).toMatch(/Monday, 4 June 2040[^]*Steel/);
  });

  it('finds a registration, declines only with a reason, sees a document only with a reason, and confirms', async () => {
    await asAdministrator(stage.running, 'mutation($input: RegisterDelegateInput!) { registerDelegate(input: $input) { __typename } }', {
      input: {
        conferenceId: stage.scenery.conferenceId, category: 'press', onBehalf: { email: 'sato@example.org', origin: 'PAPER' },
        details: {
          names: { native: '佐藤 花子', latinFamily: 'Sato', latinGiven: 'Hanako', order: 'FAMILY_FIRST' }, nationality: 'JP', residence: 'JP', answers: [{ question: 'outlet', choices: ['print'] }],
          travelDocument: { kind: 'PASSPORT', number: 'TR1234567', issuedBy: 'JP', expiresOn: '2039-05-01' }, consents: [{ key: 'privacy', textVersion: '2026-01' }],
        },
      },
    });
    await page.goto(`${stage.site}/en/console/conferences/${stage.scenery.slug}/registrations`);
    expect(await page.locator('tbody tr').count()).toBe(2);
    await page.fill('[name=q]', '花子');
    await page.check('[name=state][value=IN_REVIEW]');
    await page.click('form[role=search] button');
    expect(await page.locator('tbody tr').count()).toBe(1);
    await page.click('button[value=approve]');
    expect(await page.innerText('[role=alert]')).toContain('at least one');
    await page.click('tbody a');
    await page.click('button[value=decline]');
    expect(await page.innerText('[role=alert]')).not.toBe('');
    expect(await page.innerText('#document-number')).not.toContain('TR1234567');
    await page.click('#document summary');
    await page.fill('#why', 'Entry permit asked by the consulate');
    await page.click('button[value=reveal]');
    expect(await page.innerText('#document-number')).toBe('TR1234567');
    await page.click('button[value=approve]');
    expect(await page.innerText('main .chip')).toBe('Confirmed');
    expect((await stage.letter('sato@example.org', 'registration.confirmed')).to).toEqual(['sato@example.org']);
    await page.goto(`${stage.site}/en/console/conferences/${stage.scenery.slug}/letters?to=sato`);
    expect(await main()).toContain('Registration confirmed');
    const csv = await page.context().request.get(`${stage.site}/exports/registrations?conferenceId=${stage.scenery.conferenceId}&format=csv`);
    expect(await csv.text()).toContain('佐藤 花子');
  });
});

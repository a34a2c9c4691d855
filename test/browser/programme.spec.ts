import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWhere, hasChromium } from '#testkit';
import type { Page } from 'playwright-core';
import { asAdministrator } from './set-the-stage.js';
import { enterAsAdministrator } from './staff.js';
import { Stage } from './stage.js';

const EMAIL = 'nguyen@example.org';
const TABS = 60;

describeWhere(hasChromium(), 'Chromium is not installed')('the programme, from draft to agenda', () => {
  let stage: Stage;
  let staff: Page;
  let delegate: Page;
  let desk = '';
  let registrationId = '';
  let ports = '';
  let another = '';
  let evening = '';
  const done = async <Answer extends { readonly __typename: string }>(mutation: string, input: object): Promise<Answer> => {
    const { result } = await asAdministrator<{ result: Answer }>(stage.running, mutation, { input });
    if (/Refusal|Input|Clash|NoPlaces/.test(result.__typename)) throw new Error(JSON.stringify(result));
    return result;
  };
  /** Steps on until what is wanted has the focus, as people without a mouse do. */
  const tabTo = async (page: Page, wanted: string): Promise<void> => {
    for (let steps = 0; steps < TABS; steps += 1) {
      await page.keyboard.press('Tab');
      if (await page.locator(`${wanted}:focus`).count() > 0) return;
    }
    throw new Error(`${wanted} is not reached by the keyboard`);
  };

  beforeAll(async () => {
    stage = await Stage.open();
    const { conferenceId, slug } = stage.scenery;
    desk = `${stage.site}/en/console/conferences/${slug}`;
    const { programme, visits } = await asAdministrator<{ programme: { forums: { id: string; slug: string; sessions: { id: string }[] }[] }; visits: { edges: { node: { id: string; slug: string; departures: { id: string; startsAt: string }[] } }[] } }>(
      stage.running, 'query($slug: String!) { programme(conferenceSlug: $slug) { forums { id slug sessions { id } } } visits(conferenceSlug: $slug) { edges { node { id slug departures { id startsAt } } } } }', { slug },
    );
    const forum = programme.forums.find((one) => one.slug === 'ports');
    const boat = visits.edges.map(({ node }) => node).find((one) => one.slug === 'boat');
    ports = forum?.sessions[0]?.id ?? '';
    const date = new Date(Date.parse(boat?.departures[1]?.startsAt ?? '') + 10 * 3_600_000).toISOString().slice(0, 11);
    evening = (await done<{ __typename: string; id: string }>('mutation($input: AddDepartureInput!) { result: addDeparture(input: $input) { __typename ... on Departure { id } } }', {
      visitId: boat?.id, startsAt: `${date}18:00`, endsAt: `${date}19:00`, meetingPoint: { en: 'Gate 3' }, capacity: 5,
    })).id;
    const register = async (email: string, names: object): Promise<string> => (await done<{ __typename: string; id: string }>('mutation($input: RegisterDelegateInput!) { result: registerDelegate(input: $input) { __typename ... on Registration { id } } }', {
      conferenceId, category: 'delegate', onBehalf: { email, origin: 'PHONE' },
      details: { names, nationality: 'VN', residence: 'VN', organisation: 'Mekong Review', phone: '+84 91 234 56 78', consents: [{ key: 'privacy', textVersion: '2026-01' }] },
    })).id;
    registrationId = await register(EMAIL, { native: 'Nguyễn Thị Mai', latinFamily: 'Nguyen', latinGiven: 'Thi Mai' });
    another = await register('tran@example.org', { native: 'Trần Văn Hải', latinFamily: 'Tran', latinGiven: 'Van Hai' });
    await done('mutation($input: ChooseForumInput!) { result: chooseForum(input: $input) { __typename } }', { registrationId, forumId: forum?.id });
    await done('mutation($input: BookDepartureInput!) { result: bookDeparture(input: $input) { __typename } }', { registrationId, departureId: boat?.departures[1]?.id });
    [staff, delegate] = [await stage.page({ viewport: { width: 1200, height: 900 } }), await stage.page()];
    await enterAsAdministrator(stage, staff);
    await stage.signIn(delegate, EMAIL);
  }, 120_000);
  afterAll(() => stage.close());

  it('is released only after a second yes', async () => {
    await staff.goto(`${desk}/programme/release`);
    await staff.click('button[value=release]');
    expect(await staff.innerText('[role=alert]')).toContain('tick the box');
    await staff.check('[name=sure]');
    await staff.click('button[value=release]');
    expect(await staff.innerText('[role=status]')).toContain('Release 1 is out.');
  });

  it('is moved by the keyboard alone, says what that leads to, and is moved back by one button', async () => {
    await staff.goto(`${desk}/programme`);
    await tabTo(staff, '[aria-label="Move to …: Ports of tomorrow"]');
    await staff.keyboard.press('Enter');
    await staff.waitForURL(/sessions.*#move/);
    await tabTo(staff, '[name=day]');
    await staff.keyboard.press('ArrowDown');
    await tabTo(staff, '[name=from]');
    await staff.keyboard.type('1430');
    await tabTo(staff, 'button[value=move]');
    await staff.keyboard.press('Enter');
    await staff.waitForURL(/moved=/);
    expect(await staff.innerText('main [role=status]')).toMatch(/is now here:.*14:30–16:00[^]*1 person who chose this forum/);
    await staff.click('button:has-text("Undo the move")');
    expect(await staff.innerText('main [role=status]')).toMatch(/back where it was:.*10:30–12:00/);
    expect(await staff.locator(`td #s-${ports}`).count()).toBe(1);
  });

  it('tells the slower of two editors who was faster, and keeps what was typed', async () => {
    const other = await staff.context().newPage();
    for (const page of [staff, other]) await page.goto(`${desk}/programme/sessions/${ports}`);
    for (const [page, time] of [[staff, '14:30'], [other, '15:00']] as const) {
      await page.selectOption('[name=day]', { index: 2 });
      await page.fill('[name=from]', time);
      await page.click('button[value=move]');
    }
    expect(await staff.innerText('main [role=status]')).toContain('14:30–16:00');
    expect(await other.innerText('main')).toMatch(new RegExp(`${stage.running.adminEmail ?? ''} was faster[^]*14:30–16:00`));
    expect(await other.inputValue('[name=from]')).toBe('15:00');
    await other.close();
  });

  it('stays with readers as it was until it is released; then the agenda and one letter say what is new', async () => {
    const agenda = `${stage.site}/en/conferences/${stage.scenery.slug}/agenda`;
    await delegate.goto(agenda);
    expect(await delegate.innerText('main')).toContain('10:30–12:00');
    await staff.goto(`${desk}/programme/release`);
    expect(await staff.innerText('main')).toMatch(/Other time[^]*10:30–12:00[^]*14:30–16:00[^]*1 person gets a letter[^]*two things at one time[^]*Nguyễn Thị Mai/);
    await staff.check('form:has(button[value=release]) [name=sure]');
    await staff.click('button[value=release]');
    expect(await staff.innerText('[role=status]')).toContain('1 letter is on its way');
    await delegate.goto(`${agenda}?zone=America/St_Johns`);
    expect(await delegate.innerText('main')).toMatch(/moved “[^”]+” and “[^”]+” to the same time[^]*14:30–16:00[^]*for you/);
    expect((await stage.letter(EMAIL, 'programme.released')).subject).toContain('Changes');
    await staff.goto(`${desk}/lines/together`);
    expect(await staff.innerText('tbody')).toMatch(/Nguyễn Thị Mai[^]*Moved together/);
  });

  it('lets the delegate go on another departure in one step', async () => {
    await delegate.goto(`${stage.site}/en/conferences/${stage.scenery.slug}/agenda`);
    await delegate.click('text=Other departures');
    expect(await delegate.innerText('h2')).toContain('Where else');
    await delegate.click('button:has-text("Move here")');
    expect(await delegate.innerText('[role=status]')).toContain('your seat here now');
    await delegate.click('text=Open my agenda');
    expect(await delegate.innerText('main')).toMatch(/18:00–19:00/);
    expect(await delegate.locator('main .note').count()).toBe(0);
  });

  it('goes back to an older release', async () => {
    await staff.goto(`${desk}/programme/release`);
    await staff.click('summary:has-text("Release 1")');
    await staff.check('form:visible:has(button[value=roll-back]) [name=sure]');
    await staff.click('button:visible[value=roll-back]');
    expect(await staff.innerText('[role=status]')).toContain('Release 3 is out.');
    await delegate.goto(`${stage.site}/en/conferences/${stage.scenery.slug}/agenda`);
    expect(await delegate.innerText('main')).toContain('10:30–12:00');
  });

  it('asks before fewer seats than are taken, names whom it concerns, and cancels a departure with its reason', async () => {
    await done('mutation($input: BookDepartureInput!) { result: bookDeparture(input: $input) { __typename } }', { registrationId: another, departureId: evening });
    await staff.goto(`${desk}/visits/boat`);
    await staff.click(`td a[href$="${evening}"]`);
    await staff.fill('[name=capacity]', '1');
    await staff.click('button[value=capacity]');
    expect(await staff.innerText('#capacity')).toContain('Trần Văn Hải');
    await staff.check('[name=overbook]');
    await staff.fill('#capacity-reason', 'A smaller boat; the guide stands');
    await staff.click('button[value=capacity]');
    expect(await staff.innerText('[role=status]')).toContain('number of seats is set');
    await staff.click('summary:has-text("Cancel this departure")');
    expect(await staff.innerText('button[value=cancel]')).toContain('tell 2 people');
    await staff.click('button[value=cancel]');
    expect(await staff.locator('.summary').count()).toBe(1);
    await staff.fill('[name="reason.en"]', 'High water');
    await staff.click('button[value=cancel]');
    expect(await staff.innerText('[role=status]')).toContain('2 people are told');
    const stranger = await stage.page();
    await stranger.goto(await stage.link(EMAIL, 'visits.departure-cancelled', '/alternatives'));
    expect(await stranger.innerText('main')).toContain('High water');
    await stranger.click('main form button');
    expect(await stranger.innerText('[role=status]')).toContain('your seat here now');
  });
});

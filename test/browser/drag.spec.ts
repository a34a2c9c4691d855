import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { describeWhere, hasChromium } from '#testkit';
import type { Locator, Page } from 'playwright-core';
import { drawn, makeLong, postsOf, said } from './drawn.js';
import { asAdministrator } from './set-the-stage.js';
import { openDesk } from './staff.js';
import type { Stage } from './stage.js';

interface Held { readonly id: string; readonly version: number; readonly startsAt: string; readonly endsAt: string; readonly room: { readonly id: string; readonly name: { readonly en: string } } | null }
type Point = readonly [x: number, y: number];

describeWhere(hasChromium(), 'Chromium is not installed')('what is dragged', () => {
  let stage: Stage;
  let page: Page;
  let desk = '';
  let rooms: ReadonlyMap<string, string>;
  const first: Record<string, Held> = {};
  const ask = async <Data>(query: string, variables: object): Promise<Data> => asAdministrator<Data>(stage.running, query, { ...variables });
  /** The draft as the database has it, by the forum's short name. */
  const draft = async (): Promise<Record<string, Held>> => {
    const { programmeDraft: { forums } } = await ask<{ programmeDraft: { forums: { slug: string; sessions: Held[] }[] } }>('query($id: ID!) { programmeDraft(conferenceId: $id) { forums { slug sessions { id version startsAt endsAt room { id name } } } } }', { id: stage.scenery.conferenceId });
    return Object.fromEntries(forums.flatMap(({ slug, sessions }) => (sessions[0] === undefined ? [] : [[slug, sessions[0]]])));
  };
  const move = async ({ id, startsAt }: Held, roomId: string | null, hoursLater = 0): Promise<void> => {
    const { version } = Object.values(await draft()).find((one) => one.id === id) ?? { version: 0 };
    const at = wall(new Date(Date.parse(startsAt) + hoursLater * 3_600_000).toISOString());
    const { result } = await ask<{ result: { __typename: string } }>('mutation($input: MoveSessionInput!) { result: moveSession(input: $input) { __typename } }', { input: { id, version, startsAt: at, roomId } });
    expect(result.__typename).toBe('SessionScheduled');
  };
  const place = async (slug: string): Promise<string> => {
    const { [slug]: held } = await draft();
    return held === undefined ? 'gone' : `${wall(held.startsAt).slice(11)} ${held.room?.name.en ?? 'no room'}`;
  };
  const card = (slug: string): Locator => page.locator(`#s-${first[slug]?.id ?? ''}`);
  /** Where a row meets a room. */
  const cell = async (time: string, room: string): Promise<Point> => {
    const [row, column] = await Promise.all([page.locator(`tr[data-at$="T${time}"]`).boundingBox(), page.locator(`th[data-room="${rooms.get(room) ?? ''}"]`).boundingBox()]);
    return [(column?.x ?? 0) + 30, (row?.y ?? 0) + 12];
  };
  const grip = async (what: Locator): Promise<Point> => {
    await what.scrollIntoViewIfNeeded();
    const box = await what.boundingBox();
    return [(box?.x ?? 0) + 20, (box?.y ?? 0) + 8];
  };
  /** Real moves of the mouse: down, away from the spot, there by steps; up where that is wished. */
  const drag = async ([fromX, fromY]: Point, [toX, toY]: Point, isLetGo = true): Promise<void> => {
    await page.mouse.move(fromX, fromY);
    await page.mouse.down();
    await page.mouse.move(fromX + 6, fromY + 6, { steps: 3 });
    await page.mouse.move(toX, toY, { steps: 12 });
    await page.mouse.move(toX + 1, toY);
    await drawn(page);
    if (isLetGo) await page.mouse.up();
  };
  const note = (): Promise<string> => page.innerText('.stay');

  beforeAll(async () => {
    const opened = await openDesk();
    ({ stage } = opened);
    desk = opened.address;
    const { venues } = await ask<{ venues: { edges: { node: { rooms: { id: string; name: { en: string } }[] } }[] } }>('query($id: ID!) { venues(conferenceId: $id, first: 9) { edges { node { rooms { id name } } } } }', { id: stage.scenery.conferenceId });
    rooms = new Map(venues.edges.flatMap(({ node }) => node.rooms.map(({ id, name }) => [name.en, id])));
    Object.assign(first, await draft());
    const context = await stage.context({ javaScriptEnabled: true, viewport: { width: 1200, height: 2000 }, storageState: await opened.page.context().storageState() });
    page = await context.newPage();
  }, 120_000);
  afterAll(() => stage.close(), 60_000);
  // Each begins with the programme as it was set up.
  beforeEach(async () => {
    for (const held of Object.values(first)) await move(held, null);
    for (const held of Object.values(first)) await move(held, held.room?.id ?? null);
    await page.goto(`${desk}/programme`);
  });

  it('lands where it is let go of, in the database too; one button takes it back', async () => {
    await drag(await grip(card('ports')), await cell('15:00', 'Tea Room'), false);
    expect(await page.innerText('.landing')).toBe('15:00–16:30 · Tea Room');
    expect(await place('ports')).toBe('10:30 Great Hall');
    await page.mouse.up();
    await page.waitForSelector('.stay');
    expect(await note()).toMatch(/“Ports of tomorrow” is now here:.*15:00–16:30 · Tea Room/);
    expect(await place('ports')).toBe('15:00 Tea Room');
    expect(await page.locator('.landing').count()).toBe(0);
    await page.click('button:has-text("Undo the move")');
    expect(await note()).toContain('back where it was');
    expect(await place('ports')).toBe('10:30 Great Hall');
  });

  it('is dragged again on the page that came in the place of the first', async () => {
    await drag(await grip(card('ports')), await cell('15:00', 'Tea Room'));
    await page.waitForSelector('.stay');
    await drag(await grip(card('ports')), await cell('16:00', 'Great Hall'));
    await page.waitForSelector('.stay:has-text("16:00")');
    expect(await place('ports')).toBe('16:00 Great Hall');
  });

  it('begins where its head is, not where the hand is: a short pull leaves it where it was', async () => {
    const [x, y] = await grip(card('ports'));
    const [, below] = await cell('11:30', 'Great Hall');
    const sent = postsOf(page);
    await drag([x, below], [x + 40, below + 4]);
    await drawn(page);
    expect([sent, await place('ports')]).toEqual([[], '10:30 Great Hall']);
    await drag([x, below], [x, (await cell('16:00', 'Great Hall'))[1]]);
    await page.waitForSelector('.stay');
    expect([await place('ports'), y < below]).toEqual(['15:00 Great Hall', true]);
  });

  it('is not let go of where a room is known to be taken; it says by whom, and sends nothing', async () => {
    const sent = postsOf(page);
    await drag(await grip(card('opening')), await cell('10:00', 'Great Hall'), false);
    expect(await page.getAttribute('.landing', 'class')).toContain('taken');
    await page.mouse.up();
    expect(await said(page)).toBe('The room is taken by “Ports of tomorrow”, 10:30–12:00.');
    expect([sent, await place('opening')]).toEqual([[], '09:00 Great Hall']);
  });

  it('goes back where somebody took the room meanwhile: the server decides and says why', async () => {
    await move(first['press-forum'] ?? { id: '', version: 0, startsAt: '', endsAt: '', room: null }, rooms.get('Tea Room') ?? null, 4);
    await drag(await grip(card('ports')), await cell('15:00', 'Tea Room'));
    await page.waitForSelector('.stay');
    expect(await note()).toMatch(/room is taken at that time[^]*“Press across borders”, .*14:30–16:00/);
    expect(await page.locator(`tr[data-at$="T10:30"] #s-${first['ports']?.id ?? ''}`).count()).toBe(1);
    expect(await place('ports')).toBe('10:30 Great Hall');
  });

  it('is not moved over what somebody else did to it meanwhile', async () => {
    await move(first['ports'] ?? { id: '', version: 0, startsAt: '', endsAt: '', room: null }, rooms.get('Great Hall') ?? null, 6);
    await drag(await grip(card('ports')), await cell('13:00', 'Tea Room'));
    await page.waitForSelector('.stay');
    expect(await note()).toMatch(/was faster[^]*16:30–18:00, Great Hall[^]*Nothing of yours was moved/);
    expect(await place('ports')).toBe('16:30 Great Hall');
  });

  it('comes out of the tray into a room, goes to another day by its tab, and into a room that is free all day', async () => {
    await move(first['press-forum'] ?? { id: '', version: 0, startsAt: '', endsAt: '', room: null }, null);
    await page.reload();
    const free = page.locator(`li[data-room="${rooms.get('Tea Room') ?? ''}"]`);
    await drag(await grip(card('press-forum')), await cell('16:00', 'Great Hall'));
    await page.waitForSelector('.stay');
    expect(await place('press-forum')).toBe('16:00 Great Hall');
    await drag(await grip(card('press-forum')), await grip(free), false);
    expect(await page.innerText('.landing')).toBe('16:00–17:30 · Tea Room');
    await page.mouse.up();
    await page.waitForSelector('.stay:has-text("Tea Room")');
    expect(await place('press-forum')).toBe('16:00 Tea Room');
    await drag(await grip(card('press-forum')), await grip(page.locator('[data-day]').nth(1)));
    await page.waitForFunction((before) => !location.search.includes(before), wall(first['opening']?.startsAt ?? '').slice(0, 10).concat('&'));
    const { 'press-forum': moved } = await draft();
    expect(Date.parse(moved?.startsAt ?? '') - Date.parse(first['press-forum']?.startsAt ?? '')).toBe((24 + 5.5) * 3_600_000);
  });

  it('lands in the same room where a page runs from right to left', async () => {
    await page.evaluate(() => { document.documentElement.dir = 'rtl'; });
    await drag(await grip(card('ports')), await cell('15:00', 'Tea Room'), false);
    const [box, column] = await Promise.all([page.locator('.landing').boundingBox(), page.locator(`th[data-room="${rooms.get('Tea Room') ?? ''}"]`).boundingBox()]);
    expect(Math.abs((box?.x ?? 0) - (column?.x ?? 9_999))).toBeLessThan(2);
    await page.mouse.up();
    await page.waitForSelector('.stay');
    expect(await place('ports')).toBe('15:00 Tea Room');
  });

  it('stays where it is when nothing could be sent, and says so', async () => {
    await page.route('**/programme*', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
    await drag(await grip(card('ports')), await cell('15:00', 'Tea Room'));
    expect(await said(page)).toContain('could not be sent');
    expect(await page.locator('.carried').count()).toBe(0);
    await page.unroute('**/programme*');
    expect(await place('ports')).toBe('10:30 Great Hall');
  });

  it('comes near what lies below the screen', async () => {
    await page.setViewportSize({ width: 1200, height: 620 });
    await page.goto(`${desk}/programme`);
    await makeLong(page);
    const [x, y] = await grip(card('ports'));
    const below = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('tr[data-at]')].find((row) => row.getBoundingClientRect().top > innerHeight)?.dataset['at'] ?? '');
    await drag([x, y], [x, 612], false);
    await page.waitForFunction((at) => (document.querySelector(`tr[data-at="${at}"]`)?.getBoundingClientRect().top ?? Infinity) < 300, below);
    await page.mouse.move(x, 300, { steps: 4 });
    await drawn(page);
    await page.mouse.up();
    await page.waitForSelector('.stay');
    const landed = await place('ports');
    expect([landed.slice(0, 5) >= below.slice(11), landed.slice(6)]).toEqual([true, 'Great Hall']);
    await page.setViewportSize({ width: 1200, height: 2000 });
  });

  it('lands where its frame says, though the page still scrolls under a hand at rest; there the frame follows', async () => {
    await page.setViewportSize({ width: 1200, height: 620 });
    await page.goto(`${desk}/programme`);
    // What somebody sees at the moment of letting go: what the frame says, and the row under the hand.
    await makeLong(page);
    await page.evaluate(() => {
      addEventListener('drop', ({ clientY }) => {
        const row = [...document.querySelectorAll<HTMLElement>('tr[data-at]')].find((one) => { const { top, bottom } = one.getBoundingClientRect(); return clientY >= top && clientY < bottom; });
        document.documentElement.dataset['seen'] = `${document.querySelector('.landing')?.textContent?.slice(0, 5) ?? ''} ${row?.dataset['at']?.slice(11) ?? ''}`;
      }, { capture: true });
    });
    const [x, y] = await grip(card('ports'));
    await drag([x, y], [x, 606], false);
    const before = await page.innerText('.landing');
    await page.waitForFunction((first) => { const now = document.querySelector('.landing')?.textContent ?? first; return Number(now.slice(0, 2)) * 60 + Number(now.slice(3, 5)) >= Number(first.slice(0, 2)) * 60 + Number(first.slice(3, 5)) + 60; }, before);
    await page.mouse.up();
    const seen = await page.waitForFunction(() => document.documentElement.dataset['seen']);
    const [frame = '', row = ''] = (await seen.jsonValue() ?? '').split(' ');
    await page.waitForSelector('.stay');
    expect(await place('ports')).toBe(`${frame} Great Hall`);
    // The page may have scrolled on by a row since the screen was last painted, not by more.
    const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
    expect(minutes(row) - minutes(frame)).toBeLessThanOrEqual(30);
    expect(minutes(frame)).toBeGreaterThanOrEqual(minutes(before.slice(0, 5)) + 60);
    await page.setViewportSize({ width: 1200, height: 2000 });
  });

  it('is not dragged on a phone, where the grid is a list; nothing is said of it there', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${desk}/programme`);
    expect([await page.locator('[draggable=true]').count(), await page.locator('[data-hint]').isVisible()]).toEqual([0, false]);
    await page.setViewportSize({ width: 1200, height: 2000 });
    await page.goto(`${desk}/programme`);
    expect([await page.locator('[draggable=true]').count() > 0, await page.locator('[data-hint]').isVisible()]).toEqual([true, true]);
  });

  it('runs the script of the build and no other', async () => {
    expect(await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "taken over"';
      document.body.append(script);
      return document.title;
    })).not.toContain('taken over');
  });

  it('reorders the questions of a form by one version, and goes back where a condition would look downwards', async () => {
    const label = (en: string) => ({ en });
    const questions = [
      { key: 'tea', kind: 'YES_NO', label: label('Tea?'), required: true }, { key: 'milk', kind: 'YES_NO', label: label('With milk?'), required: true, condition: { question: 'tea', equalsAny: ['true'] } },
      { key: 'sugar', kind: 'YES_NO', label: label('Sugar?'), required: true }, { key: 'cake', kind: 'YES_NO', label: label('Cake?'), required: true },
    ];
    await ask('mutation($input: DefineCategoryInput!) { result: defineCategory(input: $input) { __typename } }', { input: { conferenceId: stage.scenery.conferenceId, key: 'host', title: label('Host'), capacity: 5, questions } });
    const order = (): Promise<string[]> => page.locator('[data-question]').evaluateAll((items) => items.map((item) => item.getAttribute('data-question') ?? ''));
    const stored = async (): Promise<[number, string[]]> => {
      const { conference } = await ask<{ conference: { categories: { key: string; form: { version: number; questions: { key: string }[] } }[] } }>('query($slug: String!) { conference(slug: $slug) { categories { key form { version questions { key } } } } }', { slug: stage.scenery.slug });
      const form = conference.categories.find(({ key }) => key === 'host')?.form;
      return [form?.version ?? 0, form?.questions.map(({ key }) => key) ?? []];
    };
    await page.goto(`${desk}/categories/host#form`);
    const number = (key: string): Locator => page.locator(`[data-question=${key}] .turn`);
    const over = async (key: string): Promise<Point> => { const box = await page.locator(`[data-question=${key}]`).boundingBox(); return [(box?.x ?? 0) + 60, (box?.y ?? 0) + 4]; };
    await drag(await grip(number('cake')), await over('tea'), false);
    expect(await page.getAttribute('[data-question=tea]', 'class')).toContain('before');
    await page.mouse.up();
    await page.waitForSelector('#form .note.good');
    expect([await order(), await stored()]).toEqual([['cake', 'tea', 'milk', 'sugar'], [2, ['cake', 'tea', 'milk', 'sugar']]]);
    await drag(await grip(number('milk')), await over('cake'));
    await page.waitForSelector('#form [role=alert]');
    expect(await page.innerText('#form [role=alert]')).toContain('“With milk?”: A condition can only look at a question further up.');
    expect([await order(), await stored()]).toEqual([['cake', 'tea', 'milk', 'sugar'], [2, ['cake', 'tea', 'milk', 'sugar']]]);
  });

  it('is done without dragging on a phone, by taps: another time and room, another day, the tray and back, the order of questions', async () => {
    const context = await stage.context({ javaScriptEnabled: true, hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 }, storageState: await page.context().storageState() });
    const phone = await context.newPage();
    const nextDay = Temporal.PlainDate.from(wall(first['ports']?.startsAt ?? '').slice(0, 10)).add({ days: 1 }).toString();
    const moveTo = async (path: string, fill: () => Promise<unknown>): Promise<void> => {
      await phone.goto(`${desk}/programme${path}`);
      await phone.tap('[aria-label="Move to …: Ports of tomorrow"]');
      await phone.waitForURL(/sessions.*#move/);
      await fill();
      await phone.tap('button[value=move]');
      await phone.waitForURL(/moved=/);
    };
    const tea = rooms.get('Tea Room') ?? '';
    await moveTo('', async () => { await phone.fill('[name=from]', '15:00'); await phone.selectOption('[name=roomId]', tea); });
    expect(await place('ports')).toBe('15:00 Tea Room');
    await phone.tap('button:has-text("Undo the move")');
    await phone.waitForSelector('main [role=status]:has-text("back where it was")');
    expect(await place('ports')).toBe('10:30 Great Hall');
    await moveTo('', () => phone.selectOption('[name=roomId]', ''));
    expect(await place('ports')).toBe('10:30 no room');
    await moveTo('', async () => { await phone.selectOption('[name=roomId]', tea); await phone.selectOption('[name=day]', nextDay); });
    const { ports } = await draft();
    expect([wall(ports?.startsAt ?? ''), await place('ports')]).toEqual([`${nextDay}T10:30`, '10:30 Tea Room']);
    await phone.goto(`${desk}/categories/host#form`);
    const order = (): Promise<string[]> => phone.locator('[data-question]').evaluateAll((items) => items.map((item) => item.getAttribute('data-question') ?? ''));
    const before = await order();
    await phone.tap('[data-question] button[value=down] >> nth=0');
    await phone.waitForSelector('#form .note.good');
    expect(await order()).toEqual([before[1], before[0], ...before.slice(2)]);
    await context.close();
  });
});

function wall(instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString({ smallestUnit: 'minute' });
}

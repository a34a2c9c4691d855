import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWhere, hasChromium } from '#testkit';
import type { Page } from 'playwright-core';
import { asAdministrator } from './set-the-stage.js';
import { openDesk } from './staff.js';
import type { Stage } from './stage.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describeWhere(hasChromium(), 'Chromium is not installed')('how a programme begins, without JavaScript', () => {
  let stage: Stage;
  let page: Page;
  let desk = '';
  let main: () => Promise<string>;
  let startsOn = '';
  const ask = async <Data>(query: string, variables: object): Promise<Data> => asAdministrator<Data>(stage.running, query, { ...variables });
  const upload = async (name: string, text: string | Buffer): Promise<void> => {
    await page.goto(`${desk}/programme/import`);
    await page.setInputFiles('[name=file]', { name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });
    await page.click('button[value=try]');
  };
  const titles = async (conferenceId = stage.scenery.conferenceId): Promise<string[]> => {
    const { programmeDraft: { forums } } = await ask<{ programmeDraft: { forums: { sessions: { title: Record<string, string> }[] }[] } }>('query($id: ID!) { programmeDraft(conferenceId: $id) { forums { sessions { title } } } }', { id: conferenceId });
    return forums.flatMap(({ sessions }) => sessions.map(({ title }) => title['en'] ?? title['zh-Hans'] ?? '')).sort();
  };
  /** What axe finds on the page as it is; it is a script, which the page itself would not let run. */
  const faults = async (): Promise<string[]> => {
    const context = await stage.context({ javaScriptEnabled: true });
    const twin = await context.newPage();
    await twin.setContent(await page.content());
    await twin.evaluate(AXE);
    const found = await twin.evaluate<string[]>('axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }).then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes[0].html))');
    await context.close();
    return found;
  };

  beforeAll(async () => {
    ({ stage, page, main, address: desk } = await openDesk());
    startsOn = (await ask<{ conference: { startsOn: string } }>('query($slug: String!) { conference(slug: $slug) { startsOn } }', { slug: stage.scenery.slug })).conference.startsOn;
  }, 120_000);
  afterAll(() => stage.close(), 60_000);

  it('asks for a file', async () => {
    await page.goto(`${desk}/programme/import`);
    await page.click('button[value=try]');
    expect(await page.innerText('[role=alert]')).toBe('Please choose a file.');
    expect(await main()).toContain('already has a programme');
  });

  it('names what is wrong in which row, and takes nothing', async () => {
    const before = await titles();
    await upload('rows.csv', `Title,Forum,Room,Date,Start,End\nDawn,Rivers,Great Hall,${startsOn},14:00,15:00\n,Rivers,Great Hall,${startsOn},15:00,16:00\nDusk,Rivers,Great Hall,${startsOn},late,17:00\nNight,Rivers,Great Hall,${startsOn},09:30,10:15\n`);
    expect(await page.innerText('[role=alert]')).toMatch(/rows.csv cannot be taken in as it is[^]*3 rows have to be mended/);
    const rows = await page.locator('[role=alert] tbody tr').allInnerTexts();
    expect(rows.map((row) => row.replace(/\s+/g, ' '))).toEqual([expect.stringMatching(/^3 Title Please fill this in/), expect.stringMatching(/^4 Start /), expect.stringMatching(/^5 Room .*taken/)]);
    expect(await faults()).toEqual([]);
    expect(await titles()).toEqual(before);
  });

  it('says what would come of a file, changes nothing until it is taken in, and adds nothing twice', async () => {
    const before = await titles();
    const csv = `Title (English),标题（中文）,Forum,Room,Date,Start,End,Speakers\nDawn,黎明,Rivers,Great Hall,${startsOn},14:00,15:00,"Li Na; Amina Yusuf"\nDusk,黄昏,,Attic,,15:00,16:00,\n`;
    await upload('rivers.csv', csv);
    expect(await main()).toMatch(/nothing is changed yet: rivers.csv[^]*2 new sessions, in 1 forum\.[^]*no rooms of these names[^]*Attic/);
    await page.click('summary:has-text("What the columns")');
    expect(await page.innerText('details dl')).toMatch(/Title \(English\)[^]*Title[^]*English[^]*标题（中文）/);
    expect(await faults()).toEqual([]);
    expect(await titles()).toEqual(before);
    await page.click('button[value=take]');
    expect(await page.innerText('[role=status]')).toBe('Taken in: 2 new sessions, in 1 forum.');
    expect(await titles()).toEqual([...before, 'Dawn', 'Dusk'].sort());
    await upload('rivers.csv', csv);
    expect(await main()).toContain('No new session, 2 that are there already, in 1 forum.');
  });

  it.each(['en', 'zh-Hans'])('gives a sample that it takes itself (%s)', async (locale) => {
    const answer = await page.context().request.get(`${stage.site}/${locale}/console/conferences/${stage.scenery.slug}/programme/import/sample`);
    expect([answer.status(), answer.headers()['content-type'], answer.headers()['content-disposition']]).toEqual([200, 'text/csv; charset=utf-8', 'attachment; filename="programme.csv"']);
    const sample = (await answer.text()).replaceAll(startsOn, new Date(Date.parse(startsOn) + 2 * 86_400_000).toISOString().slice(0, 10));
    expect(sample).toContain(locale === 'en' ? 'Great Hall' : '大厅');
    await upload('programme.csv', sample);
    expect(await main()).toMatch(/4 new sessions, in 2 forums/);
  });

  it('takes a schedule.json of the frab format, and says where one is none', async () => {
    const item = { guid: '0b9bb0b2-4f0c-4c6e-9d53-2f6d0e4f7a11', date: `${startsOn}T16:30:00+08:00`, duration: '00:45', title: 'Lanterns', track: 'Evening', persons: [{ public_name: 'Chen Wei' }] };
    const schedule = (items: readonly object[]) => JSON.stringify({ schedule: { conference: { days: [{ rooms: { 'Tea Room': items } }] } } });
    await upload('schedule.json', schedule([{ ...item, duration: 'long' }]));
    expect(await page.innerText('[role=alert]')).toContain('duration');
    await upload('schedule.json', schedule([item]));
    await page.click('button[value=take]');
    expect(await page.innerText('[role=status]')).toContain('1 new session, in 1 forum');
    expect(await titles()).toContain('Lanterns');
  });

  it('refuses a file that is too large by a sentence, and what is no table', async () => {
    await upload('large.csv', Buffer.alloc(710_000, 'a'));
    expect(await page.innerText('[role=alert]')).toContain('larger than 700 kB');
    await upload('empty.xlsx', Buffer.from('PK nothing'));
    expect(await page.innerText('[role=alert]')).toContain('cannot be taken in');
  });

  it('begins an empty programme with another edition’s, once', async () => {
    const { conference } = await ask<{ conference: { series: { id: string } } }>('query($slug: String!) { conference(slug: $slug) { series { id } } }', { slug: stage.scenery.slug });
    const { result } = await ask<{ result: { __typename: string; id: string } }>('mutation($input: CreateConferenceInput!) { result: createConference(input: $input) { __typename ... on Conference { id } ... on Refusal { message } } }', {
      input: { seriesId: conference.series.id, slug: 'two-rivers-2', title: { en: 'Two Rivers again' }, city: { en: 'Chengdu' }, country: 'CN', timeZone: 'Asia/Shanghai', startsOn: '2028-06-01', endsOn: '2028-06-03', hosts: [{ role: 'HOST', name: { en: 'Guild' } }] },
    });
    expect(result.__typename).toBe('Conference');
    const second = `${stage.site}/en/console/conferences/two-rivers-2/programme/import`;
    await page.goto(second);
    expect(await page.innerText('#edition')).toMatch(/Two Rivers Conference · Chongqing/);
    expect(await faults()).toEqual([]);
    await page.click('button[value=clone]');
    expect(await page.innerText('[role=status]')).toMatch(/begins with 6 sessions in 5 forums/);
    expect(await titles(result.id)).toEqual(await titles());
    await page.goto(second);
    expect(await page.locator('button[value=clone]').count()).toBe(0);
  });

  it('offers the passenger list with documents only where the site wants them, and it is written down', async () => {
    const make = async <Made>(mutation: string, type: string, input: object): Promise<Made> => (await ask<{ result: Made }>(`mutation($input: ${type}!) { result: ${mutation}(input: $input) { __typename ... on ${mutation === 'createVisit' ? 'Visit' : 'Departure'} { id } ... on Refusal { message } } }`, { input })).result;
    const port = await make<{ id: string }>('createVisit', 'CreateVisitInput', { conferenceId: stage.scenery.conferenceId, slug: 'port', title: { en: 'The port' }, identityNeeds: ['TRAVEL_DOCUMENT'], stops: [] });
    const departure = await make<{ id: string }>('addDeparture', 'AddDepartureInput', { visitId: port.id, startsAt: `${startsOn}T16:00`, endsAt: `${startsOn}T17:00`, meetingPoint: { en: 'Gate 1' }, capacity: 5 });
    await page.goto(`${desk}/visits/port/departures/${departure.id}`);
    await page.click('summary:has-text("With travel documents")');
    const href = await page.getAttribute('#with-documents a[aria-label^=XLSX]', 'href');
    const answer = await page.context().request.get(`${stage.site}${href ?? ''}`);
    expect([answer.status(), (await answer.body()).subarray(0, 2).toString()]).toEqual([200, 'PK']);
    await page.goto(`${stage.site}/en/console/audit?conference=${stage.scenery.conferenceId}`);
    expect(await main()).toContain('read who is on a departure');
    await page.goto(`${desk}/visits/boat`);
    await page.click('td a');
    expect(await page.locator('#with-documents').count()).toBe(0);
  });
});

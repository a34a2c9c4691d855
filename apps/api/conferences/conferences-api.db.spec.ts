import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiRoom } from './api-room.fixture.js';

let room: ApiRoom;

beforeAll(async () => { room = await ApiRoom.open(); });
afterAll(() => room.close());

const PLAIN = '__typename ... on Refusal { code message }';
const REFUSAL = `${PLAIN} ... on InvalidInput { problems { path code message } }`;
const CREATE_SERIES = `mutation ($input: CreateSeriesInput!) { createSeries(input: $input) { ${REFUSAL} ... on Series { id nextHostRegion } } }`;
const CREATE = `mutation ($input: CreateConferenceInput!, $key: String) { createConference(input: $input, idempotencyKey: $key) { ${REFUSAL}
  ... on Conference { id slug ordinal hostRegion version state allowedMoves startsOn locales personsPerAccount hosts { role name } } } }`;
const DEFINE = `mutation ($input: DefineCategoryInput!) { defineCategory(input: $input) { ${REFUSAL}
  ... on Category { id key isOpen places { size remaining } form { version questions { key kind required } } } } }`;
const MOVE = (name: string, argument: string): string => `mutation ($id: ID!) { ${name}(${argument}: $id) { ${PLAIN} ... on Conference { state allowedMoves version } } }`;

let count = 0;
async function newSeries(): Promise<string> {
  count += 1;
  const series = await room.one(CREATE_SERIES, { input: { slug: `series-${count}`, title: { en: `Series ${count}` }, rotation: ['Chongqing', 'Sichuan'] } });
  return String(series['id']);
}
async function newConference(seriesId: string, slug: string, more: object = {}): Promise<string> {
  const input = {
    seriesId, slug, city: { en: 'Chongqing', 'zh-Hans': '重庆' }, country: 'CN', timeZone: 'Asia/Shanghai', startsOn: '2027-06-01', endsOn: '2027-06-03',
    hosts: [{ role: 'CO_HOST', name: { en: 'City of Chongqing' } }], ...more,
  };
  const made = await room.one(CREATE, { input });
  if (made['__typename'] !== 'Conference') throw new Error(JSON.stringify(made));
  return String(made['id']);
}

describe('a conference through the api', () => {
  it('lives from draft to open; the public sees it when it is published', async () => {
    const seriesId = await newSeries();
    const id = await newConference(seriesId, 'life');
    const editions = () => room.one(`{ series(slug: "series-${count}") { title conferences { totalCount edges { node { slug } } } } }`, {}, { as: 'stranger' });
    const see = (as: 'staff' | 'stranger') => room.one('{ conference(slug: "life") { state title allowedMoves series { nextHostRegion } categories { key isOpen } } }', {}, { as });
    expect(await see('stranger')).toBeNull();
    expect(await editions()).toMatchObject({ title: { en: `Series ${count}` }, conferences: { totalCount: 0, edges: [] } });
    expect(await room.one('{ series(slug: "nowhere") { title } }', {}, { as: 'stranger' })).toBeNull();
    expect(await see('staff')).toMatchObject({ state: 'DRAFT', allowedMoves: ['PUBLISH'], title: { en: `Series ${count}` }, series: { nextHostRegion: 'Sichuan' } });
    const questions = [{ key: 'diet', kind: 'YES_NO', label: { en: 'Diet?' } }, { key: 'which', kind: 'TEXT', label: { en: 'Which?' }, required: true, condition: { question: 'diet', equalsAny: ['true'] } }];
    expect(await room.one(DEFINE, { input: { conferenceId: id, key: 'delegate', title: { en: 'Delegate' }, capacity: 500, questions } })).toMatchObject({
      key: 'delegate', isOpen: false, places: { size: 500, remaining: 500 }, form: { version: 1, questions: [{ key: 'diet', kind: 'YES_NO' }, { key: 'which', required: true }] },
    });
    await room.one(DEFINE, { input: { conferenceId: id, key: 'vip', title: { en: 'VIP' }, invitationOnly: true } });
    expect(await room.one(MOVE('publishConference', 'id'), { id })).toMatchObject({ state: 'PUBLISHED', allowedMoves: ['OPEN', 'ARCHIVE'] });
    expect(await room.one(MOVE('openRegistration', 'conferenceId'), { id })).toMatchObject({ state: 'OPEN', allowedMoves: ['CLOSE'], version: 3 });
    expect(await see('stranger')).toMatchObject({ state: 'OPEN', allowedMoves: [], series: { nextHostRegion: 'Sichuan' }, categories: [{ key: 'delegate', isOpen: true }] });
    expect(await editions()).toMatchObject({ conferences: { totalCount: 1, edges: [{ node: { slug: 'life' } }] } });
    expect(await see('staff')).toMatchObject({ categories: [{ key: 'delegate' }, { key: 'vip' }] });
    expect(await room.one(MOVE('closeRegistration', 'conferenceId'), { id })).toMatchObject({ state: 'CLOSED' });
    expect(await room.one(MOVE('archiveConference', 'id'), { id })).toMatchObject({ state: 'ARCHIVED', allowedMoves: [] });
  });

  it('is refused in the caller\'s words', async () => {
    const id = await newConference(await newSeries(), 'words');
    expect(await room.one(MOVE('closeRegistration', 'conferenceId'), { id }, { locale: 'zh-CN' })).toEqual({
      __typename: 'PlainRefusal', code: 'conference.move-illegal', message: '草稿须先发布。',
    });
    expect(await room.one(MOVE('publishConference', 'id'), { id }, { as: 'stranger' })).toMatchObject({ code: 'access.sign-in-needed' });
    expect(await room.one(MOVE('publishConference', 'id'), { id: 'no-id' })).toMatchObject({ code: 'conference.unknown' });
    expect(await room.one(DEFINE, { input: { conferenceId: id, key: 'Delegate!', title: {}, offerMinutes: 1 } })).toMatchObject({
      __typename: 'InvalidInput', code: 'input.invalid', problems: [
        { path: 'key', code: 'key-malformed', message: 'Please use small letters, digits and hyphens only.' }, { path: 'title', code: 'required' },
        { path: 'offerMinutes', code: 'too-small', message: 'Please give 5 or more.' },
      ],
    });
  });

  it('is made once for a key, and cloned into the next edition', async () => {
    const seriesId = await newSeries();
    const id = await newConference(seriesId, 'origin');
    const clone = `mutation ($input: CloneConferenceInput!, $key: String) { cloneConference(input: $input, idempotencyKey: $key) { ${REFUSAL} ... on Conference { id ordinal hostRegion startsOn endsOn } } }`;
    const ask = () => room.one(clone, { input: { conferenceId: id, slug: 'origin-2', startsOn: '2028-06-05' }, key: 'clone-1' });
    const first = await ask();
    expect(first).toMatchObject({ ordinal: 2, hostRegion: 'Sichuan', startsOn: '2028-06-05', endsOn: '2028-06-07' });
    expect(await ask()).toEqual(first);
    const update = `mutation ($input: UpdateConferenceInput!) { updateConference(input: $input) { ${REFUSAL} ... on Conference { theme version } } }`;
    expect(await room.one(update, { input: { id, version: 1, theme: { en: 'Together' } } })).toMatchObject({ theme: { en: 'Together' }, version: 2 });
    expect(await room.one(update, { input: { id, version: 1, theme: { en: 'Apart' } } })).toMatchObject({ code: 'conference.changed-meanwhile' });
  });
});

describe('lists', () => {
  const LIST = `query ($seriesId: ID, $first: Int, $after: String) { conferences(seriesId: $seriesId, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { slug series { id title nextHostRegion } hosts { id name } categories { key isOpen places { remaining } form { questions { key } } } } } } }`;

  it('are read page by page, newest first', async () => {
    const seriesId = await newSeries();
    for (const day of [1, 2, 3]) await newConference(seriesId, `page-${day}`, { startsOn: `2027-07-0${day}`, endsOn: '2027-07-09' });
    const slugs: unknown[] = [];
    let after: unknown;
    do {
      const page = await room.one(LIST, { seriesId, first: 2, after }) as { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string }; edges: { node: { slug: string } }[] };
      expect(page.totalCount).toBe(3);
      slugs.push(...page.edges.map(({ node }) => node.slug));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined;
    } while (after !== undefined);
    expect(slugs).toEqual(['page-3', 'page-2', 'page-1']);
    expect(await room.one(LIST, { seriesId }, { as: 'stranger' })).toMatchObject({ totalCount: 0, edges: [] });
    expect((await room.ask(LIST, { seriesId, after: 'nonsense' })).errors).toMatchObject([{ extensions: { code: 'cursor.malformed' } }]);
  });

  it('take as many statements for thirty conferences as for three', async () => {
    const fill = async (from: number, to: number): Promise<void> => {
      for (let n = from; n <= to; n += 1) {
        const id = await newConference(await newSeries(), `many-${n}`);
        await room.one(DEFINE, { input: { conferenceId: id, key: 'delegate', title: { en: 'Delegate' }, questions: [{ key: 'line', kind: 'TEXT', label: { en: 'Line' } }] } });
      }
    };
    const SERIES = '{ seriesList(first: 100) { totalCount edges { node { nextHostRegion conferences(first: 5) { totalCount edges { node { slug hosts { name } } } } } } } }';
    const counted = async (): Promise<number[]> => [await room.counting(() => room.one(LIST, { first: 100 })), await room.counting(() => room.one(SERIES))];
    await fill(1, 3);
    await counted();
    const few = await counted();
    await fill(4, 30);
    expect(await counted()).toEqual(few);
    expect(few[0]).toBeLessThanOrEqual(12);
  });
});

describe('people through the api', () => {
  it('countries have names in the caller\'s language', async () => {
    const list = async (locale: string) => await room.one('{ countries { code name } }', {}, { as: 'stranger', locale }) as unknown as { code: string; name: string }[];
    expect(await list('zh-CN')).toContainEqual({ code: 'NG', name: '尼日利亚' });
    const override = 'mutation ($input: OverrideCountryInput!) { overrideCountry(input: $input) { __typename ... on CountryOverridden { code names } ... on Refusal { code } } }';
    expect(await room.one(override, { input: { code: 'CI', names: { en: 'Côte d’Ivoire' } } })).toMatchObject({ __typename: 'CountryOverridden', code: 'CI' });
    expect(await room.one(override, { input: { code: 'CI', hidden: true } }, { as: 'stranger' })).toMatchObject({ code: 'access.sign-in-needed' });
  });

  it('an account sees the persons it manages', async () => {
    expect(await room.one('{ me { email persons { names { full fullLatin } } } }')).toEqual({ email: 'operator@example.org', persons: [] });
  });
});

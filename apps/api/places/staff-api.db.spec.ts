import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WholeApi } from '../testing/whole-api.js';

let api: WholeApi;
let conferenceId: string;
let count = 0;

interface Delegate {
  readonly as: { readonly bearer: string };
  readonly registrationId: string;
}

beforeAll(async () => {
  api = await WholeApi.open();
  const series = await api.done<{ id: string }>('mutation { result: createSeries(input: { slug: "cooperation", title: { en: "Cooperation" } }) { ... on Series { id } } }');
  conferenceId = (await api.done<{ id: string }>(`mutation ($seriesId: ID!) { result: createConference(input: { seriesId: $seriesId, slug: "chongqing-2026",
    city: { en: "Chongqing" }, country: "CN", timeZone: "Asia/Shanghai", startsOn: "2026-06-01", endsOn: "2026-06-03", hostRegion: "Chongqing" }) { ... on Conference { id } } }`,
  { seriesId: series.id })).id;
  await api.done(`mutation ($input: DefineCategoryInput!) { result: defineCategory(input: $input) { __typename } }`, { input: { conferenceId, key: 'delegate', title: { en: 'Delegate' }, capacity: 100 } });
  for (const move of ['publishConference(id: $id)', 'openRegistration(conferenceId: $id)']) await api.done(`mutation ($id: ID!) { result: ${move} { __typename } }`, { id: conferenceId });
});
afterAll(() => api.close());

async function delegate(): Promise<Delegate> {
  count += 1;
  const as = await api.signIn(`delegate${count}@example.org`);
  const { id } = await api.done<{ id: string }>('mutation ($input: RegisterDelegateInput!) { result: registerDelegate(input: $input) { ... on Registration { id } ... on Refusal { code } } }',
    { input: { conferenceId, category: 'delegate', details: { names: { latinFamily: 'Yusuf', latinGiven: `Amina ${count}` }, consents: [{ key: 'privacy', textVersion: '2026-01' }] } } }, { as });
  return { as, registrationId: id };
}

async function departure(from: string, to: string, site?: string): Promise<{ id: string; poolId: string }> {
  count += 1;
  const visit = await api.done<{ id: string }>('mutation ($input: CreateVisitInput!) { result: createVisit(input: $input) { ... on Visit { id } } }',
    { input: { conferenceId, slug: `visit-${count}`, title: { en: `Visit ${count}` } } });
  const { id, places } = await api.done<{ id: string; places: { poolId: string } }>('mutation ($input: AddDepartureInput!) { result: addDeparture(input: $input) { ... on Departure { id places { poolId } } ... on Refusal { code } } }',
    { input: { visitId: visit.id, startsAt: `2026-06-01T${from}`, endsAt: `2026-06-01T${to}`, meetingPoint: { en: 'East gate' }, guideLanguages: ['en'], capacity: 1, ...(site === undefined ? {} : { site }) } });
  return { id, poolId: places.poolId };
}

const book = ({ as, registrationId }: Delegate, departureId: string) => api.done<object>(
  `mutation ($input: BookDepartureInput!) { result: bookDeparture(input: $input) { __typename ... on Clash { with { travelMinutes } } ... on Refusal { code message } } }`,
  { input: { registrationId, departureId } }, { as });
const setCapacity = (input: object) => api.done<object>(`mutation ($input: SetCapacityInput!) { result: setCapacity(input: $input) { __typename
  ... on CapacitySet { places { size taken waiting } affected { id } } ... on BelowTaken { taken affected { id } } ... on InvalidInput { problems { path } } ... on Refusal { code } } }`, { input });

describe('the line of a departure', () => {
  it('is read page by page by staff, and someone is moved in it with a reason', async () => {
    const { id, poolId } = await departure('09:00', '12:00');
    const all = [await delegate(), await delegate(), await delegate()] as const;
    for (const who of all) await book(who, id);
    const LINE = `query ($poolId: ID!, $after: String) { result: waitingList(poolId: $poolId, first: 1, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { position party priority moveReason offerExpiresAt registration { id } } } } }`;
    interface Line { readonly totalCount: number; readonly pageInfo: { readonly endCursor: string }; readonly edges: readonly { readonly node: object }[] }
    const first = await api.done<Line>(LINE, { poolId });
    expect(first).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true }, edges: [{ node: { position: 1, party: 1, priority: 0, moveReason: null, registration: { id: all[1].registrationId } } }] });
    const moved = await api.done<object>(`mutation ($input: MoveInLineInput!) { result: moveInLine(input: $input) { ... on LineMoved { places { waiting } registration { id } } ... on Refusal { code } } }`,
      { input: { poolId, registrationId: all[2].registrationId, priority: 3, reason: 'Leads the delegation.' } });
    expect(moved).toEqual({ places: { waiting: 2 }, registration: { id: all[2].registrationId } });
    const now = await api.done<Line>(LINE, { poolId });
    expect(now.edges[0]?.node).toMatchObject({ position: 1, priority: 3, moveReason: 'Leads the delegation.', registration: { id: all[2].registrationId } });
    expect((await api.done<Line>(LINE, { poolId, after: now.pageInfo.endCursor })).edges[0]?.node).toMatchObject({ position: 2, registration: { id: all[1].registrationId } });
    expect((await api.ask(LINE, { poolId }, { as: all[0].as })).errors?.[0]?.extensions.code).toBe('access.denied');
    expect((await api.ask(LINE, { poolId, after: 'nothing' }, {})).errors?.[0]?.extensions.code).toBe('cursor.malformed');
    expect(await setCapacity({ poolId, capacity: 2 })).toEqual({ __typename: 'CapacitySet', places: { size: 2, taken: 2, waiting: 1 }, affected: [] });
    expect((await api.done<Line>(LINE, { poolId })).edges[0]?.node).toMatchObject({ position: null, offerExpiresAt: expect.any(String), registration: { id: all[2].registrationId } });
    expect(await setCapacity({ poolId, capacity: 1 })).toEqual({ __typename: 'BelowTaken', code: 'places.below-taken', taken: 2, affected: [{ id: all[2].registrationId }] });
    expect(await setCapacity({ poolId, capacity: 1, overbook: true })).toMatchObject({ __typename: 'InvalidInput', problems: [{ path: 'reason' }] });
    expect(await setCapacity({ poolId, capacity: 1, overbook: true, reason: 'The second coach broke down.' })).toMatchObject({ affected: [{ id: all[2].registrationId }] });
  });
});

describe('the way between sites', () => {
  const DAYS = `query ($zone: String) { result: myAgenda(conferenceSlug: "chongqing-2026") { timeZone heldTogether { cause one { title } other { travelMinutes } }
    days(zone: $zone) { date entries { item { state title } venueTime { startsAt endsAt offset endOffset } readerTime { startsAt offset } gapBefore { minutes travelMinutes isTooTight } } } } }`;

  it('is said by staff, makes a clash, and is shown in the agenda in two clocks', async () => {
    const set = (input: object) => api.done<object>('mutation ($input: SetTravelTimesInput!) { result: setTravelTimes(input: $input) { __typename ... on TravelTimes { otherwise between { minutes } } ... on InvalidInput { problems { path code } } } }', { input: { conferenceId, ...input } });
    expect(await set({ otherwise: 15, between: [{ site: 'river', otherSite: 'hall', minutes: 40 }] })).toEqual({ __typename: 'TravelTimes', otherwise: 15, between: [{ minutes: 40 }] });
    expect(await set({ between: [{ site: 'a', otherSite: 'b', minutes: 1 }, { site: 'b', otherSite: 'a', minutes: 1_441 }, { site: '', otherSite: 'c', minutes: 1 }] })).toMatchObject({
      problems: [{ path: 'between.1.otherSite', code: 'key-twice' }, { path: 'between.1.minutes', code: 'too-large' }, { path: 'between.2.site', code: 'required' }],
    });
    const [hall, near, far] = [await departure('09:00', '11:00', 'hall'), await departure('11:50', '12:30', 'river'), await departure('12:45', '13:30', 'hall')];
    const who = await delegate();
    for (const { id } of [hall, near]) await book(who, id);
    expect(await book(who, far.id)).toMatchObject({ __typename: 'Clash', with: [{ travelMinutes: 40 }] });
    const override = (as: object) => api.done<object>('mutation ($input: OverrideClashInput!) { result: overrideClash(input: $input) { __typename ... on ClashOverridden { item { state } } ... on Refusal { code } } }',
      { input: { registrationId: who.registrationId, poolId: far.poolId, reason: 'Has a driver.' } }, as);
    expect(await override({ as: who.as })).toMatchObject({ code: 'access.denied' });
    expect(await override({})).toEqual({ __typename: 'ClashOverridden', item: { state: 'CONFIRMED' } });
    const day = await api.done<{ days: readonly { date: string; entries: readonly object[] }[] }>(DAYS, { zone: 'America/St_Johns' }, { as: who.as });
    expect(day).toMatchObject({ timeZone: 'Asia/Shanghai', heldTogether: [{ cause: 'OVERRIDDEN', other: { travelMinutes: 40 } }] });
    expect(day.days).toMatchObject([{ date: '2026-06-01', entries: [
      { venueTime: { startsAt: '2026-06-01T09:00', endsAt: '2026-06-01T11:00', offset: '+08:00' }, readerTime: { startsAt: '2026-05-31T22:30', offset: '-02:30' }, gapBefore: null },
      { gapBefore: { minutes: 50, travelMinutes: 40, isTooTight: false } }, { gapBefore: { minutes: 15, travelMinutes: 40, isTooTight: true } },
    ] }]);
    expect((await api.ask(DAYS, { zone: 'Mars/Olympus' }, { as: who.as })).errors?.[0]?.extensions.code).toBe('input.invalid');
    const all = await api.done<readonly object[]>('query ($id: ID!) { result: heldTogether(conferenceId: $id) { registration { id } cause } }', { id: conferenceId });
    expect(all).toEqual([{ registration: { id: who.registrationId }, cause: 'OVERRIDDEN' }]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OFFER_LINK } from '#agenda';
import { LinkTokens } from '#platform';
import { WholeApi } from '../testing/whole-api.js';
import type { Asking } from '../testing/whole-api.js';

const SLUG = 'chongqing-2026';
let api: WholeApi;
let conferenceId: string;
let count = 0;

interface Delegate {
  readonly as: { readonly bearer: string };
  readonly registrationId: string;
}

beforeAll(async () => {
  api = await WholeApi.open();
  const series = await api.done<{ id: string }>(
    'mutation ($title: LocalizedText!) { result: createSeries(input: { slug: "cooperation", title: $title }) { ... on Series { id } } }', { title: { en: 'Cooperation' } });
  conferenceId = (await api.done<{ id: string }>(`
    mutation ($seriesId: ID!, $city: LocalizedText!) {
      result: createConference(input: { seriesId: $seriesId, slug: "${SLUG}", city: $city, country: "CN", timeZone: "Asia/Shanghai",
        startsOn: "2026-06-01", endsOn: "2026-06-03", hostRegion: "Chongqing" }) { ... on Conference { id } } }`,
  { seriesId: series.id, city: { en: 'Chongqing' } })).id;
  await api.done(`mutation ($input: DefineCategoryInput!) { result: defineCategory(input: $input) { __typename } }`,
    { input: { conferenceId, key: 'delegate', title: { en: 'Delegate' }, capacity: 100 } });
  await api.done('mutation ($id: ID!) { result: publishConference(id: $id) { __typename } }', { id: conferenceId });
  await api.done('mutation ($id: ID!) { result: openRegistration(conferenceId: $id) { __typename } }', { id: conferenceId });
});
afterAll(() => api.close());

async function delegate(): Promise<Delegate> {
  count += 1;
  const as = await api.signIn(`delegate${count}@example.org`);
  const { id } = await api.done<{ id: string }>(`
    mutation ($input: RegisterDelegateInput!) { result: registerDelegate(input: $input) { ... on Registration { id } ... on Refusal { code } } }`,
  { input: { conferenceId, category: 'delegate', details: { names: { latinFamily: 'Yusuf', latinGiven: `Amina ${count}` }, consents: [{ key: 'privacy', textVersion: '2026-01' }] } } }, { as });
  return { as, registrationId: id };
}

async function forum(from: string, to: string): Promise<string> {
  count += 1;
  const { id } = await api.done<{ id: string }>('mutation ($input: CreateForumInput!) { result: createForum(input: $input) { ... on Forum { id } } }',
    { input: { conferenceId, slug: `forum-${count}`, kind: 'THEMATIC', title: { en: `Forum ${count}` }, capacity: 1, offerMinutes: 60 } });
  await api.done('mutation ($input: ScheduleSessionInput!) { result: scheduleSession(input: $input) { __typename } }',
    { input: { forumId: id, startsAt: `2026-06-01T${from}`, endsAt: `2026-06-01T${to}` } });
  return id;
}

const choose = ({ as, registrationId }: Delegate, forumId: string) => api.done<{ __typename: string }>(
  'mutation ($input: ChooseForumInput!) { result: chooseForum(input: $input) { __typename ... on Refusal { code } } }', { input: { registrationId, forumId } }, { as });
const leave = ({ as, registrationId }: Delegate, forumId: string) => api.done(
  'mutation ($input: LeaveForumInput!) { result: leaveForum(input: $input) { __typename ... on AgendaItem { state } } }', { input: { registrationId, forumId } }, { as });

interface Item { readonly state: string; readonly forum: { readonly id: string }; readonly offer: { readonly id: string } | null }
interface Agenda { readonly calendarPath: string; readonly registration: { readonly id: string }; readonly items: readonly Item[] }
const AGENDA = `query ($registrationId: ID) { result: myAgenda(conferenceSlug: "${SLUG}", registrationId: $registrationId) {
  calendarPath registration { id } items { id kind title startsAt endsAt place state positionInLine forum { id slug } departure { id } offer { id expiresAt isOpen title } } } }`;
const agenda = (who: Delegate): Promise<Agenda> => api.done<Agenda>(AGENDA, {}, { as: who.as });

const ACCEPT = `mutation ($input: AcceptOfferInput!) { result: acceptOffer(input: $input) { __typename
  ... on OfferAnswered { registration { id } item { state title forum { id } } }
  ... on Clash { code message with { kind subjectId title startsAt endsAt state } alternatives { id } } ... on Refusal { code message } } }`;
const accept = (input: object, asking: Asking) => api.done<object>(ACCEPT, { input: { giveUp: [], ...input } }, asking);

/** A forum whose one place is offered to `next`, who has something else at that time. */
async function offered() {
  const [has, next] = [await delegate(), await delegate()];
  const [wanted, held] = [await forum('09:00', '11:00'), await forum('10:00', '12:00')];
  await choose(has, wanted);
  await choose(next, wanted);
  await choose(next, held);
  await leave(has, wanted);
  const offerId = (await agenda(next)).items.find(({ forum: { id } }) => id === wanted)?.offer?.id ?? '';
  return { next, wanted, held, offerId };
}

describe('myAgenda', () => {
  it('shows all that a registration has, is offered and waits for, in order of time', async () => {
    const { next, wanted, held, offerId } = await offered();
    const later = await forum('15:00', '16:00');
    await choose(await delegate(), later);
    await choose(next, later);
    expect((await agenda(next)).items).toMatchObject([
      { kind: 'FORUM', state: 'OFFERED', startsAt: '2026-06-01T01:00:00.000Z', endsAt: '2026-06-01T03:00:00.000Z', positionInLine: null, forum: { id: wanted }, departure: null,
        offer: { id: offerId, isOpen: true, expiresAt: expect.any(String), title: { en: expect.stringContaining('Forum') } } },
      { state: 'CONFIRMED', forum: { id: held }, offer: null },
      { state: 'WAITING', positionInLine: 1, forum: { id: later } },
    ]);
  });

  it('is for its manager and for staff, and is nothing to others', async () => {
    const [who, other] = [await delegate(), await delegate()];
    const asked = { registrationId: who.registrationId };
    expect(await api.done<object>(AGENDA, asked, { as: 'staff' })).toMatchObject({ registration: { id: who.registrationId } });
    expect((await api.ask(AGENDA, asked, { as: other.as })).data).toEqual({ result: null });
    expect((await api.ask(AGENDA, asked, { as: 'nobody' })).errors?.[0]?.extensions.code).toBe('access.sign-in-needed');
  });

  it('costs the same number of statements however much is in it', async () => {
    const who = await delegate();
    await choose(who, await forum('06:00', '07:00'));
    const few = await api.counting(() => agenda(who));
    for (const hour of ['07', '08', '13', '14', '16', '17']) await choose(who, await forum(`${hour}:00`, `${hour}:45`));
    expect((await agenda(who)).items).toHaveLength(7);
    expect(await api.counting(() => agenda(who))).toBe(few);
  });
});

describe('an offer', () => {
  it('names what stands in its way, with titles, and exchanges it where told to', async () => {
    const { next, wanted, held, offerId } = await offered();
    expect(await accept({ offerId }, { as: next.as })).toMatchObject({
      __typename: 'Clash', code: 'agenda.clash', alternatives: [],
      with: [{ kind: 'FORUM', subjectId: held, title: { en: expect.stringContaining('Forum') }, startsAt: '2026-06-01T02:00:00.000Z', endsAt: '2026-06-01T04:00:00.000Z', state: 'CONFIRMED' }],
    });
    expect(await accept({ offerId, giveUp: [held] }, { as: next.as })).toMatchObject({
      __typename: 'OfferAnswered', registration: { id: next.registrationId }, item: { state: 'CONFIRMED', forum: { id: wanted } },
    });
    expect((await agenda(next)).items).toHaveLength(1);
  });

  it('is answered from the letter without signing in', async () => {
    const { offerId, held } = await offered();
    const token = api.app.get(LinkTokens).linkToken(OFFER_LINK, offerId);
    expect(await accept({ offerId, giveUp: [held] }, { as: 'nobody', locale: 'zh-Hans' })).toMatchObject({ __typename: 'PlainRefusal', code: 'access.sign-in-needed' });
    const DECLINE = 'mutation ($input: DeclineOfferInput!) { result: declineOffer(input: $input) { __typename ... on OfferAnswered { registration { id } item { state } } ... on Refusal { code message } } }';
    expect(await api.done<object>(DECLINE, { input: { offerId, token } }, { as: 'nobody' })).toMatchObject({ __typename: 'OfferAnswered', item: { state: 'GIVEN_UP' } });
    expect(await accept({ offerId, token }, { as: 'nobody', locale: 'zh-Hans' })).toEqual({ __typename: 'PlainRefusal', code: 'offer.unknown', message: expect.stringMatching(/[\u4e00-\u9fff]/) });
  });
});

describe('the calendar feed', () => {
  it('is read by its secret path alone, and not sent again where nothing changed', async () => {
    const who = await delegate();
    await choose(who, await forum('18:00', '19:00'));
    const { calendarPath } = await agenda(who);
    const feed = await api.app.inject({ method: 'GET', url: calendarPath });
    expect([feed.statusCode, feed.headers['content-type'], feed.headers['cache-control']]).toEqual([200, 'text/calendar; charset=utf-8', 'private, max-age=300']);
    expect(feed.body).toContain('DTSTART:20260601T100000Z');
    expect((await api.app.inject({ method: 'GET', url: calendarPath, headers: { 'if-none-match': String(feed.headers['etag']) } })).statusCode).toBe(304);
    const changed = calendarPath.replace(/.(?=\.ics$)/, (last) => (last === 'A' ? 'B' : 'A'));
    for (const url of [changed, '/feeds/agenda/x.ics', calendarPath.replace('.ics', '')]) {
      expect((await api.app.inject({ method: 'GET', url })).statusCode).toBe(404);
    }
  });
});

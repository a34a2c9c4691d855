import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { WholeApi } from '../testing/whole-api.js';
import type { Asking } from '../testing/whole-api.js';

let api: WholeApi;
let conferenceId: string;
let departureId: string;
let plainDepartureId: string;
const roles = new Map<string, Asking>();

const text = { 'en': 'Dazu rock carvings', 'zh-Hans': '大足石刻' };
const NUMBER = 'CANARY4711';
const made = async (mutation: string, result: string, input: object, as?: Asking): Promise<string> => (await api.done<{ id: string }>(
  `mutation ($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) { result: ${mutation}(input: $input) { ... on ${result} { id } ... on Refusal { code message } ... on InvalidInput { problems { path code } } } }`, { input }, as)).id;

async function departureOf(visitId: string): Promise<string> {
  return made('addDeparture', 'Departure', {
    visitId, startsAt: '2026-06-02T09:00', endsAt: '2026-06-02T17:00', meetingPoint: { 'en': 'East gate', 'zh-Hans': '东门' }, guideLanguages: ['en'], guideName: 'Zhou Min', capacity: 5,
    vehicles: [{ name: 'Coach 1', plate: '渝A·12345', seats: 2 }, { name: 'Coach 2', seats: 3 }],
  });
}

async function delegate(family: string, given: string, more: object, book: readonly string[]): Promise<void> {
  const as: Asking = { as: await api.signIn(`${family.toLowerCase()}@example.org`) };
  const registrationId = await made('registerDelegate', 'Registration', {
    conferenceId, category: 'delegate', details: { names: { latinFamily: family, latinGiven: given, native: null }, consents: [{ key: 'privacy', textVersion: '1' }], ...more },
  }, as);
  for (const id of book) {
    expect(await api.done('mutation ($input: BookForPartyInput!) { result: bookForParty(input: $input) { __typename ... on PartyBooked { items { state } } ... on Refusal { code } } }', {
      input: { departureId: id, travellers: [{ registrationId }], companions: id === plainDepartureId ? [{}] : [] },
    }, as)).toMatchObject({ __typename: 'PartyBooked', items: [{ state: 'CONFIRMED' }] });
  }
}

beforeAll(async () => {
  api = await WholeApi.open();
  const seriesId = await made('createSeries', 'Series', { slug: 'cooperation', title: text });
  conferenceId = await made('createConference', 'Conference', { seriesId, slug: 'chongqing-2026', city: text, country: 'CN', timeZone: 'Asia/Shanghai', startsOn: '2026-06-01', endsOn: '2026-06-03', hostRegion: 'Chongqing' });
  await made('defineCategory', 'Category', { conferenceId, key: 'delegate', title: text, capacity: 100 });
  for (const move of ['publishConference(id: $id)', 'openRegistration(conferenceId: $id)']) await api.done(`mutation ($id: ID!) { result: ${move} { __typename } }`, { id: conferenceId });
  const stops = [{ name: { 'en': 'Mount Baoding', 'zh-Hans': '宝顶山' }, afterMinutes: 60, stayMinutes: 90 }];
  departureId = await departureOf(await made('createVisit', 'Visit', { conferenceId, slug: 'dazu', title: text, stops, identityNeeds: ['TRAVEL_DOCUMENT', 'PHONE'], identityHours: 48 }));
  plainDepartureId = await made('addDeparture', 'Departure', {
    visitId: await made('createVisit', 'Visit', { conferenceId, slug: 'fort', title: text, mostCompanions: 1 }), startsAt: '2026-06-03T09:00', endsAt: '2026-06-03T17:00', meetingPoint: text, guideLanguages: [], capacity: 9,
  });
  await delegate('Zhang', 'Min', { names: { latinFamily: 'Zhang', latinGiven: 'Min', native: '张敏', order: 'FAMILY_FIRST' }, nationality: 'CN', dietaryNeeds: 'No pork', phone: '+8613800138000', travelDocument: { kind: 'PASSPORT', number: NUMBER, issuedBy: 'CN', expiresOn: '2030-01-01' } }, [departureId, plainDepartureId]);
  await delegate('Ahmad', 'Muhammad', { names: { latinFamily: 'Ahmad', latinGiven: 'Muhammad', native: 'محمد الأحمد' }, nationality: 'EG', phone: '+201001234567' }, [departureId]);
  await delegate('Kim', 'Gildong', { names: { latinFamily: 'Kim', latinGiven: 'Gildong', native: '김길동' }, nationality: 'KR' }, [departureId]);
  for (const role of ['OWNER', 'ORGANISER', 'REGISTRATION_DESK', 'VIEWER', 'PROGRAMME_EDITOR', 'MAILING_STAFF']) {
    const { secret } = await api.done<{ secret: string }>(
      'mutation ($input: CreateApiTokenInput!) { result: createApiToken(input: $input) { ... on ApiTokenCreated { secret } } }', { input: { name: role, role, scope: { kind: 'CONFERENCE', id: conferenceId } } });
    roles.set(role, { as: { bearer: secret } });
  }
}, 120_000);
afterAll(() => api.close());

const MANIFEST = `query ($id: ID!, $documents: Boolean!) { result: manifest(departureId: $id, documents: $documents) { people
  vehicles { vehicle { name plate } lines { number code nativeName latinName nationality document { kind number issuedBy } dietaryNeeds phone missing companionOf } } stops { name arrivesAt people } } }`;

interface Answer { readonly people: number; readonly vehicles: readonly { vehicle: { name: string } | null; lines: readonly { latinName: string; document: { number: string } | null; phone: string | null; dietaryNeeds: string | null; nationality: string | null }[] }[] }
const as = (role: string): Asking => roles.get(role) ?? { as: 'nobody' };

async function outcome(role: string, documents: boolean): Promise<string> {
  const { data, errors } = await api.ask(MANIFEST, { id: departureId, documents }, as(role));
  if (errors !== undefined) return errors[0]?.extensions.code ?? '';
  const [first] = (data?.['result'] as unknown as Answer).vehicles.flatMap(({ lines }) => lines).filter(({ latinName }) => latinName === 'Zhang Min');
  return [first?.nationality, first?.phone, first?.dietaryNeeds, first?.document?.number ?? 'no document'].join(' ');
}

const file = (format: string, asking: Asking, more = '') => api.app.inject({
  method: 'GET', url: `/exports/manifest?departureId=${departureId}&format=${format}${more}`, headers: typeof asking.as === 'object' ? { authorization: `Bearer ${asking.as.bearer}` } : {},
});

describe('a manifest', () => {
  it('shows each role what it may see, field by field', async () => {
    const seen = 'CN +8613800138000 No pork';
    const expected: Record<string, readonly [string, string]> = {
      OWNER: [`${seen} no document`, `${seen} ${NUMBER}`], ORGANISER: [`${seen} no document`, `${seen} ${NUMBER}`], REGISTRATION_DESK: [`${seen} no document`, `${seen} ${NUMBER}`],
      VIEWER: [`${seen} no document`, 'access.denied'], PROGRAMME_EDITOR: ['access.denied', 'access.denied'], MAILING_STAFF: ['access.denied', 'access.denied'], nobody: ['access.sign-in-needed', 'access.sign-in-needed'],
    };
    for (const [role, [plain, withDocuments]] of Object.entries(expected)) {
      expect([role, await outcome(role, false), await outcome(role, true)]).toEqual([role, plain, withDocuments]);
    }
  });

  it('seats by name, tells what is missing, and counts heads', async () => {
    const answer = await api.done<Answer>(MANIFEST, { id: departureId, documents: false }, as('VIEWER'));
    expect(answer).toMatchObject({
      people: 3, stops: [{ arrivesAt: '2026-06-02T02:00:00.000Z', people: 3 }],
      vehicles: [
        { vehicle: { name: 'Coach 1' }, lines: [{ number: 1, latinName: 'Muhammad Ahmad', nativeName: 'محمد الأحمد', missing: ['TRAVEL_DOCUMENT'] }, { number: 2, latinName: 'Gildong Kim', missing: ['TRAVEL_DOCUMENT', 'PHONE'] }] },
        { vehicle: { name: 'Coach 2' }, lines: [{ number: 3, latinName: 'Zhang Min', missing: [] }] },
      ],
    });
  });

  it('never shows documents where the site needs none, and lists companions without names', async () => {
    const answer = await api.done<Answer>(MANIFEST, { id: plainDepartureId, documents: true }, as('OWNER'));
    expect(answer.vehicles).toMatchObject([{ vehicle: null, lines: [{ latinName: 'Zhang Min', document: null }, { latinName: null, companionOf: 'Zhang Min', document: null }] }]);
  });

  it('writes down that it was read, and each look at a document', async () => {
    const count = async (action: string): Promise<number> => (await api.database.source.query<{ n: number }[]>('SELECT count(*)::int AS n FROM audit_entry WHERE action = $1', [action]))[0]?.n ?? 0;
    const before = [await count('visits.manifest-read'), await count('registration.document-revealed')];
    await outcome('VIEWER', false);
    await outcome('VIEWER', true);
    await outcome('ORGANISER', true);
    expect([await count('visits.manifest-read'), await count('registration.document-revealed')]).toEqual([(before[0] ?? 0) + 2, (before[1] ?? 0) + 1]);
  });

  it('comes as a boarding list and as a table, for those who may export', async () => {
    const pdf = await file('pdf', as('ORGANISER'), '&documents=true&locale=zh-Hans');
    expect([pdf.statusCode, pdf.headers['content-type'], pdf.rawPayload.subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-']);
    const table = await file('xlsx', as('REGISTRATION_DESK'));
    const sheet = Buffer.from(unzipSync(table.rawPayload)['xl/worksheets/sheet1.xml'] ?? new Uint8Array()).toString();
    expect(sheet).toMatch(/张敏[^]*\+8613800138000/);
    expect(sheet).not.toContain(NUMBER);
    const withDocuments = await file('xlsx', as('ORGANISER'), '&documents=true');
    expect(Buffer.from(unzipSync(withDocuments.rawPayload)['xl/worksheets/sheet1.xml'] ?? new Uint8Array()).toString()).toContain(NUMBER);
    const codes = await Promise.all([file('pdf', as('VIEWER')), file('pdf', as('PROGRAMME_EDITOR')), file('pdf', { as: 'nobody' }), file('docx', as('OWNER'))]);
    expect(codes.map(({ statusCode }) => statusCode)).toEqual([403, 403, 401, 400]);
  });
});

describe('a departure that is cancelled over the API', () => {
  it('says so, with its reason, and offers what fits to whoever was booked', async () => {
    const cancelled = await api.done<object>(`mutation ($input: CancelDepartureInput!) { result: cancelDeparture(input: $input) { ... on DepartureCancelled { concerned departure { state cancelReason isBookable } } ... on Refusal { code } } }`,
      { input: { departureId: plainDepartureId, reason: { en: 'Flood' } } });
    expect(cancelled).toEqual({ concerned: 1, departure: { state: 'CANCELLED', cancelReason: { en: 'Flood' }, isBookable: false } });
    const [registration] = await api.database.source.query<{ id: string }[]>("SELECT id FROM registration WHERE email = 'zhang@example.org'");
    const ALTERNATIVES = 'query ($id: ID!, $registrationId: ID) { result: departureAlternatives(departureId: $id, registrationId: $registrationId) { party stillBooked alternatives { id } departure { id } } }';
    const question = { id: plainDepartureId, registrationId: registration?.id };
    expect(await api.done(ALTERNATIVES, question, { as: await api.signIn('zhang@example.org') })).toEqual({ party: 2, stillBooked: false, alternatives: [], departure: { id: plainDepartureId } });
    expect((await api.ask(ALTERNATIVES, question, { as: 'nobody' })).errors?.[0]?.extensions.code).toBe('access.sign-in-needed');
  });
});

import type { RunningSystem } from '../../apps/launcher/running-file.js';

/** What the tests find on the stage. */
export interface Scenery {
  readonly conferenceId: string;
  readonly slug: string;
  /** A registration by staff that holds the last seat of the small boat; withdrawing it makes an offer to the next. */
  readonly boatHolder: string;
}

type Made = { readonly __typename: string; readonly id: string; readonly message?: string; readonly problems?: unknown };

/** All texts that the api was given in these variables, or in files: whoever looks for words of the house's own leaves them out. */
export const typedIn = new Set<string>();

export function remember(value: unknown): void {
  if (typeof value === 'string') typedIn.add(value);
  else if (typeof value === 'object' && value !== null) Object.values(value).forEach(remember);
}

/** Asks the api as the first administrator's program. */
export async function asAdministrator<Data>(running: RunningSystem, query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Data> {
  remember(variables);
  const response = await fetch(`${running.apiUrl}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en', authorization: `Bearer ${running.adminToken ?? ''}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Data | null; errors?: unknown };
  if (data === undefined || data === null) throw new Error(`refused: ${JSON.stringify(errors)}`);
  return data;
}

const both = (en: string, zh: string) => ({ 'en': en, 'zh-Hans': zh });

/** A small conference with everything that a page can show: approval, a document, questions, forums that clash, a boat of one seat. */
export async function setTheStage(running: RunningSystem, key = 'two-rivers'): Promise<Scenery> {
  const make = async (field: string, type: string, input: object, fields = 'id'): Promise<Made> => {
    const query = `mutation($input: ${field[0]?.toUpperCase() ?? ''}${field.slice(1)}Input!) { result: ${field}(input: $input) { __typename ... on ${type} { ${fields} } ... on Refusal { message } ${type === 'AgendaItem' ? '' : '... on InvalidInput { problems { path message } }'} } }`;
    const { result } = await asAdministrator<{ result: Made }>(running, query, { input });
    if (result.__typename !== type) throw new Error(`${field}: ${JSON.stringify(result)}`);
    return result;
  };
  const day = (offset: number): string => new Date(Date.now() + (40 + offset) * 86_400_000).toISOString().slice(0, 10);
  const series = await make('createSeries', 'Series', { slug: key, title: both('Two Rivers Conference', '两江大会'), rotation: ['Chongqing', 'Sichuan'] });
  const slug = `${key}-1`;
  const { id: conferenceId } = await make('createConference', 'Conference', {
    seriesId: series.id, slug, title: both('Two Rivers Conference', '两江大会'), theme: both('Where the rivers meet', '两江交汇'), city: both('Chongqing', '重庆'), country: 'CN', timeZone: 'Asia/Shanghai',
    startsOn: day(0), endsOn: day(2), description: both('A conference to **try things out**.', '供测试的会议。'), hosts: [{ role: 'HOST', name: both('Guild of the Two Rivers', '两江会馆') }],
  });
  await make('defineCategory', 'Category', { conferenceId, key: 'delegate', title: both('Delegate', '参会代表'), capacity: 50 });
  await make('defineCategory', 'Category', {
    conferenceId, key: 'press', title: both('Press', '媒体'), capacity: 20, needsApproval: true, asksTravelDocument: true,
    questions: [
      { key: 'outlet', kind: 'CHOICE', label: both('What do you work for?', '您供职于'), required: true, options: [{ key: 'print', label: both('Print', '报刊') }, { key: 'radio', label: both('Radio', '广播') }] },
      { key: 'card', kind: 'FILE', label: both('Press card', '记者证'), required: false },
    ],
  });
  const venue = await make('createVenue', 'Venue', { conferenceId, name: both('Guild Hall', '会馆') });
  const hall = await make('createRoom', 'Room', { venueId: venue.id, name: both('Great Hall', '大厅'), capacity: 300, booths: 2 });
  const tea = await make('createRoom', 'Room', { venueId: venue.id, name: both('Tea Room', '茶室'), capacity: 40 });
  const forum = async (key: string, title: object, kind: string, capacity: number | null, roomId: string, from: string, to: string): Promise<void> => {
    const { id } = await make('createForum', 'Forum', { conferenceId, slug: key, title, kind, ...(capacity === null ? { admission: 'OPEN_DOORS' } : { capacity }), description: both('An hour well spent.', '不虚此行。') });
    await make('scheduleSession', 'SessionScheduled', { forumId: id, title, roomId, interpretation: roomId === hall.id ? ['ar', 'zh'] : [], startsAt: `${day(0)}T${from}`, endsAt: `${day(0)}T${to}`, speakers: [{ name: both('Amina Okafor', '阿米娜·奥卡福'), role: 'KEYNOTE', affiliation: both('Lagos Harbour Trust', '拉各斯港务局') }] }, 'session { id }');
  };
  await forum('opening', both('Opening', '开幕式'), 'CEREMONY', null, hall.id, '09:00', '10:00');
  await forum('ports', both('Ports of tomorrow', '未来港口'), 'THEMATIC', 30, hall.id, '10:30', '12:00');
  await forum('press-forum', both('Press across borders', '跨国传媒'), 'ROUNDTABLE', 30, tea.id, '10:30', '12:00');
  const boat = await make('createVisit', 'Visit', { conferenceId, slug: 'boat', title: both('The small boat', '小船'), description: both('Along both rivers.', '游览两江。'), whatToBring: both('A warm jacket', '厚外套'), stops: [{ name: both('Chaotianmen pier', '朝天门码头'), afterMinutes: 10, stayMinutes: 30 }] });
  const meetingPoint = both('Gate 3', '3号门');
  const small = await make('addDeparture', 'Departure', { visitId: boat.id, startsAt: `${day(1)}T09:00`, endsAt: `${day(1)}T11:00`, meetingPoint, capacity: 1, guideLanguages: ['en', 'zh'], vehicle: 'Boat 1' });
  await make('addDeparture', 'Departure', { visitId: boat.id, startsAt: `${day(1)}T14:00`, endsAt: `${day(1)}T16:00`, meetingPoint, capacity: 8, guideLanguages: ['zh'] });
  const walk = await make('createVisit', 'Visit', { conferenceId, slug: 'walk', title: both('Walk through the old town', '老城漫步'), stops: [] });
  await make('addDeparture', 'Departure', { visitId: walk.id, startsAt: `${day(1)}T09:30`, endsAt: `${day(1)}T10:30`, meetingPoint, capacity: 20 });
  await asAdministrator(running, 'mutation($id: ID!) { a: publishConference(id: $id) { __typename } b: openRegistration(conferenceId: $id) { __typename } }', { id: conferenceId });
  const boatHolder = (await make('registerDelegate', 'Registration', {
    conferenceId, category: 'delegate', onBehalf: { email: 'ivanova@example.org', origin: 'PHONE' },
    details: {
      names: { native: 'Наталья Иванова', latinFamily: 'Ivanova', latinGiven: 'Natalya' }, nationality: 'KZ', residence: 'KZ', organisation: 'Steppe Radio', phone: '+7 701 123 4567',
      consents: [{ key: 'privacy', textVersion: '2026-01' }],
    },
  })).id;
  await make('bookDeparture', 'AgendaItem', { registrationId: boatHolder, departureId: small.id });
  return { conferenceId, slug, boatHolder };
}

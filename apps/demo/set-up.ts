import { createHash } from 'node:crypto';
import type { GraphqlDoor, Outcome } from './graphql-door.js';
import { must } from './graphql-door.js';
import { knownSeries } from './known-series.js';
import { CATEGORIES, CONFERENCE, SERIES } from './plan/conference-plan.js';
import { FORUMS, VENUES } from './plan/forums.js';
import { VISITS } from './plan/visits.js';
import type { PlannedEdition } from './planned-edition.js';

type Made = Outcome & { readonly id: string };

/** What the organiser has made, for the delegates to choose from. */
export interface Edition {
  readonly conferenceId: string;
  readonly slug: string;
  readonly hostRegion: string;
  readonly forums: readonly { readonly id: string; readonly slug: string; readonly kind: string; readonly capacity: number | null }[];
  /** A session that is moved later, and where to: the last one of a thematic forum. */
  readonly movable: { readonly forumId: string; readonly sessionId: string; readonly startsAt: string; readonly endsAt: string };
  readonly departures: readonly { readonly id: string; readonly visit: string; readonly day: number; readonly leaves: string; readonly back: string; readonly seats: number }[];
}

const REFUSED = '... on Refusal { code message } ... on InvalidInput { problems { path code message } }';

/** The organiser's work: the series where it is missing, the planned edition with categories, rooms, forums and visits, published and open. Cut off anywhere, it may be asked for again. */
export async function setUp(door: GraphqlDoor, token: string, { run, slug, hostRegion, startsOn }: PlannedEdition): Promise<Edition> {
  const make = async (field: string, type: string, input: unknown, fields = 'id'): Promise<Made & Record<string, unknown>> => {
    const key = `${run}-${field}-${createHash('sha256').update(JSON.stringify(input)).digest('hex').slice(0, 16)}`;
    const query = `mutation($input: ${field[0]?.toUpperCase() ?? ''}${field.slice(1)}Input!, $key: String) { result: ${field}(input: $input, idempotencyKey: $key) { __typename ... on ${type} { ${fields} } ${REFUSED} } }`;
    return must((await door.ask<{ result: Made & Record<string, unknown> }>(query, { input, key }, token)).result, field);
  };
  const known = await knownSeries(door, token);
  // The first conference of a new house is made while it starts: whoever is second uses the series of the first.
  const seriesId = known?.id ?? await make('createSeries', 'Series', SERIES).then(({ id }) => id, async (fault: unknown) => (await knownSeries(door, token))?.id ?? Promise.reject(fault as Error));
  const day = (offset: number): string => new Date(Date.parse(startsOn) + offset * 86_400_000).toISOString().slice(0, 10);
  const { cities, ...texts } = CONFERENCE;
  const made = await make('createConference', 'Conference', { ...texts, seriesId, slug, city: cities[hostRegion], startsOn: day(0), endsOn: day(3) }, 'id hostRegion');
  for (const category of CATEGORIES) await make('defineCategory', 'Category', { conferenceId: made.id, ...category });
  const rooms = new Map<string, string>();
  for (const { rooms: planned, ...venue } of VENUES) {
    const { id: venueId } = await make('createVenue', 'Venue', { conferenceId: made.id, ...venue });
    for (const { key, ...room } of planned) rooms.set(key, (await make('createRoom', 'Room', { venueId, ...room })).id);
  }
  const forums: Edition['forums'][number][] = [];
  let movable: Edition['movable'] | undefined;
  for (const { sessions, interpretation, ...forum } of FORUMS) {
    const { id } = await make('createForum', 'Forum', { conferenceId: made.id, ...forum });
    for (const [offset, from, to, room, title] of sessions) {
      const scheduled = await make('scheduleSession', 'SessionScheduled', { forumId: id, title: title ?? forum.title, interpretation, roomId: rooms.get(room), startsAt: `${day(offset)}T${from}`, endsAt: `${day(offset)}T${to}` }, 'session { id }');
      if (forum.slug === 'culture') movable = { forumId: id, sessionId: (scheduled['session'] as { id: string }).id, startsAt: `${day(offset)}T16:00`, endsAt: `${day(offset)}T17:30` };
    }
    forums.push({ id, slug: forum.slug, kind: forum.kind, capacity: forum.capacity });
  }
  const departures: Edition['departures'][number][] = [];
  for (const visit of VISITS) {
    const { id: visitId } = await make('createVisit', 'Visit', { conferenceId: made.id, slug: visit.slug, title: visit.title, stops: visit.stops.map(([name, afterMinutes, stayMinutes]) => ({ name, afterMinutes, stayMinutes })) });
    for (const [offset, leaves, back, seats] of visit.departures) {
      const { id } = await make('addDeparture', 'Departure', {
        visitId, startsAt: `${day(offset)}T${leaves}`, endsAt: `${day(offset)}T${back}`, capacity: seats, vehicle: `Coach ${departures.length + 1}`,
        guideLanguages: ['zh', 'en'], meetingPoint: { 'en': 'Gate 3 of the conference hotel', 'zh-Hans': '会议酒店3号门' },
      });
      departures.push({ id, visit: visit.slug, day: offset, leaves, back, seats });
    }
  }
  for (const move of ['publishConference(id: $id)', 'openRegistration(conferenceId: $id)']) {
    must((await door.ask<{ result: Outcome }>(`mutation($id: ID!) { result: ${move} { __typename ... on Refusal { code message } } }`, { id: made.id }, token)).result, move);
  }
  if (movable === undefined) throw new Error('the plan has no forum whose session could be moved');
  return { conferenceId: made.id, slug, hostRegion: String(made['hostRegion']), forums, movable, departures };
}

import type { Api } from '../../api/client.js';
import { graphql } from '../../api/graphql.js';
import { nodes } from '../../api/nodes.js';
import type { ResultOf } from '../../api/graphql.js';
import { daysBetween, wallClock } from '../../i18n/wall-clock.js';

const Which = graphql(`query ProgrammeOf($slug: String!) { conference(slug: $slug) { id title timeZone startsOn endsOn locales } }`);
const Draft = graphql(`
  query ProgrammeRoom($id: ID!) {
    programmeDraft(conferenceId: $id) {
      basedOn { number releasedAt }
      differences { kinds sessionId }
      equipment { id name quantity roomId }
      warnings { code blocks message people sessions { id title startsAt } }
      forums {
        id slug title kind admission version places { poolId size taken waiting }
        sessions {
          id kind title description startsAt endsAt version interpretation equipmentIds room { id name capacity booths venue { name } }
          speakers { id name affiliation role state }
        }
      }
    }
    venues(conferenceId: $id, first: 200) { edges { node { id name rooms { id name capacity booths } } } }
  }
`);

type Room = ResultOf<typeof Draft>;
export type DraftForum = Room['programmeDraft']['forums'][number];
export type DraftSession = DraftForum['sessions'][number] & { readonly forum: DraftForum };
export type DraftWarning = Room['programmeDraft']['warnings'][number];
export type Venues = readonly Room['venues']['edges'][number]['node'][];
export type ProgrammeConference = NonNullable<ResultOf<typeof Which>['conference']>;

/** The draft of a programme as its editors' pages need it. */
export interface ProgrammeRoom {
  readonly conference: ProgrammeConference;
  readonly forums: readonly DraftForum[];
  readonly sessions: readonly DraftSession[];
  readonly warnings: readonly DraftWarning[];
  readonly venues: Venues;
  readonly equipment: Room['programmeDraft']['equipment'];
  /** The release that readers see; null before the first. */
  readonly basedOn: Room['programmeDraft']['basedOn'];
  /** Sessions that the next release would change, with the ways. */
  readonly changed: ReadonlyMap<string, readonly DifferenceKind[]>;
  readonly changes: number;
}

export type DifferenceKind = Room['programmeDraft']['differences'][number]['kinds'][number];

/** A conference of an address, or the page that says there is none. */
export async function conferenceOf(api: Api, request: Request, locale: string, slug: string): Promise<ProgrammeConference> {
  const { conference } = await api.ask(request, locale, Which, { slug });
  if (conference === null) throw new Response(null, { status: 404 });
  return conference;
}

export async function loadDraft(api: Api, request: Request, locale: string, slug: string): Promise<ProgrammeRoom> {
  const conference = await conferenceOf(api, request, locale, slug);
  const { programmeDraft: draft, venues } = await api.ask(request, locale, Draft, { id: conference.id });
  const sessions = draft.forums.flatMap((forum) => forum.sessions.map((session) => ({ ...session, forum })));
  const changed = new Map(draft.differences.flatMap(({ sessionId, kinds }) => (sessionId === null ? [] : [[sessionId, kinds] as const])));
  return { conference, forums: draft.forums, sessions, warnings: draft.warnings, venues: nodes(venues), equipment: draft.equipment, basedOn: draft.basedOn, changed, changes: draft.differences.length };
}

/** The days of a conference, and those besides on which something is scheduled. */
export function daysOf({ conference, sessions }: Pick<ProgrammeRoom, 'conference' | 'sessions'>): string[] {
  const used = sessions.map((session) => dayOf(session.startsAt, conference.timeZone));
  return [...new Set([...daysBetween(conference.startsOn, conference.endsOn), ...used])].sort();
}

/** The page of the day to which a session was moved; its address keeps where it was, for the way back. */
export function movedPath(base: string, { id, startsAt, endsAt, room }: DraftSession, timeZone: string, day: string): string {
  const was = new URLSearchParams({ moved: id, from: wallClock(startsAt, timeZone), until: wallClock(endsAt, timeZone), room: room?.id ?? '' });
  return `${base}?day=${day}&${was.toString()}`;
}

export function dayOf(instant: string, timeZone: string): string {
  return wallClock(instant, timeZone).slice(0, 10);
}

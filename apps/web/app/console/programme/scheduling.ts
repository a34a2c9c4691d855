import type { Api } from '../../api/client.js';
import { graphql } from '../../api/graphql.js';
import type { ResultOf, VariablesOf } from '../../api/graphql.js';
import { chosen, line } from '../../forms/problems.js';
import type { Problem } from '../../forms/problems.js';
import { bothLanguages } from '../languages-field.js';
import type { DraftSession } from './draft.js';

const Conflict = graphql(`fragment Conflict on ChangedMeanwhile { version changedAt changedBy presentSession { id title startsAt endsAt room { name } } }`);
const Move = graphql(`
  mutation MoveSession($input: MoveSessionInput!) {
    result: moveSession(input: $input) { __typename ... on SessionScheduled { session { id version startsAt } } ... on Refusal { message } ... on InvalidInput { problems { path message } } ... on RoomTaken { by { id title startsAt endsAt } } ...Conflict }
  }
`, [Conflict]);
const Edit = graphql(`
  mutation EditSession($input: ScheduleSessionInput!) {
    result: scheduleSession(input: $input) { __typename ... on SessionScheduled { session { id version startsAt } } ... on Refusal { message } ... on InvalidInput { problems { path message } } ... on RoomTaken { by { id title startsAt endsAt } } ...Conflict }
  }
`, [Conflict]);
const Speak = graphql(`
  mutation AddSpeaker($input: AddSpeakerInput!) { result: addSpeaker(input: $input) { __typename ... on Session { id version startsAt } ... on Refusal { message } ... on InvalidInput { problems { path message } } ...Conflict } }
`, [Conflict]);
const Remove = graphql(`mutation RemoveSession($id: ID!) { result: removeSession(id: $id) { __typename ... on Refusal { message } } }`);

type MoveResult = ResultOf<typeof Move>['result'];
/** What came of a change to a session: nothing to say where it went well. */
export interface Outcome {
  readonly __typename: string;
  readonly message?: string;
  readonly problems?: readonly Problem[];
  readonly by?: Extract<MoveResult, { __typename: 'RoomTaken' }>['by'];
  /** Of a conflict: who was faster, and what it is now. */
  readonly version?: number;
  readonly changedAt?: string;
  readonly changedBy?: string | null;
  readonly presentSession?: Extract<MoveResult, { __typename: 'ChangedMeanwhile' }>['presentSession'];
}

export const SESSION_TASKS = ['move', 'edit', 'speaker', 'dismiss', 'remove'] as const;
export type SessionTask = (typeof SESSION_TASKS)[number];

/** What the forms of a session's page ask for, done by the api. */
export async function doTask(task: SessionTask, form: FormData, session: DraftSession, ask: { readonly api: Api; readonly request: Request; readonly locale: string }): Promise<Outcome> {
  const { api, request, locale } = ask;
  const version = Number(line(form, 'version') ?? session.version);
  if (task === 'move') return (await api.ask(request, locale, Move, { input: moveOf(form, session.id, version) })).result;
  if (task === 'speaker') return (await api.ask(request, locale, Speak, { input: speakerOf(form, session.id, version) })).result;
  if (task === 'remove') return (await api.ask(request, locale, Remove, { id: session.id })).result;
  const input = task === 'edit' ? editOf(form, session, version) : withoutSpeaker(form, session, version);
  return (await api.ask(request, locale, Edit, { input })).result;
}

/** Where a form says a session goes; an empty room means that it has none yet. */
function moveOf(form: FormData, id: string, version: number): VariablesOf<typeof Move>['input'] {
  const [day, from, until] = [line(form, 'day') ?? '', line(form, 'from') ?? '', line(form, 'until')];
  return { id, version, startsAt: `${day}T${from}`, ...(until === null ? {} : { endsAt: `${line(form, 'lastDay') ?? day}T${until}` }), roomId: line(form, 'roomId') };
}

function editOf(form: FormData, session: DraftSession, version: number): VariablesOf<typeof Edit>['input'] {
  return {
    ...asItIs(form, session, version), title: ownTitle(form, session), description: bothLanguages(form, 'description'), forumId: line(form, 'forumId') ?? session.forum.id,
    kind: form.get('kind') === 'BREAK' ? 'BREAK' : 'TALK', interpretation: tagsIn(line(form, 'interpretation')), equipmentIds: chosen(form, 'equipmentIds'),
  };
}

/** A session that bears its forum's title keeps none of its own, so that the forum's next title is its too. */
function ownTitle(form: FormData, { forum }: DraftSession): Record<string, string> | null {
  const title = bothLanguages(form, 'title');
  return title !== null && Object.entries(title).every(([locale, text]) => forum.title[locale] === text) ? null : title;
}

/** Whoever is left keeps answer, link and place in the list; the api knows them by name. */
function withoutSpeaker(form: FormData, session: DraftSession, version: number): VariablesOf<typeof Edit>['input'] {
  const gone = line(form, 'speaker');
  return { ...asItIs(form, session, version), speakers: session.speakers.filter(({ id }) => id !== gone).map(({ name, affiliation, role }) => ({ name, affiliation, role })) };
}

function asItIs(form: FormData, session: DraftSession, version: number) {
  return { id: session.id, version, forumId: session.forum.id, startsAt: line(form, 'startsAt') ?? '', endsAt: line(form, 'endsAt') ?? '' };
}

const ROLES = ['SPEAKER', 'KEYNOTE', 'MODERATOR', 'PANELIST', 'HOST', 'INTERPRETER'] as const;
export { ROLES as SPEAKER_ROLES };

function speakerOf(form: FormData, sessionId: string, version: number): VariablesOf<typeof Speak>['input'] {
  return {
    sessionId, version, name: bothLanguages(form, 'name') ?? {}, affiliation: bothLanguages(form, 'affiliation'),
    role: ROLES.find((role) => role === form.get('role')) ?? 'SPEAKER', email: line(form, 'email'), locale: line(form, 'locale'),
  };
}

/** Languages as staff type them: en, zh-Hans. */
export function tagsIn(text: string | null): string[] {
  return (text ?? '').split(/[\s,，、]+/).filter((tag) => tag !== '');
}

/** Takes a move back: the session goes where it was, if nobody has changed it since. */
export async function moveBack(form: FormData, { api, request, locale }: { readonly api: Api; readonly request: Request; readonly locale: string }): Promise<Outcome> {
  const input = { id: line(form, 'session') ?? '', version: Number(line(form, 'version')), startsAt: line(form, 'from') ?? '', endsAt: line(form, 'until') ?? '', roomId: line(form, 'room') };
  return (await api.ask(request, locale, Move, { input })).result;
}

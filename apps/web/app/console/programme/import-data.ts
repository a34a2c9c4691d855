import type { Api } from '../../api/client.js';
import { graphql } from '../../api/graphql.js';
import type { ResultOf } from '../../api/graphql.js';
import { nodes } from '../../api/nodes.js';
import { line } from '../../forms/problems.js';

const Begin = graphql(`
  query BeginProgramme($slug: String!) {
    conference(slug: $slug) { id title timeZone startsOn locales series { conferences(first: 50) { edges { node { id title city startsOn endsOn } } } } }
  }
`);
const Drafted = graphql(`query HasProgramme($id: ID!) { programmeDraft(conferenceId: $id) { forums { id } } }`);
const Import = graphql(`
  mutation TakeProgrammeIn($input: ImportProgrammeInput!, $key: String) {
    result: importProgramme(input: $input, idempotencyKey: $key) {
      __typename
      ... on ProgrammeImported { added changed forums unknownRooms columns { column header locale } }
      ... on Refusal { message }
      ... on InvalidInput { problems { path message } }
      ... on RoomTaken { by { title startsAt endsAt } }
    }
  }
`);
const Clone = graphql(`
  mutation BeginWithEdition($input: CloneProgrammeInput!, $key: String) {
    result: cloneProgramme(input: $input, idempotencyKey: $key) { __typename ... on ProgrammeCloned { forums sessions } ... on Refusal { message } ... on InvalidInput { problems { path message } } }
  }
`);

export type ImportOutcome = ResultOf<typeof Import>['result'];
interface Asking { readonly api: Api; readonly request: Request; readonly locale: string }

/** What the pages of beginning need: the conference, its other editions, newest first, and whether there is a programme already. */
export async function loadBeginning({ api, request, locale }: Asking, slug: string) {
  const { conference } = await api.ask(request, locale, Begin, { slug });
  if (conference === null) throw new Response(null, { status: 404 });
  const { programmeDraft } = await api.ask(request, locale, Drafted, { id: conference.id });
  const others = nodes(conference.series.conferences).filter(({ id }) => id !== conference.id).toSorted((one, other) => other.startsOn.localeCompare(one.startsOn));
  return { conference, editions: others, hasProgramme: programmeDraft.forums.length > 0 };
}

/** A file that was chosen, as its form carries it from trying to taking. */
export interface ProgrammeFile {
  readonly name: string;
  /** Base64 in the alphabet of addresses, which forms carry without escapes (RFC 4648, 5). */
  readonly content: string;
}

/** What the api takes; in Base64 it fits into a form beside its fields. */
export const MOST_BYTES = 700_000;

/** The file of a form: the one that was chosen, else the one that it carries. */
export async function fileIn(form: FormData): Promise<ProgrammeFile | 'missing' | 'too-large'> {
  const file = form.get('file');
  if (file instanceof File && file.size > MOST_BYTES) return 'too-large';
  if (file instanceof File && file.size > 0) return { name: file.name, content: Buffer.from(await file.arrayBuffer()).toString('base64url') };
  const content = line(form, 'content');
  return content === null ? 'missing' : { name: line(form, 'fileName') ?? '', content };
}

/** Whether it is JSON, whatever its name says. */
export function isSchedule({ content }: ProgrammeFile): boolean {
  return /^\uFEFF?\s*\{/u.test(Buffer.from(content, 'base64url').toString('utf8'));
}

/** Tries a file or takes it in; the key makes a button pressed twice count once. */
export async function importFile(file: ProgrammeFile, form: FormData, conferenceId: string, { api, request, locale }: Asking, key: string | null): Promise<ImportOutcome> {
  const bytes = Buffer.from(file.content, 'base64url');
  const what = isSchedule(file) ? { schedule: bytes.toString('utf8').replace(/^\uFEFF/u, '') } : { table: { base64: bytes.toString('base64'), sheet: line(form, 'sheet') } };
  return (await api.ask(request, locale, Import, { input: { conferenceId, locale: line(form, 'language'), dryRun: key === null, ...what }, key })).result;
}

export async function beginWith(edition: string, conferenceId: string, { api, request, locale }: Asking, key: string | null) {
  return (await api.ask(request, locale, Clone, { input: { from: edition, to: conferenceId }, key })).result;
}

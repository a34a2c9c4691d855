import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLField } from 'graphql';
import { documentFor, madeUpArguments } from '../../apps/api/testing/made-up-arguments.js';
import { WholeApi } from '../../apps/api/testing/whole-api.js';
import type { ApiAnswer } from '../../apps/api/testing/whole-api.js';

/** The columns of docs/authorization.md, and the role of the conference that each stands for. */
const COLUMNS = ['nobody', 'delegate', 'viewer', 'desk', 'mail', 'programme', 'organiser', 'owner', "other's owner", 'house owner'] as const;
type Caller = (typeof COLUMNS)[number];
const ROLE: Readonly<Partial<Record<Caller, string>>> = {
  viewer: 'VIEWER', desk: 'REGISTRATION_DESK', mail: 'MAILING_STAFF', programme: 'PROGRAMME_EDITOR', organiser: 'ORGANISER', owner: 'OWNER',
};
const text = { 'en': 'Text', 'zh-Hans': '文字' };

interface Operation {
  readonly kind: 'query' | 'mutation';
  readonly field: GraphQLField<unknown, unknown>;
}

let api: WholeApi;
let operations: readonly Operation[];
let known: Readonly<Record<string, unknown>>;
const bearers = new Map<Caller, string>();

beforeAll(async () => {
  api = await WholeApi.open();
  const { schema } = api.app.get(GraphQLSchemaHost, { strict: false });
  operations = ([['query', schema.getQueryType()], ['mutation', schema.getMutationType()]] as const)
    .flatMap(([kind, type]) => Object.values(type?.getFields() ?? {}).map((field) => ({ kind, field })));
  const [here, elsewhere] = [await conference('here'), await conference('elsewhere')];
  for (const caller of COLUMNS) {
    const role = ROLE[caller] ?? (caller === "other's owner" ? 'OWNER' : undefined);
    if (role !== undefined) bearers.set(caller, await token(role, role === ROLE[caller] ? here.id : elsewhere.id));
  }
  await signInDelegate();
  known = { ...await contents(here.id), ...here, conferenceId: here.id, conferenceSlug: 'here', from: here.id, to: here.id, email: 'someone@example.org', newEmail: 'new@example.org', slug: 'here', capacity: 5, endsAt: '2026-06-01T10:00' };
}, 60_000);
afterAll(() => api.close());

async function made(mutation: string, result: string, input: object, as?: { bearer: string }): Promise<string> {
  const answer = await api.done<{ id?: string }>(`mutation ($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) { result: ${mutation}(input: $input) { ... on ${result} { id } ... on Refusal { code message } } }`, { input }, as === undefined ? {} : { as });
  if (answer.id === undefined) throw new Error(`${mutation}: ${JSON.stringify(answer)}`);
  return answer.id;
}

async function conference(slug: string): Promise<{ id: string; seriesId: string }> {
  const seriesId = await made('createSeries', 'Series', { slug: `series-${slug}`, title: text });
  const id = await made('createConference', 'Conference', {
    seriesId, slug, city: text, country: 'CN', timeZone: 'Asia/Shanghai', startsOn: '2026-06-01', endsOn: '2026-06-03', hostRegion: 'Chongqing', hostOverrideReason: 'The first edition.',
  });
  await made('defineCategory', 'Category', { conferenceId: id, key: 'delegate', title: text, capacity: 10 });
  for (const move of ['publishConference(id: $id)', 'openRegistration(conferenceId: $id)']) await api.done(`mutation ($id: ID!) { result: ${move} { __typename } }`, { id });
  return { id, seriesId };
}

/** One of each thing, so that each operation has something to get at; the registration is the delegate's own. */
async function contents(conferenceId: string): Promise<Readonly<Record<string, string>>> {
  const venueId = await made('createVenue', 'Venue', { conferenceId, name: text });
  const forumId = await made('createForum', 'Forum', { conferenceId, slug: 'forum', kind: 'THEMATIC', title: text, capacity: 5 });
  const visitId = await made('createVisit', 'Visit', { conferenceId, slug: 'visit', title: text });
  const { session } = await api.done<{ session: { id: string } }>('mutation ($input: ScheduleSessionInput!) { result: scheduleSession(input: $input) { ... on SessionScheduled { session { id } } } }',
    { input: { forumId, title: text, startsAt: '2026-06-02T14:00', endsAt: '2026-06-02T15:00' } });
  await made('grantRole', 'RoleGrant', { email: 'organiser@example.org', role: 'ORGANISER', scope: { kind: 'CONFERENCE', id: conferenceId } });
  const departureId = await made('addDeparture', 'Departure', { visitId, startsAt: '2026-06-02T09:00', endsAt: '2026-06-02T12:00', meetingPoint: text, capacity: 5 });
  const registrationId = await made('registerDelegate', 'Registration', {
    conferenceId, category: 'delegate', details: { names: { latinFamily: 'Diallo', latinGiven: 'Amina' }, consents: [{ key: 'privacy', textVersion: '1' }] },
  }, { bearer: bearers.get('delegate') ?? '' });
  const runId = await made('startRegistrationRun', 'RegistrationRun', { conferenceId, deed: 'SEND_LINK', filter: {} });
  const viewId = await made('saveRegistrationView', 'RegistrationView', { conferenceId, name: 'All', filter: {} });
  const templateId = await made('createTemplate', 'MailTemplate', { conferenceId, name: 'Invitation', purpose: 'INVITATION', texts: [{ locale: 'en', subject: 'Invitation', body: 'Dear {{ contact.name }}' }] });
  const audienceId = await made('createAudience', 'Audience', { conferenceId, name: 'All', filter: {} });
  const campaignId = await made('createCampaign', 'Campaign', { conferenceId, name: 'Campaign', templateId, audienceId });
  const reminderId = await made('createTemplate', 'MailTemplate', { conferenceId, name: 'Reminder', purpose: 'REMINDER', texts: [{ locale: 'en', subject: 'Reminder', body: 'Dear {{ contact.name }}' }] });
  const ruleId = await made('createReminderRule', 'ReminderRule', { campaignId, templateId: reminderId, afterDays: 7 });
  const delegationId = await made('createDelegation', 'Delegation', { conferenceId, name: text, country: 'SN', quotas: [{ category: 'delegate', places: 5 }] });
  const { created } = await api.done<{ created: { invitation: { id: string; link: string } }[] }>('mutation ($input: CreateInvitationsInput!) { result: createInvitations(input: $input) { ... on InvitationsCreated { created { invitation { id link } } } } }',
    { input: { conferenceId, sendLetters: false, invitations: [{ name: 'Awa Diop', email: 'awa@example.org' }] } });
  const { places } = await api.done<{ places: { poolId: string } }>('query ($id: ID!) { result: departure(id: $id) { places { poolId } } }', { id: departureId });
  return { runId, viewId, venueId, forumId, sessionId: session.id, visitId, departureId, poolId: places.poolId, registrationId, category: 'delegate', delegationId, invitationId: created[0]?.invitation.id ?? '', invitation: created[0]?.invitation.link.split('/').at(-1) ?? '', templateId, audienceId, campaignId, ruleId };
}

async function token(role: string, id: string): Promise<string> {
  const { secret } = await api.done<{ secret: string }>('mutation ($input: CreateApiTokenInput!) { result: createApiToken(input: $input) { ... on ApiTokenCreated { secret } } }',
    { input: { name: role, role, scope: { kind: 'CONFERENCE', id } } });
  return secret;
}

async function signInDelegate(): Promise<void> {
  bearers.set('delegate', (await api.signIn('amina@example.org')).bearer);
}

/** `id` alone means what the operation is about. */
function idFor(name: string): unknown {
  if (/forum/i.test(name)) return known['forumId'];
  if (/^(delegation|updateDelegation)$/.test(name)) return known['delegationId'];
  if (/Invitation$|^recordAnswer$/.test(name) && !/Staff/.test(name)) return known['invitationId'];
  if (/RegistrationRun$/i.test(name)) return known['runId'];
  if (/RegistrationView$/i.test(name)) return known['viewId'];
  if (/egistration/.test(name) && !/(open|close)Registration/.test(name)) return known['registrationId'];
  if (/session/i.test(name)) return known['sessionId'];
  if (/departure/i.test(name)) return known['departureId'];
  if (/Visit$/.test(name)) return known['visitId'];
  if (/emplate$/.test(name)) return known['templateId'];
  if (/udience$/.test(name)) return known['audienceId'];
  if (/ampaign$/.test(name)) return known['campaignId'];
  if (/ReminderRule$/.test(name)) return known['ruleId'];
  return /onference/.test(name) ? known['conferenceId'] : undefined;
}

/** What came of it: a code, 'nothing', or 'done'. */
function outcomeOf({ data, errors }: ApiAnswer): string {
  const [error] = errors ?? [];
  if (error !== undefined) return error.extensions.code;
  const result = (data as Readonly<Record<string, unknown>> | null)?.['result'] ?? null;
  if (result === null || (Array.isArray(result) && result.length === 0)) return 'nothing';
  if (typeof result !== 'object') return 'done';
  const { code, totalCount, outcomes } = result as { code?: string; totalCount?: number; outcomes?: readonly { refusal: { code: string } | null }[] };
  if (totalCount === 0) return 'nothing';
  return code ?? outcomes?.[0]?.refusal?.code ?? 'done';
}

/** Roles and tokens are asked for in the conference, not in the installation. */
function scoped(args: Record<string, unknown>): Record<string, unknown> {
  const scope = { kind: 'CONFERENCE', id: known['conferenceId'] };
  const input = args['input'] as Record<string, unknown> | undefined;
  return { ...args, ...('scope' in args ? { scope } : {}), ...(input !== undefined && 'scope' in input ? { input: { ...input, scope } } : {}) };
}

/** A row as the document writes it: ✓ for who is let in, whatever the house then says to the matter itself. */
async function rowOf({ kind, field }: Operation): Promise<string> {
  const args = scoped(madeUpArguments(field, { ...known, id: idFor(field.name) ?? '01980000-0000-7000-8000-0000000000ee' }));
  const outcomes = new Map<Caller, string>();
  for (const caller of ["other's owner", ...COLUMNS.filter((column) => column !== "other's owner")] as const) {
    const bearer = bearers.get(caller);
    const as = bearer !== undefined ? { bearer } : caller === 'house owner' ? 'staff' : 'nobody';
    const outcome = outcomeOf(await api.ask(documentFor(kind, field, args), args, { as }));
    if (outcome === 'fault.internal' || outcome === 'input.malformed') throw new Error(`${field.name} for ${caller}: ${outcome} with ${JSON.stringify(args)}`);
    outcomes.set(caller, outcome);
    if (field.name.startsWith('signOut') && caller === 'delegate') await signInDelegate();
  }
  const isHidden = (outcome: string): boolean => (outcome === 'nothing' || outcome.endsWith('unknown')) && outcomes.get('house owner') !== outcome;
  const cells = COLUMNS.map((caller) => {
    const outcome = outcomes.get(caller) ?? '';
    return outcome.startsWith('access.') || isHidden(outcome) ? ' ' : '✓';
  });
  return `| ${field.name} | ${cells.join(' | ')} |`;
}

/** Those that read come first; last those after which a thing is gone for the others. */
function turnOf({ kind, field }: Operation): number {
  return kind !== 'mutation' ? 0 : field.name.startsWith('archive') ? 2 : 1;
}

describe('docs/authorization.md', () => {
  it('says of each operation whom it lets in', async () => {
    const lines = readFileSync('docs/authorization.md', 'utf8').split('\n').filter((line) => /^\| \w+ \| [ ✓]/.test(line));
    const expected = new Map(lines.map((line) => [line.split('|')[1]?.trim(), line]));
    const wrong: string[] = [];
    for (const operation of [...operations].sort((one, other) => turnOf(one) - turnOf(other) || one.field.name.localeCompare(other.field.name))) {
      const row = await rowOf(operation);
      if (row !== expected.get(operation.field.name)) wrong.push(row);
    }
    const gone = [...expected.keys()].filter((name) => !operations.some(({ field }) => field.name === name));
    expect({ rowsThatAreOtherwise: wrong, operationsThatAreGone: gone }).toEqual({ rowsThatAreOtherwise: [], operationsThatAreGone: [] });
  }, 180_000);
});

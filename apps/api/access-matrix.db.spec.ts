import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PERMISSIONS_OF, ROLES_IN } from '#identity';
import type { Role } from '#identity';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLField, GraphQLSchema } from 'graphql';
import type { AccessRule } from './graphql/access.decorators.js';
import { AccessTable } from './graphql/access-table.js';
import { documentFor, madeUpArguments } from './testing/made-up-arguments.js';
import type { Known } from './testing/made-up-arguments.js';
import { WholeApi } from './testing/whole-api.js';

/** Operations by which any account minds its own affairs, or begins them; what they reach is the caller's own. */
const ONES_OWN: ReadonlySet<string> = new Set([
  'Mutation.requestSignInLink', 'Mutation.signOut', 'Mutation.signOutEverywhere', 'Mutation.setLanguage', 'Mutation.requestAddressChange',
  'Mutation.startRegistration', 'Mutation.registerDelegate', 'Query.me', 'Query.apiTokens', 'Query.auditLog', 'Query.staffRoles', 'Query.myRegistrations', 'Query.myRegistration', 'Query.myAgenda',
]);
/** What everybody may read of a published conference. */
const FOR_ALL: ReadonlySet<string> = new Set([
  'Query.serverVersion', 'Query.conference', 'Query.conferences', 'Query.series', 'Query.seriesList', 'Query.programme', 'Query.visits', 'Query.departure', 'Query.venues', 'Query.countries',
  'Query.languages',
]);
/** What ships with the house and is nobody's: whoever has the permission anywhere may read it. */
const OF_THE_HOUSE: ReadonlySet<string> = new Set(['Query.readyMadeTemplate', 'Query.templatePlaceholders']);
/** About things that only jobs and bounces make, and that are not there: their own specs ask for those that exist. */
const NOT_THERE = /createConference|cloneConference|settleUnclear|contactImport|(check|apply|undo)Import|liftSuppression/;
const ROLES_OF_A_CONFERENCE = ROLES_IN.CONFERENCE;
const CLOSED = /^(access\.|not-found$|.*\.unknown$|.*-unknown$|input\.invalid$|.*-invalid$)/;

interface Operation {
  readonly name: string;
  readonly kind: 'query' | 'mutation';
  readonly field: GraphQLField<unknown, unknown>;
  readonly rule: AccessRule;
}

let api: WholeApi;
let operations: readonly Operation[];
let known: Known;
const tokens = new Map<string, string>();

beforeAll(async () => {
  api = await WholeApi.open();
  const { schema } = api.app.get(GraphQLSchemaHost, { strict: false });
  operations = operationsOf(schema, api.app.get(AccessTable, { strict: false }).rulesFor(schema));
  const here = await conference('here');
  const elsewhere = await conference('elsewhere');
  known = { ...await contents(here), conferenceId: here.id, conferenceSlug: 'here', seriesId: here.seriesId };
  for (const role of ROLES_OF_A_CONFERENCE) {
    tokens.set(`${role} elsewhere`, await tokenFor(role, elsewhere.id));
    tokens.set(`${role} here`, await tokenFor(role, here.id));
  }
  tokens.set('a delegate', (await api.signIn('curious@example.org')).bearer);
  tokens.set('nobody', '');
});
afterAll(() => api.close());

function operationsOf(schema: GraphQLSchema, rules: ReadonlyMap<string, AccessRule>): readonly Operation[] {
  return ([['query', schema.getQueryType()], ['mutation', schema.getMutationType()]] as const).flatMap(([kind, type]) =>
    Object.values(type?.getFields() ?? {}).map((field) => {
      const name = `${type?.name ?? ''}.${field.name}`;
      return { name, kind, field, rule: rules.get(name) ?? { kind: 'PUBLIC' } };
    }));
}

const text = { en: 'Text', 'zh-Hans': '文字' };
const idOf = (result: string): string => `{ __typename ... on ${result} { id } ... on Refusal { code message } ... on InvalidInput { problems { path code } } }`;

async function made(mutation: string, result: string, input: object): Promise<string> {
  const answer = await api.done<{ id?: string }>(`mutation ($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) { result: ${mutation}(input: $input) ${idOf(result)} }`, { input });
  if (answer.id === undefined) throw new Error(`${mutation}: ${JSON.stringify(answer)}`);
  return answer.id;
}

async function conference(slug: string): Promise<{ id: string; seriesId: string }> {
  const seriesId = await made('createSeries', 'Series', { slug: `series-${slug}`, title: text });
  const id = await made('createConference', 'Conference', {
    seriesId, slug, city: text, country: 'CN', timeZone: 'Asia/Shanghai', startsOn: '2026-06-01', endsOn: '2026-06-03', hostRegion: 'Chongqing', hostOverrideReason: 'The first edition.', theme: text,
  });
  return { id, seriesId };
}

/** One of each thing in the conference, so that an operation of a stranger would have something to get at. */
async function contents({ id }: { id: string }): Promise<Known> {
  const categoryId = await made('defineCategory', 'Category', { conferenceId: id, key: 'delegate', title: text, capacity: 10 });
  const venueId = await made('createVenue', 'Venue', { conferenceId: id, name: text });
  const roomId = await made('createRoom', 'Room', { venueId, name: text, capacity: 20 });
  const forumId = await made('createForum', 'Forum', { conferenceId: id, slug: 'forum', kind: 'THEMATIC', title: text, capacity: 5 });
  const visitId = await made('createVisit', 'Visit', { conferenceId: id, slug: 'visit', title: text });
  const departureId = await made('addDeparture', 'Departure', { visitId, startsAt: '2026-06-02T09:00', endsAt: '2026-06-02T12:00', meetingPoint: text, capacity: 5 });
  for (const move of ['publishConference(id: $id)', 'openRegistration(conferenceId: $id)']) await api.done(`mutation ($id: ID!) { result: ${move} { __typename } }`, { id });
  const registrationId = await made('registerDelegate', 'Registration', {
    conferenceId: id, category: 'delegate', onBehalf: { email: 'amina@example.org', origin: 'PAPER' },
    details: { names: { latinFamily: 'Diallo', latinGiven: 'Amina' }, nationality: 'GN', residence: 'GN', consents: [{ key: 'privacy', textVersion: '1' }] },
  });
  const runId = await made('startRegistrationRun', 'RegistrationRun', { conferenceId: id, deed: 'SEND_LINK', filter: {} });
  const viewId = await made('saveRegistrationView', 'RegistrationView', { conferenceId: id, name: 'All', filter: {} });
  const { places: { poolId } } = await api.done<{ places: { poolId: string } }>('query ($id: ID!) { result: departure(id: $id) { places { poolId } } }', { id: departureId });
  return { runId, viewId, poolId, categoryId, venueId, roomId, forumId, visitId, departureId, registrationId, category: 'delegate', email: 'someone@example.org', newEmail: 'someone@example.org', slug: 'another' };
}

async function tokenFor(role: Role, conferenceId: string): Promise<string> {
  const { secret } = await api.done<{ secret: string }>(
    'mutation ($input: CreateApiTokenInput!) { result: createApiToken(input: $input) { ... on ApiTokenCreated { secret } } }', { input: { name: role, role, scope: { kind: 'CONFERENCE', id: conferenceId } } });
  return secret;
}

/** `id` alone means what the operation is about. */
function idFor(name: string): unknown {
  if (/Forum/.test(name)) return known['forumId'];
  if (/RegistrationRun$/i.test(name)) return known['runId'];
  if (/RegistrationView$/i.test(name)) return known['viewId'];
  if (/egistration/.test(name) && !/(open|close)Registration/.test(name)) return known['registrationId'];
  if (/Conference/.test(name)) return known['conferenceId'];
  if (/Visit$/.test(name)) return known['visitId'];
  return undefined;
}

/** What came of an operation: 'done', or the code of what stood against it. */
async function outcome({ name, kind, field }: Operation, caller: string): Promise<string> {
  const id = idFor(name);
  const args = madeUpArguments(field, { ...known, ...(id === undefined ? {} : { id }) });
  const token = tokens.get(caller) ?? '';
  const { data, errors } = await api.ask(documentFor(kind, field, args), args, { as: token === '' ? 'nobody' : { bearer: token } });
  const code = errors?.[0]?.extensions.code;
  if (code === 'fault.internal' || code === 'input.malformed') throw new Error(`${name}: ${JSON.stringify(errors)} for ${JSON.stringify(args)}`);
  if (code !== undefined) return code;
  const whole = (data as Readonly<Record<string, unknown>> | null)?.['result'];
  const result = decided(whole) ?? whole;
  if (result === null || result === undefined || (Array.isArray(result) && result.length === 0)) return 'not-found';
  if (typeof result === 'object' && 'code' in result && typeof result.code === 'string') return result.code;
  if (typeof result === 'object' && 'totalCount' in result && result.totalCount === 0) return 'not-found';
  return 'done';
}

/** What many decisions at once came to: a refusal where each was refused by itself. */
function decided(result: unknown): { code: string } | undefined {
  if (typeof result !== 'object' || result === null || !('outcomes' in result)) return undefined;
  const refusals = (result.outcomes as readonly { refusal: { code: string } | null }[]).map(({ refusal }) => refusal);
  return refusals.find((refusal) => refusal === null) === null ? undefined : refusals[0] ?? undefined;
}

describe('each operation', () => {
  it('is closed to strangers, to delegates and to the staff of another conference, whatever their role', async () => {
    const callers = ['nobody', 'a delegate', ...ROLES_OF_A_CONFERENCE.map((role) => `${role} elsewhere`)];
    const open: string[] = [];
    for (const operation of operations.filter(({ name }) => !ONES_OWN.has(name) && !FOR_ALL.has(name))) {
      for (const caller of callers) {
        const code = await outcome(operation, caller);
        if (!CLOSED.test(code) && !(OF_THE_HOUSE.has(operation.name) && caller.endsWith('elsewhere'))) open.push(`${operation.name} for ${caller}: ${code}`);
      }
    }
    expect(open).toEqual([]);
  }, 240_000);

  it('that needs a permission is closed to the roles that lack it in the very conference', async () => {
    const open: string[] = [];
    for (const operation of operations) {
      const { rule } = operation;
      if (rule.kind !== 'PERMISSION') continue;
      for (const role of ROLES_OF_A_CONFERENCE.filter((one) => !PERMISSIONS_OF[one].includes(rule.permission))) {
        const code = await outcome(operation, `${role} here`);
        if (code !== 'access.denied') open.push(`${operation.name} for ${role}: ${code}`);
      }
    }
    expect(open).toEqual([]);
  }, 240_000);

  it('that needs a permission of a conference lets its holders in: the made-up arguments do reach the thing itself', async () => {
    const shut: string[] = [];
    const wider = /series|countr|roles\.grant|tokens\.manage|accounts\.|audit|texts\.|house\./i;
    for (const operation of operations) {
      const { rule, name } = operation;
      if (rule.kind !== 'PERMISSION' || wider.test(rule.permission) || wider.test(name) || NOT_THERE.test(name)) continue;
      const code = await outcome(operation, 'OWNER here');
      if (code.startsWith('access.')) shut.push(`${name}: ${code}`);
    }
    expect(shut).toEqual([]);
  }, 120_000);
});

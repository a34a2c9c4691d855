import { SealAudit } from '#identity';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { WholeApi } from '../testing/whole-api.js';
import type { Asking } from '../testing/whole-api.js';

const text = { 'en': 'Chongqing 2027', 'zh-Hans': '2027重庆大会' };
let api: WholeApi;
let here: string;
let elsewhere: string;
let registrationId: string;
const owners = new Map<string, Asking>();

async function made(mutation: string, result: string, input: object): Promise<string> {
  const { id } = await api.done<{ id: string }>(`mutation ($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) { result: ${mutation}(input: $input) { ... on ${result} { id } ... on Refusal { code message } } }`, { input });
  return id;
}

async function conference(slug: string): Promise<string> {
  const seriesId = await made('createSeries', 'Series', { slug: `series-${slug}`, title: text });
  return made('createConference', 'Conference', { seriesId, slug, title: text, city: text, country: 'CN', timeZone: 'Asia/Shanghai', startsOn: '2026-06-01', endsOn: '2026-06-03', hostRegion: 'Chongqing', hostOverrideReason: 'The first edition.' });
}

async function ownerOf(id: string): Promise<Asking> {
  const { secret } = await api.done<{ secret: string }>('mutation ($input: CreateApiTokenInput!) { result: createApiToken(input: $input) { ... on ApiTokenCreated { secret } } }', { input: { name: 'Badge printer', role: 'OWNER', scope: { kind: 'CONFERENCE', id } } });
  return { as: { bearer: secret } };
}

const invite = (email: string, name: string, role: string, id: string) => api.done('mutation ($input: InviteStaffInput!) { result: inviteStaff(input: $input) { __typename } }', { input: { email, name, role, scope: { kind: 'CONFERENCE', id } } });

beforeAll(async () => {
  api = await WholeApi.open();
  [here, elsewhere] = [await conference('here'), await conference('elsewhere')];
  for (const id of [here, elsewhere]) owners.set(id, await ownerOf(id));
  await invite('siti@example.org', 'Siti Rahmawati', 'ORGANISER', here);
  await made('grantRole', 'RoleGrant', { email: 'amara@example.org', role: 'VIEWER', scope: { kind: 'CONFERENCE', id: elsewhere } });
  await made('defineCategory', 'Category', { conferenceId: here, key: 'delegate', title: text, capacity: 10 });
  for (const move of ['publishConference(id: $id)', 'openRegistration(conferenceId: $id)']) await api.done(`mutation ($id: ID!) { result: ${move} { __typename } }`, { id: here });
  registrationId = await made('registerDelegate', 'Registration', {
    conferenceId: here, category: 'delegate', onBehalf: { email: 'ngozi@example.org', origin: 'PAPER' },
    details: { names: { latinFamily: 'Okafor', latinGiven: 'Ngozi' }, nationality: 'NG', residence: 'NG', travelDocument: { kind: 'PASSPORT', number: 'A01234567', issuedBy: 'NG', expiresOn: '2033-01-01' }, consents: [{ key: 'privacy', textVersion: '1' }] },
  });
  await api.done('mutation ($id: ID!) { result: revealTravelDocument(registrationId: $id, reason: "For the visa letter") { __typename } }', { id: registrationId });
}, 60_000);
afterAll(() => api.close());

const owner = (id: string): Asking => owners.get(id) ?? {};
const ROLES = 'query ($filter: StaffRoleFilter) { result: staffRoles(filter: $filter, first: 50) { totalCount edges { node { id email name role scopeKind scopeTitle standing } } } }';
const LOG = 'query ($filter: AuditFilter) { result: auditLog(filter: $filter, first: 200) { totalCount edges { node { action actorKind actorEmail tokenName subjectName subjectTitle conference { id } isSealed } } } }';
interface Listed<Node> { readonly totalCount: number; readonly edges: readonly { readonly node: Node }[] }
type Line = { readonly action: string; readonly conference: { readonly id: string } | null };

describe('staff', () => {
  it('are listed with role, place and how far they are', async () => {
    const { edges } = await api.done<Listed<object>>(ROLES, {});
    expect(edges.map(({ node }) => node)).toContainEqual(expect.objectContaining({ email: 'siti@example.org', name: 'Siti Rahmawati', role: 'ORGANISER', scopeKind: 'CONFERENCE', scopeTitle: text, standing: 'INVITED' }));
    expect(edges.map(({ node }) => node)).toContainEqual(expect.objectContaining({ email: 'amara@example.org', name: null, standing: 'NOT_INVITED' }));
  });

  it('are those of one’s own conference, for its owner', async () => {
    expect((await api.done<Listed<{ email: string }>>(ROLES, {}, owner(here))).edges.map(({ node }) => node.email)).toEqual(['siti@example.org']);
    expect((await api.done<Listed<{ email: string }>>(ROLES, { filter: { scope: { kind: 'CONFERENCE', id: here } } }, owner(elsewhere))).totalCount).toBe(0);
  });

  it('change their role; the page of one role is there for who may', async () => {
    const { edges } = await api.done<Listed<{ id: string }>>(ROLES, { filter: { search: 'siti' } });
    const id = edges[0]?.node.id ?? '';
    expect(await api.done('query ($id: ID!) { result: staffRole(id: $id) { email role scopeTitle } }', { id }, owner(here))).toEqual({ email: 'siti@example.org', role: 'ORGANISER', scopeTitle: text });
    expect((await api.ask('query ($id: ID!) { result: staffRole(id: $id) { email } }', { id }, owner(elsewhere))).errors?.[0]?.extensions.code).toBe('access.denied');
    expect(await api.done('mutation ($id: ID!) { result: changeRole(id: $id, role: MAILING_STAFF) { ... on RoleGrant { role } } }', { id }, owner(here))).toEqual({ role: 'MAILING_STAFF' });
  });
});

describe('the audit log', () => {
  it('says who did what to whom, by today’s names', async () => {
    const { edges } = await api.done<Listed<object>>(LOG, { filter: { actions: ['role.granted', 'conference.created', 'token.created'] } });
    const lines = edges.map(({ node }) => node);
    expect(lines).toContainEqual(expect.objectContaining({ action: 'role.granted', subjectName: 'amara@example.org', conference: { id: elsewhere }, actorKind: 'TOKEN', actorEmail: 'operator@example.org' }));
    expect(lines).toContainEqual(expect.objectContaining({ action: 'conference.created', subjectTitle: text }));
    expect(lines).toContainEqual(expect.objectContaining({ action: 'token.created', subjectName: 'Badge printer' }));
  });

  it('tells what was done about one registration', async () => {
    const { edges } = await api.done<Listed<Line>>(LOG, { filter: { subjectId: registrationId } });
    expect(edges.map(({ node }) => node)).toEqual([expect.objectContaining({ action: 'registration.document-revealed', subjectName: 'Ngozi Okafor', conference: { id: here } })]);
    expect((await api.done<Listed<Line>>(LOG, { filter: { subjectId: 'not an id' } })).totalCount).toBe(0);
  });

  it('shows the owner of a conference that conference only', async () => {
    const mine = await api.done<Listed<Line>>(LOG, {}, owner(here));
    expect(mine.totalCount).toBeGreaterThan(3);
    expect(mine.edges.every(({ node }) => node.conference?.id === here)).toBe(true);
    expect((await api.ask(LOG, { filter: { conferenceId: here } }, owner(elsewhere))).errors?.[0]?.extensions.code).toBe('access.denied');
    expect((await api.done<Listed<Line>>(LOG, { filter: { conferenceId: here } }, owner(here))).totalCount).toBe(mine.totalCount);
  });

  it('is checked for whoever owns the installation: whole, or the first line that is not what was written', async () => {
    const CHECK = '{ result: auditLogCheck { isWhole sealed unsealed brokenAt } }';
    expect((await api.ask(CHECK, {}, owner(here))).errors?.[0]?.extensions.code).toBe('access.denied');
    const { unsealed } = await api.done<{ unsealed: number }>(CHECK);
    expect(unsealed).toBeGreaterThan(3);
    await api.app.get(SealAudit, { strict: false }).run();
    expect(await api.done(CHECK)).toEqual({ isWhole: true, sealed: unsealed, unsealed: 0, brokenAt: null });
    // Past the database's own guard, as somebody who has its keys but not the house's.
    const intruder = api.app.get(DataSource, { strict: false });
    await intruder.query('ALTER TABLE audit_entry DISABLE TRIGGER USER');
    await intruder.query("UPDATE audit_entry SET action = 'role.revoked' WHERE seal_number = 3");
    await intruder.query('ALTER TABLE audit_entry ENABLE TRIGGER USER');
    expect(await api.done(CHECK)).toEqual({ isWhole: false, sealed: 2, unsealed: null, brokenAt: 3 });
  });

  it('asks the database for a page of 200 as often as for one of 2', async () => {
    const statements = (first: number): Promise<number> => api.counting(() => api.ask(LOG.replace('first: 200', `first: ${first}`)));
    await statements(2);
    expect(await statements(200)).toBeLessThanOrEqual(await statements(2) + 6);
  });
});

describe('the installation', () => {
  const INSTALLATION = '{ result: installation { version queueEngine pendingMigrations settings { name value isSecret } work { name queue state count } workers { worker } } }';

  it('is shown to its owners, without a secret', async () => {
    const shown = await api.done<{ settings: { name: string; value: string | null }[]; work: { name: string; queue: string | null }[] }>(INSTALLATION);
    expect(shown).toMatchObject({ queueEngine: 'POSTGRES', pendingMigrations: 0 });
    expect(JSON.stringify(shown)).not.toContain('the-token-of-these-tests-only');
    expect(JSON.stringify(shown)).not.toContain('a secret of the tests');
    expect(shown.work).toContainEqual(expect.objectContaining({ name: 'mail.deliver', queue: 'letters' }));
    expect((await api.ask(INSTALLATION, {}, owner(here))).errors?.[0]?.extensions.code).toBe('access.denied');
  });

  it('lets work wait and begin anew, and writes down who did', async () => {
    const WORK = 'query ($states: [WorkState!]) { result: work(filter: { states: $states }) { totalCount edges { node { id name state failure } } } }';
    const waiting = await api.done<Listed<{ id: string }>>(WORK, { states: ['WAITING'] });
    const id = waiting.edges[0]?.node.id ?? '';
    expect(await api.done('mutation ($id: ID!) { result: putWorkAside(id: $id) { __typename } }', { id })).toEqual({ __typename: 'WorkPutAside' });
    expect((await api.done<Listed<object>>(WORK, { states: ['SET_ASIDE'] })).edges.map(({ node }) => node)).toEqual([expect.objectContaining({ id, state: 'SET_ASIDE' })]);
    const RETRY = 'mutation ($input: RetryWorkInput!) { result: retryWork(input: $input) { __typename ... on WorkRetried { count } ... on Refusal { code } } }';
    expect(await api.done(RETRY, { input: {} })).toMatchObject({ code: 'input.invalid' });
    expect(await api.done(RETRY, { input: { id } }, owner(here))).toMatchObject({ code: 'access.denied' });
    expect(await api.done(RETRY, { input: { id } })).toEqual({ __typename: 'WorkRetried', count: 1 });
    expect(await api.done(RETRY, { input: { id } })).toEqual({ __typename: 'WorkRetried', count: 0 });
    const { edges } = await api.done<Listed<Line>>(LOG, { filter: { actions: ['work.put-aside', 'work.retried'] } });
    expect(edges.map(({ node }) => node.action)).toEqual(['work.retried', 'work.put-aside']);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isRefusal } from '#kernel';
import { CONFERENCE, IdentityFixture, SERIES } from '../identity.fixture.js';
import { ChangeRole } from './change-role.js';
import { Reaches } from './reach.js';
import type { Reach } from './reach.js';
import type { Actor } from './actor.js';
import { accountActor } from './actor.js';
import type { RoleGrant } from './role-grant.entity.js';
import type { Role } from './roles.js';
import type { ScopeName } from './scope-directory.js';
import { StaffRoles } from './staff-roles.js';
import type { StaffFilter } from './staff-roles.js';

const inConference: ScopeName = { kind: 'CONFERENCE', id: CONFERENCE };
const everywhere: ScopeName = { kind: 'INSTALLATION', id: null };
const roles = new StaffRoles();
let house: IdentityFixture;
let owner: Actor;
let reaches: Reaches;
let change: ChangeRole;

async function grant(email: string, role: Role, scope: ScopeName): Promise<RoleGrant> {
  const made = await house.grants.run(owner, { email, role, scope });
  if (isRefusal(made)) throw new Error(made.refused);
  return made;
}

const actorOf = async (email: string, made: RoleGrant): Promise<Actor> => accountActor(await house.account(email), [made]);

async function seen(reach: Reach, filter: StaffFilter = {}, first = 50): Promise<string[]> {
  const found: string[] = [];
  let after: string | undefined;
  do {
    const page = await roles.page(house.database.work.reader, reach, filter, { first, after });
    if (isRefusal(page)) throw new Error(page.refused);
    found.push(...page.items.map(({ node }) => `${node.email} ${node.role}`));
    after = page.hasNextPage ? page.items.at(-1)?.cursor : undefined;
  } while (after !== undefined);
  return found;
}

beforeAll(async () => {
  house = await IdentityFixture.open();
  owner = await house.owner('owner@example.org');
  reaches = new Reaches(house.directory);
  change = new ChangeRole(house.database.work, house.audit, house.directory);
  await grant('siti@example.org', 'ORGANISER', inConference);
  await grant('siti@example.org', 'VIEWER', { kind: 'SERIES', id: SERIES });
  await grant('amara@example.org', 'REGISTRATION_DESK', inConference);
  await grant('zhang@example.org', 'MAILING_STAFF', everywhere);
});
afterAll(() => house.close());

describe('the list of staff', () => {
  it('has the roles of one person together, whatever the size of the page', async () => {
    const all = await seen(await reaches.of(owner, 'roles.grant'));
    expect(all.map((line) => line.split('@')[0])).toEqual(['amara', 'owner', 'siti', 'siti', 'zhang']);
    expect(await seen(await reaches.of(owner, 'roles.grant'), {}, 2)).toEqual(all);
    expect(await roles.count(house.database.work.reader, await reaches.of(owner, 'roles.grant'), {})).toBe(5);
  });

  it('shows owners of a conference and of a series their own', async () => {
    const ofConference = await actorOf('here@example.org', await grant('here@example.org', 'OWNER', inConference));
    expect(await seen(await reaches.of(ofConference, 'roles.grant'))).toEqual(['amara@example.org REGISTRATION_DESK', 'here@example.org OWNER', 'siti@example.org ORGANISER']);
    const ofSeries = await actorOf('series@example.org', await grant('series@example.org', 'OWNER', { kind: 'SERIES', id: SERIES }));
    expect(await seen(await reaches.of(ofSeries, 'roles.grant'))).toContain('siti@example.org VIEWER');
    expect(await seen(await reaches.of(ofSeries, 'roles.grant'))).not.toContain('zhang@example.org MAILING_STAFF');
    const viewer = await actorOf('looks@example.org', await grant('looks@example.org', 'VIEWER', everywhere));
    expect(await seen(await reaches.of(viewer, 'roles.grant'))).toEqual([]);
  });

  it.each<[string, StaffFilter, readonly string[]]>([
    ['address', { search: 'AMARA' }, ['amara@example.org REGISTRATION_DESK']],
    ['role', { roles: ['MAILING_STAFF'] }, ['zhang@example.org MAILING_STAFF']],
    ['scope', { scope: { kind: 'SERIES', id: SERIES }, search: 'siti' }, ['siti@example.org VIEWER']],
  ])('is filtered by %s', async (_what, filter, expected) => {
    expect(await seen(await reaches.of(owner, 'roles.grant'), filter)).toEqual(expected);
  });
});

describe('a role that is changed', () => {
  it('is another one in the same scope, and the log says from what', async () => {
    const made = await grant('lucia@example.org', 'VIEWER', inConference);
    expect(await change.run(owner, made.id, 'ORGANISER')).toMatchObject({ id: made.id, role: 'ORGANISER', scopeId: CONFERENCE });
    const [line] = await house.query<{ data: object; conference_id: string }>("SELECT data, conference_id FROM audit_entry WHERE action = 'role.changed'");
    expect(line).toMatchObject({ data: { before: 'VIEWER', role: 'ORGANISER' }, conference_id: CONFERENCE });
  });

  it('cannot be one that is held there already, one that means nothing there, or the last owner’s', async () => {
    const one = await grant('tariq@example.org', 'VIEWER', inConference);
    await grant('tariq@example.org', 'MAILING_STAFF', inConference);
    expect(await change.run(owner, one.id, 'MAILING_STAFF')).toMatchObject({ refused: 'role.held-already' });
    expect(await change.run(owner, one.id, 'HEAD_OF_DELEGATION')).toMatchObject({ refused: 'input.invalid' });
    const [last] = await house.query<{ id: string }>("SELECT id FROM role_grant WHERE role = 'OWNER' AND scope_kind = 'INSTALLATION'");
    expect(await change.run(owner, last?.id ?? '', 'ORGANISER')).toMatchObject({ refused: 'role.last-owner' });
  });

  it('is refused to who does not own the scope', async () => {
    const made = await grant('binh@example.org', 'VIEWER', everywhere);
    const elsewhere = await actorOf('here@example.org', await grant('here@example.org', 'OWNER', inConference));
    expect(await change.run(elsewhere, made.id, 'OWNER')).toMatchObject({ refused: 'access.denied' });
  });
});

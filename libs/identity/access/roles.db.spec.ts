import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isRefusal } from '#kernel';
import { CONFERENCE, IdentityFixture, SERIES, stranger } from '../identity.fixture.js';
import { ApiTokens } from '../tokens/api-tokens.js';
import { CreateApiToken } from '../tokens/create-api-token.js';
import type { ApiTokenCreated, NewApiToken } from '../tokens/create-api-token.js';
import { InviteStaff } from '../staff/invite-staff.js';
import { RevokeApiToken } from '../tokens/revoke-api-token.js';
import type { Actor } from './actor.js';
import type { RoleGrant } from './role-grant.entity.js';
import { RevokeRole } from './revoke-role.js';

let house: IdentityFixture;
let owner: Actor;
let revoke: RevokeRole;
let createToken: CreateApiToken;
let revokeToken: RevokeApiToken;

beforeAll(async () => {
  house = await IdentityFixture.open();
  owner = await house.owner();
  revoke = new RevokeRole(house.database.work, house.audit, house.directory);
  createToken = new CreateApiToken(house.database.work, house.audit, house.directory, house.clock);
  revokeToken = new RevokeApiToken(house.database.work, house.audit, house.clock);
});
afterAll(() => house.close());

const inConference = { kind: 'CONFERENCE', id: CONFERENCE } as const;
const everywhere = { kind: 'INSTALLATION', id: null } as const;

function done<T>(answer: T): Exclude<T, { refused: string }> {
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer));
  return answer as Exclude<T, { refused: string }>;
}

async function grant(email: string, role: RoleGrant['role'], scope: { kind: 'INSTALLATION' | 'SERIES' | 'CONFERENCE'; id: string | null }): Promise<{ grant: RoleGrant; actor: Actor }> {
  const made = done(await house.grants.run(owner, { email, role, scope }));
  return { grant: made, actor: { ...stranger, kind: 'ACCOUNT', accountId: made.accountId, principal: `account:${made.accountId}`, grants: [made] } };
}

const token = async (actor: Actor, input: Partial<NewApiToken> = {}): Promise<ApiTokenCreated> =>
  done(await createToken.run(actor, { name: 'Badge printer', role: 'VIEWER', scope: inConference, ...input }));

describe('roles', () => {
  it('are granted once, to addresses that never signed in too, and written to the audit log without the address', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => house.grants.run(owner, { email: 'desk@example.org', role: 'REGISTRATION_DESK', scope: inConference })));
    expect(new Set(answers.map((answer) => done(answer).id)).size).toBe(1);
    const log = await house.query("SELECT data::text AS data FROM audit_entry WHERE action = 'role.granted'");
    expect(log).toHaveLength(1);
    expect(JSON.stringify(log)).not.toContain('example.org');
  });

  it('are granted only by who owns the scope or one above it', async () => {
    const seriesOwner = (await grant('series@example.org', 'OWNER', { kind: 'SERIES', id: SERIES })).actor;
    expect(await house.grants.run(seriesOwner, { email: 'a@example.org', role: 'VIEWER', scope: inConference })).toHaveProperty('id');
    expect(await house.grants.run(seriesOwner, { email: 'a@example.org', role: 'VIEWER', scope: everywhere })).toMatchObject({ refused: 'access.denied' });
    const organiser = (await grant('organiser@example.org', 'ORGANISER', everywhere)).actor;
    expect(await house.grants.run(organiser, { email: 'a@example.org', role: 'VIEWER', scope: inConference })).toMatchObject({ refused: 'access.denied' });
    expect(await house.grants.run(stranger, { email: 'a@example.org', role: 'VIEWER', scope: inConference })).toMatchObject({ refused: 'access.sign-in-needed' });
  });

  it.each([
    [{ role: 'HEAD_OF_DELEGATION', scope: inConference }, 'role-not-here'],
    [{ role: 'HEAD_OF_DELEGATION', scope: { kind: 'DELEGATION', id: '01980000-0000-7000-8000-0000000000d1' } }, 'scope-unknown'],
    [{ role: 'VIEWER', scope: { kind: 'CONFERENCE', id: SERIES } }, 'scope-unknown'],
    [{ role: 'VIEWER', scope: { kind: 'SERIES', id: null } }, 'scope-unknown'],
    [{ email: 'nobody', role: 'VIEWER', scope: inConference }, 'email.malformed'],
  ] as const)('are refused where they mean nothing: %j', async (input, code) => {
    expect(await house.grants.run(owner, { email: 'a@example.org', ...input })).toMatchObject({ refused: 'input.invalid', data: { problems: [{ code }] } });
  });

  it('can be taken back, but the last owner stays, also when two owners go for each other', async () => {
    const second = await grant('second@example.org', 'OWNER', everywhere);
    const [mine] = await house.query<{ id: string }>("SELECT id FROM role_grant WHERE account_id = $1 AND role = 'OWNER'", [owner.accountId]);
    const answers = await Promise.all([revoke.run(owner, second.grant.id), revoke.run(second.actor, mine?.id ?? '')]);
    expect(answers.filter((answer) => isRefusal(answer) && answer.refused === 'role.last-owner')).toHaveLength(1);
    expect(await house.query("SELECT 1 FROM role_grant WHERE role = 'OWNER' AND scope_kind = 'INSTALLATION'")).toHaveLength(1);
    owner = await house.owner();
    expect(await revoke.run(owner, '01980000-0000-7000-8000-0000000000ff')).toMatchObject({ refused: 'role.unknown' });
    expect(await revoke.run(stranger, second.grant.id)).toMatchObject({ refused: 'access.sign-in-needed' });
  });
});

describe('an invitation of staff', () => {
  it('writes one letter for a key', async () => {
    const invite = new InviteStaff(house.database.work, house.grants, house.accounts, house.invitations);
    const ask = () => invite.run(owner, { email: 'twice@example.org', name: '陈思远', role: 'VIEWER', scope: inConference, locale: 'en' }, 'k-2');
    const [one, two] = [done(await ask()), done(await ask())];
    expect(two.grant.id).toBe(one.grant.id);
    expect(await house.query("SELECT 1 FROM message WHERE to_address = 'twice@example.org'")).toHaveLength(1);
  });
});

describe('API tokens', () => {
  it('act with their role in their scope, and leave no secret behind', async () => {
    const made = await token(owner);
    expect(await house.who({ bearer: made.secret })).toMatchObject({ kind: 'TOKEN', tokenId: made.token.id, principal: `token:${made.token.id}`, grants: [{ role: 'VIEWER', scopeKind: 'CONFERENCE', scopeId: CONFERENCE }] });
    expect(JSON.stringify(await house.query('SELECT t::text FROM api_token t'))).not.toContain(made.secret);
    const [used] = await house.query<{ last_used_at: Date }>('SELECT last_used_at FROM api_token WHERE id = $1', [made.token.id]);
    expect(used?.last_used_at).toEqual(house.clock.now());
  });

  it('are made once for a key, and the secret is not kept for a repetition', async () => {
    const ask = () => createToken.run(owner, { name: 'Twice', role: 'VIEWER', scope: inConference }, 'k-1');
    const answers = await Promise.all([ask(), ask(), ask()]);
    const made = answers.filter((answer) => !isRefusal(answer)) as ApiTokenCreated[];
    expect(made).toHaveLength(1);
    expect(await ask()).toEqual({ refused: 'token.made-before', data: { tokenId: made[0]?.token.id } });
    expect(await house.query("SELECT 1 FROM api_token WHERE name = 'Twice'")).toHaveLength(1);
    expect(JSON.stringify(await house.query('SELECT i::text FROM idempotency i'))).not.toContain(made[0]?.secret);
    expect(await createToken.run(owner, { name: 'Else', role: 'VIEWER', scope: inConference }, 'k-1')).toMatchObject({ refused: 'idempotency.conflict' });
  });

  it('are dead from the moment they are revoked or expire', async () => {
    const made = await token(owner, { expiresAt: new Date(house.clock.now().getTime() + 60_000) });
    house.clock.moveBy(60_000);
    expect((await house.who({ bearer: made.secret })).kind).toBe('ANONYMOUS');
    const other = await token(owner);
    expect(await revokeToken.run(owner, other.token.id)).toMatchObject({ revokedAt: house.clock.now() });
    expect((await house.who({ bearer: other.secret })).kind).toBe('ANONYMOUS');
  });

  it('never do more than their maker may give', async () => {
    const conferenceOwner = (await grant('owner-of-one@example.org', 'OWNER', inConference)).actor;
    expect(await createToken.run(conferenceOwner, { name: 'x', role: 'VIEWER', scope: everywhere })).toMatchObject({ refused: 'access.denied' });
    expect(await createToken.run((await grant('viewer@example.org', 'VIEWER', everywhere)).actor, { name: 'x', role: 'VIEWER', scope: inConference })).toMatchObject({ refused: 'access.denied' });
    expect(await createToken.run(conferenceOwner, { name: ' \u202e ', role: 'HEAD_OF_DELEGATION', scope: inConference, expiresAt: new Date(0) })).toMatchObject({
      refused: 'input.invalid', data: { problems: [{ path: 'name' }, { path: 'role' }, { path: 'expiresAt' }] },
    });
  });

  it('go with the role that let them be made, and only those', async () => {
    const { actor, grant: role } = await grant('leaving@example.org', 'OWNER', inConference);
    const own = await token(actor);
    const others = await token(owner);
    done(await revoke.run(owner, role.id));
    expect((await house.who({ bearer: own.secret })).kind).toBe('ANONYMOUS');
    expect((await house.who({ bearer: others.secret })).kind).toBe('TOKEN');
  });

  it('are seen and revoked by their account and the owners of the installation', async () => {
    const { actor } = await grant('maker@example.org', 'OWNER', inConference);
    const made = await token(actor);
    const list = new ApiTokens();
    const { reader } = house.database.work;
    const seen = async (who: Actor) => {
      const page = done(await list.page(reader, who, { first: 100 }));
      expect(await list.count(reader, who)).toBe(page.items.length);
      return page.items.map(({ node }) => node.id);
    };
    expect(await seen(actor)).toEqual([made.token.id]);
    expect(await seen(owner)).toContain(made.token.id);
    const other = (await grant('curious@example.org', 'OWNER', inConference)).actor;
    expect(await seen(other)).toEqual([]);
    expect(await revokeToken.run(other, made.token.id)).toMatchObject({ refused: 'access.denied' });
    expect(await revokeToken.run(actor, made.token.id)).toHaveProperty('revokedAt');
  });
});

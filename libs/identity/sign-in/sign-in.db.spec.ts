import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isRefusal } from '#kernel';
import { IdentityFixture, stranger } from '../identity.fixture.js';
import { nextPath } from './next-path.js';
import type { SignInBegun } from './redeem-sign-in-link.js';
import { SignOut } from './sign-out.js';
import { ForgetSignIns } from './forget-sign-ins.js';

let house: IdentityFixture;

beforeAll(async () => { house = await IdentityFixture.open(); });
afterAll(() => house.close());

async function signIn(email: string, actor = stranger): Promise<SignInBegun> {
  const begun = await house.redeem.run(actor, await house.linkFor(email));
  if (isRefusal(begun)) throw new Error(begun.refused);
  return begun;
}

describe('a sign-in link', () => {
  it('signs in once however many redeem it at the same time', async () => {
    const token = await house.linkFor('amina@example.org');
    const answers = await Promise.all(Array.from({ length: 50 }, () => house.redeem.run(stranger, token)));
    expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1);
    expect(answers.filter((answer) => isRefusal(answer) && answer.refused === 'sign-in.link-used')).toHaveLength(49);
    expect(await house.query("SELECT 1 FROM sign_in s JOIN account a ON a.id = s.account_id WHERE a.email = 'amina@example.org'")).toHaveLength(1);
  });

  it('works for ten minutes and not a second longer', async () => {
    const inTime = await house.linkFor('li.wei@example.org');
    const late = await house.linkFor('li.wei@example.org');
    house.clock.moveBy(10 * 60_000 - 1_000);
    expect(await house.redeem.run(stranger, inTime)).toHaveProperty('secret');
    house.clock.moveBy(1_000);
    expect(await house.redeem.run(stranger, late)).toMatchObject({ refused: 'sign-in.link-expired' });
  });

  it('is refused where it is not ours, or was made for another door', async () => {
    const [row] = await house.query<{ id: string }>('SELECT id FROM sign_in_link LIMIT 1');
    for (const token of ['', 'x'.repeat(500), house.tokens.linkToken('address-change', row?.id ?? '')]) {
      expect(await house.redeem.run(stranger, token)).toMatchObject({ refused: 'sign-in.link-invalid' });
    }
  });

  it('is nowhere in the database, nor is what it gave', async () => {
    const token = await house.linkFor('olena@example.org');
    const begun = await house.redeem.run(stranger, token);
    if (isRefusal(begun)) throw new Error(begun.refused);
    const tables = ['sign_in_link', 'sign_in', 'message', 'outbox', 'account'];
    const dump = JSON.stringify(await Promise.all(tables.map((table) => house.query(`SELECT t::text AS row FROM ${table} t`))));
    expect(dump).toContain('olena@example.org');
    expect(dump).not.toContain(token);
    expect(dump).not.toContain(begun.secret);
  });

  it('is one account however the address is spelled', async () => {
    const first = await signIn('Somchai@Example.org');
    expect((await signIn('somchai@example.ORG')).account.id).toBe(first.account.id);
  });

  it('is written alike for known and unknown addresses: the same answer, the same statements, the same letter', async () => {
    await signIn('known@example.org');
    const work = async (email: string): Promise<unknown> => {
      const rows = () => house.query<{ n: number }>('SELECT (SELECT count(*) FROM account) + (SELECT count(*) FROM sign_in_link) * 1000 + (SELECT count(*) FROM message) * 1000000 + (SELECT count(*) FROM outbox) * 1000000000 AS n');
      const before = Number((await rows())[0]?.n);
      const answer = await house.request.run(stranger, { email });
      return { answer, written: Number((await rows())[0]?.n) - before };
    };
    expect(await work('unknown@example.org')).toEqual(await work('known@example.org'));
  });

  it.each(['no address', 'a@b@example.org', 'x@example.org\r\nBcc: all@example.org', '@example.org', 'a@-x.org', '', 'a..b@example.org'])('is not sent to %j', async (email) => {
    expect(await house.request.run(stranger, { email })).toMatchObject({ refused: 'input.invalid', data: { problems: [{ path: 'email', code: 'email.malformed' }] } });
  });
});

describe('where to go afterwards', () => {
  it.each([
    ['/en/conferences/chongqing-2025/register?step=2', '/en/conferences/chongqing-2025/register?step=2'],
    ['/zh-Hans', '/zh-Hans'],
    ['https://evil.example/en', '/'], ['//evil.example/en', '/'], ['/\\evil.example', '/'], ['/en/../../\\evil.example', '/'], ['javascript:alert(1)', '/'],
    ['/\t/evil.example/en', '/'], ['/graphql', '/'], ['/en\r\nSet-Cookie: x=1', '/'], [undefined, '/'], ['/en/'.padEnd(600, 'x'), '/'],
  ])('%j leads to %j', (asked, path) => {
    expect(nextPath(asked)).toBe(path);
  });
});

describe('a sign-in', () => {
  it('is who asks, by cookie or by bearer, until it ends by itself', async () => {
    const { secret, account, expiresAt } = await signIn('maria@example.org');
    for (const credentials of [{ cookie: secret }, { bearer: secret }]) {
      expect(await house.who(credentials)).toMatchObject({ kind: 'ACCOUNT', accountId: account.id, principal: `account:${account.id}` });
    }
    expect(expiresAt.getTime() - house.clock.now().getTime()).toBe(30 * 86_400_000);
    house.clock.moveTo(expiresAt);
    expect(await house.who({ cookie: secret })).toMatchObject({ kind: 'ANONYMOUS', principal: 'address:203.0.113.9' });
  });

  it('has a new secret each time, and takes the place of the one that asked', async () => {
    const first = await signIn('yuki@example.org');
    const second = await signIn('yuki@example.org', await house.who({ cookie: first.secret }));
    expect(second.secret).not.toBe(first.secret);
    expect((await house.who({ cookie: first.secret })).kind).toBe('ANONYMOUS');
    expect((await house.who({ cookie: second.secret })).kind).toBe('ACCOUNT');
  });

  it('ends here, or everywhere, at once', async () => {
    const out = new SignOut(house.database.work, house.clock);
    const [one, two, three] = [await signIn('kofi@example.org'), await signIn('kofi@example.org'), await signIn('kofi@example.org')];
    expect(await out.here(await house.who({ cookie: one.secret }))).toEqual({ ended: 1 });
    expect((await house.who({ cookie: one.secret })).kind).toBe('ANONYMOUS');
    const other = await signIn('other@example.org');
    expect(await out.everywhere(await house.who({ cookie: two.secret }))).toEqual({ ended: 2 });
    expect((await house.who({ cookie: three.secret })).kind).toBe('ANONYMOUS');
    expect((await house.who({ cookie: other.secret })).kind).toBe('ACCOUNT');
  });

  it('by mail alone brings no staff role, only that of a head of delegation', async () => {
    const owner = await house.owner('chief@example.org');
    await house.query("INSERT INTO role_grant (id, account_id, role, scope_kind, scope_id, granted_by) VALUES (gen_random_uuid(), $1, 'HEAD_OF_DELEGATION', 'DELEGATION', gen_random_uuid(), 'system')", [owner.accountId]);
    const { secret } = await signIn('chief@example.org');
    expect(await house.who({ cookie: secret })).toMatchObject({ accountId: owner.accountId, lacksSecondFactor: true, grants: [{ role: 'HEAD_OF_DELEGATION' }] });
  });

  it('that is worth nothing does not fall back on another', async () => {
    const { secret } = await signIn('pia@example.org');
    expect((await house.who({ bearer: 'hgs_nonsense', cookie: secret })).kind).toBe('ANONYMOUS');
  });

  it('is forgotten a week after it died, and not before', async () => {
    const { secret } = await signIn('late@example.org');
    const forget = new ForgetSignIns(house.database.work, house.clock);
    const count = async () => Number((await house.query<{ n: string }>("SELECT count(*) AS n FROM sign_in_link WHERE email = 'late@example.org'"))[0]?.n);
    house.clock.moveBy(6 * 86_400_000);
    await forget.run();
    expect(await count()).toBe(1);
    house.clock.moveBy(2 * 86_400_000);
    await forget.run();
    expect(await count()).toBe(0);
    expect((await house.who({ cookie: secret })).kind).toBe('ACCOUNT');
  });
});

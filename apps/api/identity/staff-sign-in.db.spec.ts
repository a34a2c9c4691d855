import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rowsOf, UnitOfWork } from '#platform';
import type { ShellUnderTest } from '../testing/shell-under-test.js';
import { ADMIN_EMAIL, identityUnderTest, letterToken } from './identity-api.fixture.js';

let shell: ShellUnderTest;
const PASSWORD = 'nine bridges over the Jialing';
const cookies = new Map<string, string>();

beforeAll(async () => { shell = await identityUnderTest(); });
afterAll(() => shell.close());

async function auth(path: string, body: object, jar: Map<string, string> = cookies) {
  const answer = await shell.app.inject({
    method: 'POST', url: `/auth${path}`, payload: body,
    headers: { 'content-type': 'application/json', origin: 'http://localhost:3000', cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
  });
  for (const { name, value, maxAge } of answer.cookies) {
    if (maxAge === 0 || value === '') jar.delete(name);
    else jar.set(name, encodeURIComponent(value));
  }
  return answer;
}

const as = (jar: Map<string, string>): Record<string, string> => ({ cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') });
const GRANT = 'mutation { grantRole(input: { email: "desk@example.org", role: REGISTRATION_DESK, scope: { kind: INSTALLATION } }) { __typename ... on Refusal { code } } }';
const granted = async (jar: Map<string, string>): Promise<unknown> => (await shell.ask(GRANT, { headers: as(jar) })).data;
const accept = (token: string, password = PASSWORD) =>
  shell.ask('mutation($input: AcceptStaffInvitationInput!) { acceptStaffInvitation(input: $input) { __typename ... on StaffInvitationAccepted { email } ... on Refusal { code } } }', { variables: { input: { token, password } } });

/** RFC 6238 over RFC 4226, as an authenticator app does it. */
function totp(secret: string, at = Date.now()): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
}

let secret = '';
let backupCodes: string[] = [];

describe('a staff member', () => {
  it('sets a password by the invitation, once', async () => {
    const token = await letterToken(shell, 'staff-invitation', ADMIN_EMAIL);
    expect((await accept(token, 'short')).data).toMatchObject({ acceptStaffInvitation: { code: 'input.invalid' } });
    expect((await accept(token)).data).toEqual({ acceptStaffInvitation: { __typename: 'StaffInvitationAccepted', email: ADMIN_EMAIL } });
    expect((await accept(token)).data).toMatchObject({ acceptStaffInvitation: { code: 'staff.invitation-invalid' } });
    const [row] = await rowsOf<{ password: string }>(shell.app.get(UnitOfWork).reader, 'SELECT password FROM credential');
    expect(row?.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('signs in with it, and may do nothing but enrol a second factor', async () => {
    expect((await auth('/sign-in/email', { email: ADMIN_EMAIL, password: 'something else entirely' }, new Map())).statusCode).toBe(401);
    const answer = await auth('/sign-in/email', { email: ADMIN_EMAIL, password: PASSWORD });
    expect(answer.statusCode).toBe(200);
    const cookie = [answer.headers['set-cookie']].flat().find((one) => one?.startsWith('__Host-huiguan-staff='));
    expect(cookie).toMatch(/Path=\//);
    expect(cookie).toMatch(/Secure/);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).toMatch(/Max-Age=43200/);
    expect((await shell.ask('{ me { email hasSecondFactor } }', { headers: as(cookies) })).data).toEqual({ me: { email: ADMIN_EMAIL, hasSecondFactor: false } });
    expect(await granted(cookies)).toEqual({ grantRole: { __typename: 'PlainRefusal', code: 'access.second-factor-needed' } });
  });

  it('enrols the second factor, which gives the roles and ends sign-ins that had none', async () => {
    const other = new Map<string, string>();
    await auth('/sign-in/email', { email: ADMIN_EMAIL, password: PASSWORD }, other);
    const enabled = (await auth('/two-factor/enable', { password: PASSWORD })).json<{ totpURI: string; backupCodes: string[] }>();
    secret = new URL(enabled.totpURI).searchParams.get('secret') ?? '';
    backupCodes = enabled.backupCodes;
    expect(await granted(cookies)).toMatchObject({ grantRole: { code: 'access.second-factor-needed' } });
    expect((await auth('/two-factor/verify-totp', { code: '000000' })).statusCode).toBe(401);
    expect((await auth('/two-factor/verify-totp', { code: totp(secret) })).statusCode).toBe(200);
    expect(await granted(cookies)).toEqual({ grantRole: { __typename: 'RoleGrant' } });
    expect((await shell.ask('{ me { hasSecondFactor } }', { headers: as(cookies) })).data).toEqual({ me: { hasSecondFactor: true } });
    expect((await shell.ask('{ me { email } }', { headers: as(other) })).data).toEqual({ me: null });
  });

  it('is asked for the second factor from then on: the password alone is nobody', async () => {
    const jar = new Map<string, string>();
    const first = await auth('/sign-in/email', { email: ADMIN_EMAIL, password: PASSWORD }, jar);
    expect(first.json()).toMatchObject({ twoFactorRedirect: true });
    expect((await shell.ask('{ me { email } }', { headers: as(jar) })).data).toEqual({ me: null });
    expect((await auth('/two-factor/verify-totp', { code: '123456' }, jar)).statusCode).toBe(401);
    expect((await auth('/two-factor/verify-totp', { code: totp(secret) }, jar)).statusCode).toBe(200);
    expect(await granted(jar)).toMatchObject({ grantRole: { __typename: 'RoleGrant' } });
  });

  it('may use a backup code, once', async () => {
    const code = backupCodes[0] ?? '';
    const jar = new Map<string, string>();
    await auth('/sign-in/email', { email: ADMIN_EMAIL, password: PASSWORD }, jar);
    expect((await auth('/two-factor/verify-backup-code', { code }, jar)).statusCode).toBe(200);
    expect(await granted(jar)).toMatchObject({ grantRole: { __typename: 'RoleGrant' } });
    const again = new Map<string, string>();
    await auth('/sign-in/email', { email: ADMIN_EMAIL, password: PASSWORD }, again);
    expect((await auth('/two-factor/verify-backup-code', { code }, again)).statusCode).toBe(401);
  });

  it('signs out on the server, and everywhere', async () => {
    const jar = new Map(cookies);
    expect((await shell.ask('mutation { signOutEverywhere { ... on SignedOut { ended } } }', { headers: as(jar) })).data).toEqual({ signOutEverywhere: { ended: 3 } });
    expect((await shell.ask('{ me { email } }', { headers: as(jar) })).data).toEqual({ me: null });
  });

  it('who lost everything begins anew by another invitation, which ends the old password', async () => {
    const admin = { authorization: 'Bearer a-token-of-more-than-24-letters' };
    await shell.ask('mutation($email: String!) { inviteStaff(input: { email: $email, name: "陈思远", role: OWNER, scope: { kind: INSTALLATION } }) { __typename } }', { variables: { email: ADMIN_EMAIL }, headers: admin });
    await accept(await letterToken(shell, 'staff-invitation', ADMIN_EMAIL), 'eleven ferries on the Yangtze');
    expect((await auth('/sign-in/email', { email: ADMIN_EMAIL, password: PASSWORD }, new Map())).statusCode).toBe(401);
    const jar = new Map<string, string>();
    expect((await auth('/sign-in/email', { email: ADMIN_EMAIL, password: 'eleven ferries on the Yangtze' }, jar)).json()).not.toHaveProperty('twoFactorRedirect');
    expect(await granted(jar)).toMatchObject({ grantRole: { code: 'access.second-factor-needed' } });
  });
});

describe('what is closed', () => {
  it.each(['/sign-up/email', '/change-email', '/delete-user', '/update-user', '/two-factor/disable', '/forget-password', '/request-password-reset', '/list-sessions'])('%s', async (path) => {
    expect((await auth(path, { email: 'eve@example.org', password: PASSWORD, name: 'Eve' })).statusCode).toBe(404);
  });

  it('guessing: too many tries at one mailbox, from wherever', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 12; n += 1) {
      const answer = await shell.app.inject({ method: 'POST', url: '/auth/sign-in/email', payload: { email: 'guessed@example.org', password: `a wrong password ${n}` }, headers: { 'x-forwarded-for': `198.51.100.${n}` } });
      statuses.push(answer.statusCode);
    }
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401));
    expect(statuses.slice(10)).toEqual([429, 429]);
  });

  it('a sign-in answers alike, and works as hard, for an address that is no staff member', async () => {
    // Work of this process, in microseconds: what else the machine does is not counted.
    const workFor = async (email: string): Promise<number> => {
      const before = process.cpuUsage();
      const answer = await shell.app.inject({ method: 'POST', url: '/auth/sign-in/email', payload: { email, password: 'not the password' } });
      expect(answer.json()).toMatchObject({ code: 'INVALID_EMAIL_OR_PASSWORD' });
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    const [known, unknown] = [await workFor(ADMIN_EMAIL), await workFor('unknown@example.org')];
    expect(unknown).toBeGreaterThan(known / 5);
  });
});

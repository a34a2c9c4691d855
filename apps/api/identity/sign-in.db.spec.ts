import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ShellUnderTest } from '../testing/shell-under-test.js';
import { ADMIN_EMAIL, ADMIN_TOKEN, identityUnderTest, letterToken } from './identity-api.fixture.js';

let shell: ShellUnderTest;

beforeAll(async () => { shell = await identityUnderTest(); });
afterAll(() => shell.close());

const REQUEST = 'mutation($email: String!, $next: String) { requestSignInLink(input: { email: $email, next: $next }) { __typename ... on SignInLinkRequested { validForSeconds } ... on InvalidInput { problems { path code } } } }';
const REDEEM = 'mutation($token: String!) { redeemSignInLink(input: { token: $token }) { __typename ... on SignedIn { bearerToken next account { email roles { role } hasSecondFactor } } ... on Refusal { code } } }';
const ME = '{ me { email } }';

interface Begun {
  readonly redeemSignInLink: { readonly __typename: string; readonly bearerToken: string; readonly next: string };
}

async function signIn(email: string, headers: Record<string, string> = {}) {
  await shell.ask(REQUEST, { variables: { email, next: '/en/me' } });
  const answer = await shell.ask(REDEEM, { variables: { token: await letterToken(shell, 'sign-in', email) }, headers });
  return { answer, begun: (answer.data as unknown as Begun).redeemSignInLink };
}

describe('signing in by link', () => {
  it('sets a cookie that only our origin gets, no script reads, and no foreign page sends', async () => {
    const { answer, begun } = await signIn('amina@example.org');
    expect(begun).toMatchObject({ __typename: 'SignedIn', next: '/en/me', account: { email: 'amina@example.org', roles: [], hasSecondFactor: false } });
    const cookie = answer.cookies.find((one) => one.startsWith('__Host-huiguan='));
    expect(cookie).toMatch(/; Path=\/;/);
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; Secure/);
    expect(cookie).toMatch(/; SameSite=Lax/);
    expect(cookie).not.toMatch(/domain/i);
    const sent = { cookie: cookie?.split(';')[0] ?? '' };
    expect((await shell.ask(ME, { headers: sent })).data).toEqual({ me: { email: 'amina@example.org' } });
    expect((await shell.ask(ME, { headers: { authorization: `Bearer ${begun.bearerToken}` } })).data).toEqual({ me: { email: 'amina@example.org' } });
    expect((await shell.ask(ME)).data).toEqual({ me: null });
  });

  it('cannot be done by GET, so that a mail scanner does not do it', async () => {
    await shell.ask(REQUEST, { variables: { email: 'scanned@example.org' } });
    const token = await letterToken(shell, 'sign-in', 'scanned@example.org');
    const query = encodeURIComponent(`mutation { redeemSignInLink(input: { token: "${token}" }) { __typename } }`);
    const answer = await shell.app.inject({ method: 'GET', url: `/graphql?query=${query}`, headers: { 'apollo-require-preflight': '1' } });
    expect(answer.statusCode).toBe(405);
    expect((await shell.ask(REDEEM, { variables: { token } })).data).toMatchObject({ redeemSignInLink: { __typename: 'SignedIn' } });
    expect((await shell.ask(REDEEM, { variables: { token } })).data).toEqual({ redeemSignInLink: { __typename: 'PlainRefusal', code: 'sign-in.link-used' } });
  });

  it('ends by signing out, and the cookie goes', async () => {
    const { begun } = await signIn('kofi@example.org');
    const headers = { cookie: `__Host-huiguan=${begun.bearerToken}` };
    const out = await shell.ask('mutation { signOut { ... on SignedOut { ended } } }', { headers });
    expect(out.data).toEqual({ signOut: { ended: 1 } });
    expect(out.cookies.find((one) => one.startsWith('__Host-huiguan=;'))).toMatch(/Expires=Thu, 01 Jan 1970/);
    expect((await shell.ask(ME, { headers })).data).toEqual({ me: null });
  });

  it('tells input that is no address by its field', async () => {
    expect((await shell.ask(REQUEST, { variables: { email: 'nobody' } })).data).toEqual({ requestSignInLink: { __typename: 'InvalidInput', problems: [{ path: 'email', code: 'email.malformed' }] } });
  });
});

describe('machines', () => {
  const asAdmin = { authorization: `Bearer ${ADMIN_TOKEN}` };

  it('come in by the token of the environment, and make others that are shown once', async () => {
    expect((await shell.ask(ME, { headers: asAdmin })).data).toEqual({ me: { email: ADMIN_EMAIL } });
    const made = await shell.ask('mutation { createApiToken(input: { name: "Report", role: VIEWER, scope: { kind: INSTALLATION } }) { ... on ApiTokenCreated { secret token { id name role revokedAt } } } }', { headers: asAdmin });
    const { secret, token } = (made.data as unknown as { createApiToken: { secret: string; token: { id: string } } }).createApiToken;
    const headers = { authorization: `Bearer ${secret}` };
    expect((await shell.ask('{ apiTokens { totalCount edges { node { id } } } }', { headers: asAdmin })).data).toEqual({ apiTokens: { totalCount: 2, edges: [{ node: { id: token.id } }, { node: { id: expect.any(String) } }] } });
    expect((await shell.ask('{ apiTokens(after: "WzFd") { totalCount } }', { headers: asAdmin })).errors[0]?.extensions).toEqual({ code: 'cursor.malformed' });
    // A token acts by its role only: it is not its maker, whose tokens it does not see.
    expect((await shell.ask('{ apiTokens { totalCount edges { node { id } } } }', { headers })).data).toEqual({ apiTokens: { totalCount: 0, edges: [] } });
    const denied = await shell.ask('mutation { grantRole(input: { email: "x@example.org", role: VIEWER, scope: { kind: INSTALLATION } }) { ... on Refusal { code } } }', { headers });
    expect(denied.data).toEqual({ grantRole: { code: 'access.denied' } });
    await shell.ask('mutation($id: ID!) { revokeApiToken(id: $id) { __typename } }', { variables: { id: token.id }, headers: asAdmin });
    expect((await shell.ask('{ apiTokens { totalCount } }', { headers })).errors[0]?.extensions).toEqual({ code: 'access.sign-in-needed' });
  });

  it('are counted by their token where they ask for what strangers may ask', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => shell.ask(REQUEST, { variables: { email: `guest${n}@example.org` }, headers: asAdmin, address: '203.0.113.77' })));
    expect(answers.every(({ data }) => JSON.stringify(data).includes('SignInLinkRequested'))).toBe(true);
  });
});

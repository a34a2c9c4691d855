import { createHash, randomBytes } from 'node:crypto';
import { newId } from '#kernel';
import type { Stage } from './stage.js';

/** Somebody signed in, with a name of their own. */
export interface Delegate {
  readonly bearer: string;
  readonly accountId: string;
  readonly family: string;
}

const ACCOUNTS = `
  WITH made AS (
    INSERT INTO account (id, email, email_key) SELECT id, email, email FROM unnest($1::uuid[], $2::text[]) AS t(id, email))
  INSERT INTO sign_in (id, account_id, secret_hash, created_at, expires_at)
  SELECT sign_in_id, account_id, secret_hash, now(), now() + interval '3 hours' FROM unnest($3::uuid[], $1::uuid[], $4::bytea[]) AS t(sign_in_id, account_id, secret_hash)`;
const FAMILIES = ['Nwachukwu', 'Lin', 'Ferrari', 'Haddad', 'Okonkwo', 'Sato', 'Kowalska', 'Tan', 'Mukherjee', 'Oliveira', 'Bergström', 'Abdullah'];
const BATCH = 5_000;

/** Accounts with a sign-in each, as following a letter's link leaves them. */
export async function signedInDelegates(stage: Stage, database: string, count: number): Promise<Delegate[]> {
  const run = randomBytes(4).toString('hex');
  const all: Delegate[] = [];
  for (let from = 0; from < count; from += BATCH) {
    const some = Array.from({ length: Math.min(BATCH, count - from) }, (_, offset) => ({
      bearer: `hgs_${randomBytes(32).toString('base64url')}`, accountId: newId<'Account'>(), family: FAMILIES[(from + offset) % FAMILIES.length] ?? '', email: `delegate${from + offset}.${run}@example.org`,
    }));
    await stage.ask(database, ACCOUNTS, [
      some.map(({ accountId }) => accountId), some.map(({ email }) => email), some.map(() => newId<'SignIn'>()),
      some.map(({ bearer }) => createHash('sha256').update(bearer).digest()),
    ]);
    all.push(...some);
  }
  await stage.ask(database, 'ANALYZE account, sign_in');
  return all;
}

export const REGISTER = `mutation Register($input: RegisterDelegateInput!, $key: String) { registerDelegate(input: $input, idempotencyKey: $key) {
  __typename ... on Registration { id code state } ... on Refusal { code message } } }`;

/** The body of one registration, as the site's own form sends it. */
export function registrationBody(conferenceId: string, delegate: Delegate, number: number, key: string, joinLine = false): string {
  return JSON.stringify({
    query: REGISTER,
    variables: {
      key,
      input: {
        conferenceId, category: 'delegate', joinLine,
        details: {
          names: { latinFamily: delegate.family, latinGiven: `Guest ${number}`, order: 'GIVEN_FIRST' }, nationality: 'NG', residence: 'NG',
          organisation: 'Lagos Chamber of Commerce', jobTitle: 'Director', languages: ['en', 'zh-Hans'], consents: [{ key: 'privacy', textVersion: '2026-01' }],
        },
      },
    },
  });
}

import { newId } from '#kernel';
import type { ApiFleet } from './api-fleet.js';
import { createHash, randomBytes } from 'node:crypto';

/** Someone signed in. */
export interface Contender {
  readonly number: number;
  readonly bearer: string;
}

const ACCOUNTS = `
  WITH made AS (
    INSERT INTO account (id, email, email_key) SELECT id, email, email FROM unnest($1::uuid[], $2::text[]) AS t(id, email))
  INSERT INTO sign_in (id, account_id, secret_hash, created_at, expires_at)
  SELECT sign_in_id, account_id, secret_hash, now(), now() + interval '1 hour' FROM unnest($3::uuid[], $1::uuid[], $4::bytea[]) AS t(sign_in_id, account_id, secret_hash)`;

/** Accounts with a sign-in each, written as signing in by a letter's link would leave them: thousands at once. */
export async function signedIn(fleet: ApiFleet, count: number): Promise<readonly Contender[]> {
  const run = randomBytes(4).toString('hex');
  const people = Array.from({ length: count }, (_, number) => ({
    number, bearer: `hgs_${randomBytes(32).toString('base64url')}`, account: newId<'Account'>(), signIn: newId<'SignIn'>(), email: `contender${number}.${run}@example.org`,
  }));
  await fleet.database.source.query(ACCOUNTS, [
    people.map(({ account }) => account), people.map(({ email }) => email), people.map(({ signIn }) => signIn),
    people.map(({ bearer }) => createHash('sha256').update(bearer).digest()),
  ]);
  return people.map(({ number, bearer }) => ({ number, bearer }));
}

/** All of them at once, through so many clients that each serve whoever is next. */
export async function together<T>(all: readonly T[], clients: number, work: (one: T) => Promise<void>): Promise<void> {
  const queue = all.values();
  await Promise.all(Array.from({ length: clients }, async () => {
    for (const one of queue) await work(one);
  }));
}

import { SIGN_IN_PURPOSE } from '#identity';
import { LinkTokens, settingsFrom, silentLog } from '#platform';
import { FixedClock, throwawayDatabase } from '#testkit';
import type { ThrowawayDatabase } from '#testkit';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { AppModule } from '../app.module.js';
import { createServer } from '../http/server.js';
import { CountedStatements } from './counted-statements.js';

const TOKEN = 'the-token-of-these-tests-only-000000';

/** What a test reads of an answer: its data is whatever the query asked for. */
export interface ApiAnswer {
  readonly data: Readonly<Record<string, never>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** Who asks: the administrator's token, a delegate's bearer, or nobody. */
export type Asking = { readonly as?: 'staff' | 'nobody' | { readonly bearer: string }; readonly locale?: string };

/** The whole api with every context, over a database of a test's own; it counts the statements that it sends. */
export class WholeApi {
  private readonly statements: CountedStatements;

  private constructor(
    readonly app: NestFastifyApplication, readonly database: ThrowawayDatabase, readonly clock: FixedClock, private readonly extra: Readonly<Record<string, string>>,
  ) {
    this.statements = new CountedStatements(app.get(DataSource));
  }

  static async open(extra: Readonly<Record<string, string>> = {}): Promise<WholeApi> {
    return WholeApi.over(await throwawayDatabase([], 2), new FixedClock(), extra);
  }

  /** Another api over the same database, which knows of this one as much as another process would. */
  beside(): Promise<WholeApi> {
    return WholeApi.over({ ...this.database, drop: () => Promise.resolve() }, this.clock, this.extra);
  }

  private static async over(database: ThrowawayDatabase, clock: FixedClock, extra: Readonly<Record<string, string>>): Promise<WholeApi> {
    const settings = settingsFrom({
      NODE_ENV: 'test', DATABASE_URL: database.url, SMTP_URL: 'smtp://127.0.0.1:1', SECRET_KEY: 'a secret of the tests, long enough to be one',
      ADMIN_EMAIL: 'operator@example.org', ADMIN_TOKEN: TOKEN, RATE_LIMITS: 'off', PUBLIC_URL: 'https://conference.example.org', ...extra,
    });
    const app = await createServer(AppModule.for(settings, { log: silentLog, clock }), settings);
    return new WholeApi(app, database, clock, extra);
  }

  async ask(query: string, variables: object = {}, { as = 'staff', locale = 'en' }: Asking = {}): Promise<ApiAnswer> {
    const bearer = as === 'staff' ? TOKEN : as === 'nobody' ? undefined : as.bearer;
    const response = await this.app.inject({
      method: 'POST', url: '/graphql', payload: { query, variables },
      headers: { 'accept-language': locale, ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }) },
    });
    return response.json<ApiAnswer>();
  }

  /** The field `result` of an answer, which must have come without errors. */
  async done<Result extends object>(query: string, variables: object = {}, asking: Asking = {}): Promise<Result> {
    const { data, errors } = await this.ask(query, variables, asking);
    if (errors !== undefined || data === null) throw new Error(JSON.stringify(errors));
    return (data as Readonly<Record<string, unknown>>)['result'] as Result;
  }

  /** Statements that a piece of work sends. */
  async counting(work: () => Promise<unknown>): Promise<number> {
    return (await this.statements.of(work)).length;
  }

  /** Signs a delegate in by the link of the letter. */
  async signIn(email: string): Promise<{ readonly bearer: string }> {
    await this.ask('mutation ($email: String!) { result: requestSignInLink(input: { email: $email }) { __typename } }', { email }, { as: 'nobody' });
    const [link] = await this.database.source.query<{ id: string }[]>('SELECT id FROM sign_in_link WHERE email = $1 ORDER BY id DESC LIMIT 1', [email]);
    const token = this.app.get(LinkTokens).linkToken(SIGN_IN_PURPOSE, link?.id ?? '');
    const signedIn = await this.done<{ bearerToken: string }>(
      'mutation ($token: String!) { result: redeemSignInLink(input: { token: $token }) { ... on SignedIn { bearerToken } } }', { token }, { as: 'nobody' });
    return { bearer: signedIn.bearerToken };
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }
}

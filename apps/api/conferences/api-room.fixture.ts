import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settingsFrom, silentLog } from '#platform';
import { throwawayDatabase } from '#testkit';
import type { ThrowawayDatabase } from '#testkit';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { AppModule } from '../app.module.js';
import { createServer } from '../http/server.js';
import { CountedStatements } from '../testing/counted-statements.js';

export const TOKEN = 'the-token-of-these-tests-only-000000';

interface Answer {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

export interface Asking {
  readonly as?: 'staff' | 'stranger';
  readonly locale?: string;
}

/** The whole api on a database and a folder of its own, with the statements it sends counted. */
export class ApiRoom {
  private readonly statements: CountedStatements;

  private constructor(readonly database: ThrowawayDatabase, readonly folder: string, readonly app: NestFastifyApplication) {
    this.statements = new CountedStatements(app.get(DataSource));
  }

  static async open(): Promise<ApiRoom> {
    const [database, folder] = [await throwawayDatabase(), await mkdtemp(join(tmpdir(), 'huiguan-api-'))];
    const settings = settingsFrom({
      DATABASE_URL: database.url, SMTP_URL: 'smtp://127.0.0.1:1', SECRET_KEY: 'of these tests'.padEnd(32, '.'), DATA_DIR: folder,
      ADMIN_EMAIL: 'operator@example.org', ADMIN_TOKEN: TOKEN, RATE_LIMITS: 'off',
    });
    return new ApiRoom(database, folder, await createServer(AppModule.for(settings, { log: silentLog }), settings));
  }

  async ask(query: string, variables: object = {}, { as = 'staff', locale = 'en' }: Asking = {}): Promise<Answer> {
    const headers = { 'accept-language': locale, ...(as === 'staff' ? { authorization: `Bearer ${TOKEN}` } : {}) };
    const response = await this.app.inject({ method: 'POST', url: '/graphql', payload: { query, variables }, headers });
    return response.json<Answer>();
  }

  /** The one field that was asked for. */
  async one(query: string, variables: object = {}, asking: Asking = {}): Promise<Record<string, unknown>> {
    const { data, errors } = await this.ask(query, variables, asking);
    if (errors !== undefined || data === null) throw new Error(JSON.stringify(errors));
    return Object.values(data)[0] as Record<string, unknown>;
  }

  /** How many statements the work sends. */
  async counting(work: () => Promise<unknown>): Promise<number> {
    return (await this.statements.of(work)).length;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
    await rm(this.folder, { recursive: true });
  }
}

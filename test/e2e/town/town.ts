import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { settingsFrom, silentLog } from '#platform';
import type { Settings } from '#platform';
import { startMailbox, throwawayDatabase } from '#testkit';
import type { KeptMail, TestMailbox, ThrowawayDatabase } from '#testkit';
import { DiscoveryService, NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AppModule } from '../../../apps/api/app.module.js';
import { createServer } from '../../../apps/api/http/server.js';
import { reactions } from '../../../apps/worker/reactions.js';
import { WorkerModule } from '../../../apps/worker/worker.module.js';
import { WorkerProcess } from '../../../apps/worker/worker-process.js';
import { GraphqlClient } from './graphql-client.js';
import { Organiser } from './organiser.js';

const TOKEN = 'the-token-of-the-journeys-only-00000';
/** With which a mail provider reports to the town. */
export const HOOK_TOKEN = 'the-token-of-providers-in-journeys-0';
const LETTER_LIMIT_MS = 40_000;

interface Worker {
  stop(): Promise<void>;
}

/** Api, worker, database and mailbox of a test's own: what one does over HTTP here leaves letters that one can read. */
export class Town {
  readonly client: GraphqlClient;
  readonly organiser: Organiser;

  private constructor(readonly url: string, readonly database: ThrowawayDatabase, readonly mailbox: TestMailbox, private readonly opened: readonly (() => Promise<unknown>)[], private readonly folder: string) {
    this.client = new GraphqlClient(url);
    this.organiser = new Organiser(this.client, TOKEN);
  }

  /** @param redisUrl where BullMQ keeps its queues; in PostgreSQL where absent */
  static async open(redisUrl?: string): Promise<Town> {
    const [database, mailbox, folder] = [await throwawayDatabase(), await startMailbox(), mkdtempSync(join(tmpdir(), 'huiguan-town-'))];
    const settings = settingsFrom({
      NODE_ENV: 'test', DATABASE_URL: database.url, SMTP_URL: mailbox.smtpUrl, SECRET_KEY: 'a secret of the journeys, of no use elsewhere', DATA_DIR: folder,
      PUBLIC_URL: 'https://conference.example', ADMIN_EMAIL: 'operator@example.org', ADMIN_TOKEN: TOKEN, MAIL_HOOK_TOKEN: HOOK_TOKEN, LOG_LEVEL: 'silent',
      ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
    });
    const open: (() => Promise<unknown>)[] = [() => database.drop(), () => mailbox.stop()];
    try {
      const api = await createServer(AppModule.for(settings, { log: silentLog }), settings);
      open.push(() => api.close());
      await api.listen(0, '127.0.0.1');
      const worker = await startWorker(settings);
      open.push(() => worker.stop());
      return new Town(await api.getUrl(), database, mailbox, open, folder);
    } catch (fault) {
      await closeAll(open, folder);
      throw fault;
    }
  }

  async close(): Promise<void> {
    this.client.close();
    await closeAll(this.opened, this.folder);
  }

  /** The newest letter of a kind to an address, once there are `count` of them. */
  async letter(to: string, kind: string, count = 1): Promise<KeptMail> {
    const mails = await this.mailbox.waitFor({ to, kind }, count, LETTER_LIMIT_MS);
    const newest = mails.at(-1);
    if (newest === undefined) throw new Error(`no letter ${kind} to ${to}`);
    return newest;
  }

  /**
   * Kinds of all letters to an address so far, once nothing is under way: those for signing in apart. They come in the order
   * in which they were written: two that were written within moments may cross on their way.
   */
  async kindsTo(to: string): Promise<readonly string[]> {
    await this.quiet();
    const written = await this.database.source.query<{ message_id: string }[]>('SELECT message_id FROM message WHERE to_address = $1 ORDER BY created_at, id', [to]);
    const place = (mail: KeptMail): number => written.findIndex(({ message_id }) => mail.messageId?.includes(message_id));
    const mails = [...await this.mailbox.mails({ to })].sort((one, other) => place(one) - place(other));
    return mails.map(({ kind }) => kind ?? '').filter((kind) => kind !== 'identity.sign-in-link');
  }

  /** Waits until the outbox is empty and every letter is final. */
  async quiet(): Promise<void> {
    const open = `SELECT (SELECT count(*)::int FROM outbox WHERE failed_at IS NULL AND due_at <= now())
      + (SELECT count(*)::int FROM message WHERE state IN ('PENDING', 'SENDING')) AS n`;
    for (const until = Date.now() + LETTER_LIMIT_MS; (await this.database.source.query<{ n: number }[]>(open))[0]?.n !== 0; await pause(30)) {
      if (Date.now() > until) throw new Error('the house does not come to rest');
    }
  }

  /** Signs in as a delegate does: asks for the link, opens the letter, redeems its token. Gives the secret. */
  async signIn(email: string, locale = 'en'): Promise<string> {
    const before = (await this.mailbox.mails({ to: email, kind: 'identity.sign-in-link' })).length;
    await this.client.done('mutation($input: RequestSignInLinkInput!) { requestSignInLink(input: $input) { __typename ... on Refusal { code message } } }', { input: { email, locale } });
    const { links } = await this.letter(email, 'identity.sign-in-link', before + 1);
    const { bearerToken } = await this.client.done<{ bearerToken: string }>(
      'mutation($token: String!) { redeemSignInLink(input: { token: $token }) { __typename ... on SignedIn { bearerToken } ... on Refusal { code message } } }', { token: tokenIn(links) });
    return bearerToken;
  }
}

/** The last that was opened is closed first: the worker, then what it stands on. */
async function closeAll(opened: readonly (() => Promise<unknown>)[], folder: string): Promise<void> {
  for (const close of [...opened].reverse()) await close();
  rmSync(folder, { recursive: true, force: true });
}

/** The token of the link in a letter, as a page reads it. */
export function tokenIn(links: readonly string[]): string {
  const token = links.map((link) => new URL(link).searchParams.get('token')).find((found) => found !== null);
  if (token === undefined || token === null) throw new Error(`no link with a token among ${links.join(' ')}`);
  return token;
}

async function startWorker(settings: Settings): Promise<Worker> {
  const context = await NestFactory.createApplicationContext(WorkerModule.for(settings), { logger: false, abortOnError: false });
  const found = context.get(DiscoveryService).getProviders().map((provider): unknown => provider.instance);
  const worker = await WorkerProcess.start({
    databaseUrl: settings.DATABASE_URL, redisUrl: settings.REDIS_URL, source: context.get(DataSource), log: silentLog, reactions,
    providers: [...new Set(found.filter((instance): instance is object => typeof instance === 'object' && instance !== null))],
  });
  return { stop: () => worker.stop().then(() => context.close()) };
}

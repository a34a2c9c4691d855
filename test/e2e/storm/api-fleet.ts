import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '#platform';
import { throwawayDatabase } from '#testkit';
import type { ThrowawayDatabase } from '#testkit';
import { GraphqlClient } from '../town/graphql-client.js';
import { Organiser } from '../town/organiser.js';

/** What can be taken away: guards of the code, and constraints of the database that stand behind them. */
export interface Taken {
  readonly guards?: readonly ('poolCondition' | 'holderLock' | 'idempotencyRow')[];
  readonly constraints?: readonly (readonly [table: string, name: string])[];
}

const TOKEN = 'the-token-of-the-storms-only-0000000';
const BOOT_LIMIT_MS = 60_000;
const CONNECTIONS_EACH = 48;

/** Several api processes on one database, from dist, as replicas behind one address would be. */
export class ApiFleet {
  private constructor(readonly database: ThrowawayDatabase, readonly clients: readonly GraphqlClient[], private readonly children: readonly ChildProcess[], private readonly folder: string) {}

  static async open(count: number, taken: Taken = {}): Promise<ApiFleet> {
    const database = await throwawayDatabase();
    for (const [table, name] of taken.constraints ?? []) await database.source.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
    const folder = mkdtempSync(join(tmpdir(), 'huiguan-fleet-'));
    const ports = await Promise.all(Array.from({ length: count }, () => freePort()));
    const started = ports.map((port) => launch(port, database.url, folder, taken.guards ?? []));
    const fleet = new ApiFleet(database, ports.map((port) => new GraphqlClient(`http://127.0.0.1:${port}`, CONNECTIONS_EACH)), started.map(({ child }) => child), folder);
    try {
      await Promise.all(started.map(({ child, said }, index) => awake(fleet.clients[index]?.url ?? '', child, said)));
    } catch (fault) {
      await fleet.close();
      throw fault;
    }
    return fleet;
  }

  get organiser(): Organiser {
    return new Organiser(this.client(0), TOKEN);
  }

  client(turn: number): GraphqlClient {
    const client = this.clients[turn % this.clients.length];
    if (client === undefined) throw new Error('a fleet has at least one api');
    return client;
  }

  async close(): Promise<void> {
    for (const client of this.clients) client.close();
    await Promise.all(this.children.map((child) => new Promise<void>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once('exit', () => { resolve(); });
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), 10_000).unref();
    })));
    await this.database.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function launch(port: number, databaseUrl: string, folder: string, guardsOff: readonly string[]): { child: ChildProcess; said: () => string } {
  const child = spawn(process.execPath, ['dist/test/e2e/storm/loose-api.js', ...guardsOff], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'], NODE_ENV: 'test', DATABASE_URL: databaseUrl, DATABASE_POOL: '16', SMTP_URL: 'smtp://127.0.0.1:9',
      SECRET_KEY: 'a secret of the storms, of no use elsewhere', DATA_DIR: folder, API_PORT: String(port), LOG_LEVEL: 'error',
      ADMIN_EMAIL: 'operator@example.org', ADMIN_TOKEN: TOKEN,
    },
  });
  const heard: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => heard.push(chunk.toString()));
  return { child, said: () => heard.join('').slice(-2_000) };
}

async function awake(url: string, child: ChildProcess, said: () => string): Promise<void> {
  for (const until = Date.now() + BOOT_LIMIT_MS; ; await pause(50)) {
    if (child.exitCode !== null) throw new Error(`an api of the storm ended: ${said()}`);
    if (await fetch(`${url}/livez`).then(({ ok }) => ok, () => false)) return;
    if (Date.now() > until) throw new Error(`an api of the storm did not come up: ${said()}`);
  }
}

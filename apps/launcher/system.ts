import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { migrate, startEmbeddedDatabase } from '#platform';
import type { EmbeddedDatabase, Settings } from '#platform';
import { CannotStart } from './cannot-start.js';
import { ChildOutput } from './child-output.js';
import { SupervisedChild } from './child-process.js';
import type { ChildPlan } from './child-process.js';
import type { ProcessName } from './command-line.js';
import { expectFirstConference } from './show-first-conference.js';
import type { CompletedSettings } from './complete-settings.js';
import { RunningFile } from './running-file.js';

type Tell = (line: string) => void;

/** Everything one launcher started, in the order of its start; it is stopped in an order of its own. */
export class LocalSystem {
  private database: EmbeddedDatabase | undefined;
  private readonly children = new Map<ProcessName, SupervisedChild>();
  private readonly running: RunningFile;
  private environment: Readonly<Record<string, string>>;
  private isReady = false;
  private stopping: Promise<void> | undefined;

  constructor(private readonly completed: CompletedSettings, private readonly settings: Settings, private readonly tell: Tell) {
    this.running = new RunningFile(settings.DATA_DIR);
    // What Node made of the built modules at the last start; a build throws it away with dist. Where it cannot be written, Node goes without.
    this.environment = { NODE_COMPILE_CACHE: resolve('dist/.compiled'), ...completed.environment };
  }

  get childEnvironment(): Readonly<Record<string, string>> {
    return this.environment;
  }

  /** @throws CannotStart or the fault of what failed; the caller then stops what had been started */
  async start(without: ReadonlySet<ProcessName>): Promise<void> {
    await this.openDatabase();
    const wanted = this.plans(without).filter(({ name }) => !without.has(name as ProcessName));
    const missing = wanted.find(({ script }) => !existsSync(script));
    if (missing !== undefined) throw new CannotStart(`${missing.name} is not built (${missing.script} is missing): run npm run build.`);
    await Promise.all(wanted.map((plan) => this.startChild(plan)));
    this.isReady = true;
    this.writeRunning();
  }

  /** In order: web takes no more visitors, the worker finishes its jobs, then the api, the mailbox and the database. */
  stop(): Promise<void> {
    this.stopping ??= this.stopAll();
    return this.stopping;
  }

  /** Ends the children at once; the database still ends cleanly. */
  hurry(): void {
    for (const child of this.children.values()) child.kill();
  }

  private async stopAll(): Promise<void> {
    for (const name of ['web', 'worker', 'api', 'mailbox'] as const) await this.children.get(name)?.stop();
    await this.database?.stop();
    this.running.remove();
  }

  private async openDatabase(): Promise<void> {
    if (this.completed.embeddedDatabase) {
      const folder = join(this.settings.DATA_DIR, 'postgres');
      expectFirstConference(this.settings.DATA_DIR, join(folder, 'data'));
      this.database = await startEmbeddedDatabase({ folder });
      this.environment = { ...this.environment, DATABASE_URL: this.database.url };
      void this.database.ended.then(() => {
        if (this.stopping === undefined) this.tell('PostgreSQL ended by itself: see postgres/log in DATA_DIR');
      });
    }
    const applied = await migrate(this.environment['DATABASE_URL'] ?? '');
    if (applied.length > 0) this.tell(`database: ${applied.length} migrations applied`);
  }

  private plans(without: ReadonlySet<ProcessName>): readonly ChildPlan[] {
    const { HOST, PORT, API_URL, MAILBOX_PORT } = this.settings;
    const host = HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST;
    const plan = (name: ProcessName, script: string, readyUrl?: string): ChildPlan =>
      ({ name, script, environment: this.environment, ...(readyUrl === undefined ? {} : { readyUrl }) });
    return [
      ...(this.completed.embeddedMailbox ? [plan('mailbox', 'dist/apps/mailbox/main.js', `http://127.0.0.1:${MAILBOX_PORT}/readyz`)] : []),
      plan('api', 'dist/apps/api/main.js', `${API_URL}/livez`),
      // The api calls itself ready once it sees a worker that hands the outbox over.
      plan('worker', 'dist/apps/worker/main.js', without.has('api') ? undefined : `${API_URL}/readyz`),
      plan('web', 'dist/apps/web/server/main.js', `http://${host}:${PORT}/readyz`),
    ];
  }

  private async startChild(plan: ChildPlan): Promise<void> {
    const child = new SupervisedChild(plan, new ChildOutput(plan.name, this.settings.DATA_DIR, this.tell), this.tell, () => { this.writeRunning(); });
    this.children.set(plan.name as ProcessName, child);
    await child.start();
  }

  private writeRunning(): void {
    const { environment } = this;
    const pids = [...this.children].flatMap(([name, { pid }]) => (pid === undefined ? [] : [[name, pid] as const]));
    this.running.write({
      ready: this.isReady,
      launcher: process.pid,
      publicUrl: this.settings.PUBLIC_URL,
      apiUrl: this.settings.API_URL,
      databaseUrl: environment['DATABASE_URL'] ?? '',
      smtpUrl: environment['SMTP_URL'] ?? '',
      ...(this.children.has('mailbox') ? { mailboxUrl: `http://localhost:${this.settings.MAILBOX_PORT}` } : {}),
      ...(environment['ADMIN_EMAIL'] === undefined ? {} : { adminEmail: environment['ADMIN_EMAIL'] }),
      ...(environment['ADMIN_TOKEN'] === undefined ? {} : { adminToken: environment['ADMIN_TOKEN'] }),
      ...(environment['MAIL_HOOK_TOKEN'] === undefined ? {} : { mailHookToken: environment['MAIL_HOOK_TOKEN'] }),
      processes: Object.fromEntries(pids),
    });
  }
}

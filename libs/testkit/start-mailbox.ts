import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { noFaults } from '../../apps/mailbox/fault.js';
import type { FaultPlan } from '../../apps/mailbox/fault.js';
import type { KeptMail, MailQuery } from '../../apps/mailbox/kept-mail.js';
import { openMailbox } from '../../apps/mailbox/mailbox.js';
import type { Mailbox } from '../../apps/mailbox/mailbox.js';

export type { Fault, FaultPlan } from '../../apps/mailbox/fault.js';
export type { KeptMail, MailQuery } from '../../apps/mailbox/kept-mail.js';

/** A mailbox of a test's own, with a real SMTP server that fails as the test wishes. */
export class TestMailbox {
  /** May be replaced at any time; it is asked for each letter anew. */
  faults: FaultPlan;

  private constructor(private mailbox: Mailbox | undefined, private readonly folder: string, private readonly smtpPort: number, faults: FaultPlan) {
    this.faults = faults;
  }

  static async start(options: { port?: number; faults?: FaultPlan }): Promise<TestMailbox> {
    const folder = await mkdtemp(join(tmpdir(), 'huiguan-mailbox-'));
    const plan: { of: () => FaultPlan } = { of: () => options.faults ?? noFaults };
    const mailbox = await openMailbox({ folder, smtpPort: options.port ?? 0, webPort: 0, faults: () => plan.of() });
    const test = new TestMailbox(mailbox, folder, Number(new URL(mailbox.smtpUrl).port), options.faults ?? noFaults);
    plan.of = () => test.faults;
    return test;
  }

  get smtpUrl(): string {
    return `smtp://127.0.0.1:${this.smtpPort}`;
  }

  get webUrl(): string {
    return this.running().webUrl;
  }

  /** All mails that match, oldest first. */
  async mails(query: MailQuery = {}): Promise<readonly KeptMail[]> {
    const { shelf } = this.running();
    const found = await Promise.all(shelf.find(query).map((line) => shelf.mail(line.id)));
    return found.filter((mail) => mail !== undefined);
  }

  /** Waits until at least `count` mails match, and gives them; throws after `milliseconds`. */
  async waitFor(query: MailQuery, count = 1, milliseconds = 40_000): Promise<readonly KeptMail[]> {
    const until = Date.now() + milliseconds;
    for (;;) {
      const mails = await this.mails(query);
      if (mails.length >= count) return mails;
      if (Date.now() > until) throw new Error(`${mails.length} of ${count} mails for ${JSON.stringify(query)} after ${milliseconds} ms`);
      await pause(20);
    }
  }

  /** From now on connections are refused, until `comeBack`. */
  async goDown(): Promise<void> {
    await this.mailbox?.close();
    this.mailbox = undefined;
  }

  /** Listens again on the same port, with the mails it had. */
  async comeBack(): Promise<void> {
    this.mailbox ??= await openMailbox({ folder: this.folder, smtpPort: this.smtpPort, webPort: 0, faults: () => this.faults });
  }

  async stop(): Promise<void> {
    await this.goDown();
    await rm(this.folder, { recursive: true, force: true });
  }

  private running(): Mailbox {
    if (this.mailbox === undefined) throw new Error('the mailbox is down');
    return this.mailbox;
  }
}

/** Starts a mailbox on a free port (or on `port`) that a test stops again. */
export function startMailbox(options: { port?: number; faults?: FaultPlan } = {}): Promise<TestMailbox> {
  return TestMailbox.start(options);
}

import { newId } from '#kernel';
import type { ConferenceId, MailingId, MessageId } from '#kernel';
import { KeyRing, LinkTokens, settingsFrom, silentLog } from '#platform';
import type { Settings, UnitOfWork } from '#platform';
import { startMailbox, throwawayDatabase } from '#testkit';
import type { KeptMail, TestMailbox, ThrowawayDatabase } from '#testkit';
import type { EntityManager } from 'typeorm';
import { TakeBounce } from '../bounce/take-bounce.js';
import { Message } from '../message.entity.js';
import { LineStock } from '../post/line-stock.js';
import { namedServersOf } from '../post/named-servers.js';
import { Suppressions } from '../suppression/suppressions.js';
import { BulkLedger } from './bulk-ledger.js';
import type { Note } from './bulk-ledger.js';
import { Inkwell } from './inkwell.js';
import { MailingDesk } from './mailing-desk.js';
import { MailingFeed } from './mailing-feed.js';
import { MailingPress } from './mailing-press.js';
import type { MailingContent, MessageToPrint, OpenMailing } from './mailing-press.js';
import { MailingTools, RefusedLetters } from './mailing-tools.js';
import { Mailings } from './mailings.js';
import type { MailingPlan, Recipient } from './mailings.js';
import { conferenceRow, planOf } from './mailing.fixture.js';
import { Paces } from './paces.js';
import { SendMailing } from './send-mailing.js';

const FIXED_HTML = ['<tr><td><p>尊敬的 ', '：您好</p></td></tr>'] as const;
const FIXED_TEXT = ['尊敬的 ', '：\n您好\n'] as const;

/** Writes a line to each; the spec says who has answered meanwhile, and who cannot be written to. */
export class SamplePress extends MailingPress {
  readonly answered = new Set<string>();
  unprintable: string | undefined;

  override open(): Promise<OpenMailing> {
    return Promise.resolve({ print: (message) => this.print(message), stillDue: (em, ids) => this.stillDue(em, ids) });
  }

  private print({ toName, toAddress }: MessageToPrint): MailingContent {
    if (toAddress === this.unprintable) throw new Error('no such placeholder');
    return { subject: `邀请函 ${toName}`, preheader: '敬请光临', html: { fixed: FIXED_HTML, filled: [toName] }, text: { fixed: FIXED_TEXT, filled: [toName] } };
  }

  private async stillDue(em: EntityManager, ids: readonly MessageId[]): Promise<ReadonlySet<MessageId>> {
    if (this.answered.size === 0) return new Set(ids);
    const rows: { id: MessageId; to_address: string }[] = await em.query('SELECT id, to_address FROM message WHERE id = ANY($1)', [ids]);
    return new Set(rows.filter(({ to_address: address }) => !this.answered.has(address)).map(({ id }) => id));
  }
}

/** A ledger whose guards a spec may take away, for negative controls. */
export class LooseLedger extends BulkLedger {
  beforeWrite: (notes: readonly Note[]) => Promise<void> = () => Promise.resolve();
  beforeReading: () => Promise<void> = () => Promise.resolve();
  /** No fence before the first byte: whoever asks may send. */
  beginsBlindly = false;

  override async waiting(...asked: Parameters<BulkLedger['waiting']>): ReturnType<BulkLedger['waiting']> {
    await this.beforeReading();
    return super.waiting(...asked);
  }

  override async write(by: string, notes: readonly Note[]): Promise<ReadonlySet<MessageId>> {
    await this.beforeWrite(notes);
    const begun = await super.write(by, notes);
    return this.beginsBlindly ? new Set(notes.flatMap(({ begins }) => begins?.letter.id ?? [])) : begun;
  }
}

/** All that a worker sends mailings with. */
export function bulkServices(work: UnitOfWork, settings: Settings, press: MailingPress): { send: SendMailing; ledger: LooseLedger; stock: LineStock } {
  const [ledger, keys, suppressions] = [new LooseLedger(work), new KeyRing(settings.SECRET_KEY), new Suppressions()];
  const stock = new LineStock(namedServersOf(settings), { connect: 2_000, silence: 5_000, letter: 5_000 });
  const feed = new MailingFeed(work, ledger, suppressions, new Paces(work));
  const inkwell = new Inkwell(settings, keys, new LinkTokens(keys));
  const tools = new MailingTools(ledger, new MailingDesk(work), feed, stock, inkwell, new RefusedLetters(work, new TakeBounce(suppressions)), silentLog);
  return { ledger, stock, send: new SendMailing(work, tools, press, silentLog) };
}

/** The lane for mailings with a real database and a real mail server, for specs. */
export class BulkDesk {
  conferenceId!: ConferenceId;
  id!: MailingId;
  press = new SamplePress();
  readonly suppressions = new Suppressions();
  readonly mailings: Mailings;
  private lastSeen = 0;

  private constructor(readonly database: ThrowawayDatabase, readonly mailbox: TestMailbox, readonly settings: Settings) {
    this.mailings = new Mailings(settings);
  }

  /** @param own a database of a server that the spec stops */
  static async open(changes: Partial<Record<keyof Settings, string>> = {}, own?: ThrowawayDatabase): Promise<BulkDesk> {
    const [database, mailbox] = [own ?? await throwawayDatabase([Message]), await startMailbox()];
    const desk = new BulkDesk(database, mailbox, settingsFrom({
      DATABASE_URL: database.url, SMTP_URL: mailbox.smtpUrl, SECRET_KEY: 'k'.repeat(32), MAIL_FROM: 'Huiguan <no-reply@huiguan.example>',
      PUBLIC_URL: 'https://conference.example', ...changes,
    }));
    desk.conferenceId = await conferenceRow(database.source);
    return desk;
  }

  async clear(plan: Partial<MailingPlan> = {}): Promise<void> {
    await this.database.source.query('TRUNCATE message, mailing, mailing_alert, mail_pace, suppression, outbox CASCADE');
    this.press = new SamplePress();
    this.mailbox.faults = () => undefined;
    this.lastSeen = Math.max(0, ...(await this.mailbox.mails()).map(({ id }) => id));
    this.id = newId();
    await this.database.work.run((tx) => this.mailings.open(tx, planOf(this.id, this.conferenceId, plan)));
  }

  /** A worker's own services, as a process of its own would have them. */
  worker(settings: Settings = this.settings): { send: SendMailing; ledger: LooseLedger; stock: LineStock } {
    return bulkServices(this.database.work, settings, this.press);
  }

  add(count: number, change: (index: number) => Partial<Recipient> = () => ({})): Promise<unknown> {
    const recipients = Array.from({ length: count }, (_, index): Recipient => ({
      key: String(index), to: { email: `reader${index}@d${index % 7}.example.org`, name: `Ān 安 ${index}` }, locale: 'zh-Hans', props: {}, ...change(index),
    }));
    return this.database.work.run((tx) => this.mailings.add(tx, this.id, recipients));
  }

  /** Runs the jobs that are due, one after the other, until none is. */
  async run(send: SendMailing = this.worker().send): Promise<void> {
    for (let job = await this.nextJob(); job !== undefined; job = await this.nextJob()) {
      await send.run(job.mailingId, job.shift, job.id);
      await this.database.source.query('DELETE FROM outbox WHERE id = $1', [job.id]);
    }
  }

  async nextJob(): Promise<{ id: string; mailingId: MailingId; shift: number } | undefined> {
    const [row] = await this.database.source.query<{ id: string; payload: { mailingId: MailingId; shift: number } }[]>(
      "SELECT id::text, payload FROM outbox WHERE name = 'mail.send-mailing' AND due_at <= now() ORDER BY id LIMIT 1");
    return row === undefined ? undefined : { id: row.id, ...row.payload };
  }

  /** All that waits is due now, also the runs. */
  async makeDue(): Promise<void> {
    await this.database.source.query("UPDATE message SET next_attempt_at = now() - interval '1 second' WHERE state IN ('PENDING', 'DEFERRED')");
    await this.database.source.query("UPDATE outbox SET due_at = now() - interval '1 second'");
  }

  mails(): Promise<readonly KeptMail[]> {
    return this.mailbox.mails({ after: this.lastSeen });
  }

  async progress() {
    const progress = await this.mailings.progress(this.database.work.reader, this.id);
    if (progress === undefined) throw new Error('no such mailing');
    return progress;
  }

  async close(): Promise<void> {
    await this.mailbox.stop();
    await this.database.drop();
  }
}

import { SystemClock } from '#kernel';
import type { MessageId, Refusal } from '#kernel';
import { KeyRing, LinkTokens, settingsFrom, silentLog } from '#platform';
import type { UnitOfWork } from '#platform';
import { startMailbox, throwawayDatabase } from '#testkit';
import type { KeptMail, TestMailbox, ThrowawayDatabase } from '#testkit';
import type { DataSource } from 'typeorm';
import type { Letter } from '../letter.js';
import { LetterPress } from '../letter-press.js';
import { Letters } from '../letters.js';
import type { LetterToWrite } from '../letters.js';
import { Message } from '../message.entity.js';
import type { SendingPhase } from '../message.status.js';
import { PostOffice } from '../post/post-office.js';
import { smtpServerOf } from '../post/smtp-server.js';
import { SettleUnclear } from '../settle-unclear.js';
import { DeliverMessage } from './deliver-message.js';
import { Ledger } from './ledger.js';
import type { TakenMessage } from './ledger.js';
import type { SampleProps } from './sample-letters.fixture.js';
import { SettleStranded } from './settle-stranded.js';

/** A ledger that lets a spec act just before the first byte of a letter is read. */
class WatchedLedger extends Ledger {
  constructor(work: UnitOfWork, private readonly source: DataSource) {
    super(work);
  }

  beforeData: () => Promise<void> = () => Promise.resolve();

  /** The guards taken away, for negative controls: whoever asks gets the letter, and no fence stands before its first byte. */
  takesBlindly = false;

  override async take(id: MessageId, by: string): Promise<TakenMessage | undefined> {
    const taken = await super.take(id, by);
    if (taken !== undefined || !this.takesBlindly) return taken;
    await this.source.query("UPDATE message SET state = 'PENDING', phase = NULL WHERE id = $1", [id]);
    return super.take(id, by);
  }

  override async beginData(message: TakenMessage, subject: string): Promise<boolean> {
    await this.beforeData();
    if (this.takesBlindly) return true;
    return super.beginData(message, subject);
  }
}

/** All of the post office with a real database and a real mail server, for specs. */
export class MailDesk {
  readonly settleStranded: SettleStranded;
  deliver!: DeliverMessage;
  readonly ledger: WatchedLedger;
  private lastSeen = 0;
  private readonly press: LetterPress;
  private readonly letters: Letters;
  private office: PostOffice | undefined;

  private constructor(private readonly database: ThrowawayDatabase, readonly mailbox: TestMailbox) {
    const settings = settingsFrom({
      DATABASE_URL: database.url, SMTP_URL: mailbox.smtpUrl, SECRET_KEY: 'k'.repeat(32), MAIL_FROM: 'Huiguan <no-reply@huiguan.example>',
      PUBLIC_URL: 'https://conference.example',
    });
    this.settleStranded = new SettleStranded(database.work);
    this.ledger = new WatchedLedger(database.work, database.source);
    this.press = new LetterPress(settings, new LinkTokens(new KeyRing(settings.SECRET_KEY)));
    this.letters = new Letters(settings);
    this.newOffice();
  }

  static async open(): Promise<MailDesk> {
    return new MailDesk(await throwawayDatabase([Message]), await startMailbox());
  }

  /** As a new process would have it: no line open, nothing known of the server. */
  newOffice(): void {
    this.office?.close();
    this.office = new PostOffice(smtpServerOf(this.mailbox.smtpUrl));
    this.deliver = new DeliverMessage(this.ledger, this.press, this.office, silentLog, new SystemClock());
  }

  async close(): Promise<void> {
    this.office?.close();
    await this.mailbox.stop();
    await this.database.drop();
  }

  async clear(): Promise<void> {
    await this.database.source.query('TRUNCATE message, outbox CASCADE');
    this.ledger.beforeData = () => Promise.resolve();
    this.ledger.takesBlindly = false;
    this.newOffice();
    this.lastSeen = Math.max(0, ...(await this.mailbox.mails()).map(({ id }) => id));
  }

  write(letter: Letter<SampleProps>, key: string, changes: Partial<LetterToWrite<SampleProps>> & { fail?: boolean } = {}): Promise<MessageId> {
    const { fail, ...others } = changes;
    return this.database.work.run(async (tx) => {
      const id = await this.letters.write(tx, letter, {
        key, to: { email: 'an@example.org', name: '安·Ān' }, locale: 'zh-Hans', props: { name: 'Ān 🙂' }, ...others,
      });
      if (fail === true) throw new Error('rolled back');
      return id;
    });
  }

  get work(): UnitOfWork {
    return this.database.work;
  }

  get urls(): { readonly database: string; readonly smtp: string } {
    return { database: this.database.url, smtp: this.mailbox.smtpUrl };
  }

  /** What has arrived since the last `clear`. */
  mails(): Promise<readonly KeptMail[]> {
    return this.mailbox.mails({ after: this.lastSeen });
  }

  async row(id: MessageId): Promise<Message> {
    return this.database.work.reader.findOneByOrFail(Message, { id });
  }

  /** The ledger without the index that keeps a letter from being written twice. */
  async withoutKey(work: () => Promise<void>): Promise<void> {
    await this.database.source.query('ALTER INDEX message_once RENAME TO message_once_kept');
    const [index] = await this.database.source.query<{ definition: string }[]>("SELECT pg_get_indexdef('message_once_kept'::regclass) AS definition");
    await this.database.source.query('DROP INDEX message_once_kept');
    await work();
    await this.database.source.query('TRUNCATE message, outbox CASCADE');
    await this.database.source.query((index?.definition ?? '').replace('message_once_kept', 'message_once'));
  }

  settle(id: MessageId, arrived: boolean): Promise<Message | Refusal> {
    return this.database.work.run((tx) => new SettleUnclear().within(tx, id, arrived));
  }

  async count(): Promise<{ messages: number; jobs: number }> {
    const [counted] = await this.database.source.query<{ messages: number; jobs: number }[]>(
      'SELECT (SELECT count(*)::integer FROM message) AS messages, (SELECT count(*)::integer FROM outbox) AS jobs');
    return counted ?? { messages: 0, jobs: 0 };
  }

  async states(): Promise<Record<string, number>> {
    const rows = await this.database.source.query<{ state: string; count: number }[]>('SELECT state, count(*)::integer AS count FROM message GROUP BY state');
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  }

  async makeDue(): Promise<void> {
    await this.database.source.query("UPDATE message SET next_attempt_at = now() - interval '1 second'");
  }

  async rename(id: MessageId, kind: string): Promise<void> {
    await this.database.source.query('UPDATE message SET kind = $2 WHERE id = $1', [id, kind]);
  }

  async age(days: number): Promise<void> {
    await this.database.source.query("UPDATE message SET created_at = now() - $1 * interval '1 day'", [days]);
  }

  async emptyOutbox(): Promise<void> {
    await this.database.source.query('TRUNCATE outbox');
  }

  /** As a worker leaves a row that it dies with. */
  async strand(id: MessageId, phase: SendingPhase, by: string, minutes = 0): Promise<void> {
    await this.database.source.query(
      "UPDATE message SET state = 'SENDING', phase = $2, sending_by = $3, attempts = 1, sending_at = now() - $4 * interval '1 minute' WHERE id = $1",
      [id, phase, by, minutes]);
  }

  /** As a sweep and another worker do to a row whose holder was given up for dead. */
  async steal(id: MessageId): Promise<void> {
    await this.database.source.query("UPDATE message SET attempts = attempts + 1, sending_by = 'thief' WHERE id = $1", [id]);
  }
}

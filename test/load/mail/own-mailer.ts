import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '#kernel';
import type { ConferenceId, MailingId } from '#kernel';
import { Letters, mailEntities, Mailings } from '#mail';
import { connectDatabase, KeyRing, settingsFrom, UnitOfWork } from '#platform';
import type { DataSource } from 'typeorm';
import { conferenceRow } from '../../../libs/mail/mailing/mailing.fixture.js';
import { houseEnvironment } from '../stage.js';
import type { Stage, Started } from '../stage.js';
import { readerOf } from './letter.js';
import { signInLetter } from './sign-in-letter.js';

const DATABASE = 'mailing';
const AT_ONCE = 2_000;

export interface SinkTold {
  readonly port: number;
  readonly letters: number;
  readonly distinct: number;
  readonly bytes: number;
}

export async function toldBy(sink: Started, method = 'GET'): Promise<SinkTold> {
  return (await fetch(`http://127.0.0.1:${sink.port}/`, { method })).json() as Promise<SinkTold>;
}

/** Each letter must have come once: figures of letters that are missing, or came twice, are none. */
export async function arrived(sink: Started, count: number): Promise<number> {
  const { letters, distinct, bytes } = await toldBy(sink);
  if (letters !== count || distinct !== count) throw new Error(`${letters} letters came, ${distinct} different ones, of ${count}`);
  return bytes / count;
}

/** A database, a worker on it, and the desk at which campaigns hand in their letters. */
export class OwnMailer {
  private constructor(private readonly source: DataSource, private readonly sink: Started, readonly worker: Started, private readonly conferenceId: ConferenceId, private readonly mailings: Mailings, private readonly letters: Letters) {}

  static async open(stage: Stage, sink: Started, environment: Readonly<Record<string, string>>): Promise<OwnMailer> {
    const database = environment['DKIM_SELECTOR'] === undefined ? DATABASE : `${DATABASE}_signed`;
    const url = await stage.houseDatabase(database);
    const own = { ...houseEnvironment(url, stage.folder, 1), SMTP_URL: `smtp://127.0.0.1:${(await toldBy(sink)).port}`, ...environment };
    const source = await connectDatabase({ url, poolSize: 3, applicationName: 'bench', entities: mailEntities });
    const worker = await stage.script('mail/mailing-worker.ts', own, true);
    return new OwnMailer(source, sink, worker, await conferenceRow(source), new Mailings(settingsFrom(own)), new Letters(settingsFrom(own)));
  }

  /** From the first statement that enqueues until the mailing says that it is finished; each letter must then have come. */
  async send(count: number): Promise<Record<string, number>> {
    return { ...await this.mail(count), bytes: await arrived(this.sink, count) };
  }

  private async mail(count: number): Promise<Record<string, number>> {
    await toldBy(this.sink, 'POST');
    const work = new UnitOfWork(this.source, new KeyRing('of the bench'));
    const id: MailingId = newId();
    const began = performance.now();
    await work.run((tx) => this.mailings.open(tx, { id, conferenceId: this.conferenceId, kind: 'campaigns.invitation', fromName: 'Organising Committee', listId: 'bench', zone: 'UTC' }));
    for (let from = 0; from < count; from += AT_ONCE) {
      const recipients = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, index) => readerOf(from + index))
        .map((reader) => ({ key: reader.code, to: { email: reader.email, name: reader.name }, locale: 'en', props: reader }));
      await work.run((tx) => this.mailings.add(tx, id, recipients, { more: from + AT_ONCE < count }));
    }
    const enqueued = performance.now();
    while (!(await this.isFinished(id))) await pause(25);
    const ended = performance.now();
    const [sent] = await this.source.query<{ count: number }[]>("SELECT count(*)::integer AS count FROM message WHERE mailing_id = $1 AND state = 'SENT'", [id]);
    if (sent?.count !== count) throw new Error(`the ledger has ${sent?.count ?? 0} of ${count} letters as sent`);
    return { value: count / ((ended - began) / 1_000), enqueue: enqueued - began };
  }

  /** The slowest of some sign-in letters that are asked for while a mailing is being sent, in milliseconds from their commit. */
  async signInsDuring(count: number, letters: number): Promise<number> {
    const sending = this.mail(count);
    const work = new UnitOfWork(this.source, new KeyRing('of the bench'));
    let slowest = 0;
    for (let n = 0; n < letters; n += 1) {
      await pause(300);
      const id = await work.run((tx) => this.letters.write(tx, signInLetter, { key: newId(), to: { email: 'ada@example.org', name: '' }, locale: 'en', props: { code: String(n) } }));
      const began = performance.now();
      while ((await this.source.query<unknown[]>("SELECT 1 FROM message WHERE id = $1 AND state = 'SENT'", [id])).length === 0) await pause(5);
      slowest = Math.max(slowest, performance.now() - began);
    }
    await sending;
    // The mailing may be finished before the last of them is asked for: all are counted when both are through.
    await arrived(this.sink, count + letters);
    return slowest;
  }

  private async isFinished(id: MailingId): Promise<boolean> {
    return (await this.source.query<unknown[]>("SELECT 1 FROM mailing WHERE id = $1 AND state = 'FINISHED'", [id])).length === 1;
  }

  async close(): Promise<void> {
    await this.worker.stop();
    await this.source.destroy();
  }
}

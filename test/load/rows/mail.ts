import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '#kernel';
import type { ConferenceId, MailingId } from '#kernel';
import { mailEntities, Mailings } from '#mail';
import { connectDatabase, KeyRing, settingsFrom, UnitOfWork } from '#platform';
import { hasRedis, startRedis } from '#testkit';
import type { DataSource } from 'typeorm';
import { conferenceRow } from '../../../libs/mail/mailing/mailing.fixture.js';
import { memoryOf } from '../cpu.js';
import { readerOf } from '../mail/letter.js';
import { compared, plain } from '../row.js';
import type { BenchOptions, Row } from '../row.js';
import { houseEnvironment } from '../stage.js';
import type { Stage, Started } from '../stage.js';
import { takeTurns } from '../turns.js';
import type { Contender } from '../turns.js';

const DATABASE = 'mailing';
const AT_ONCE = 2_000;

/** Rendered letters from durable enqueue to accepted by a sink, beside nodemailer alone and a BullMQ job for each. */
export async function mailRows(stage: Stage, { rounds, short, long }: BenchOptions): Promise<Row[]> {
  const count = short ? 300 : 10_000;
  const sink = await stage.script('mail/sink.ts', {});
  const own = await OwnMailer.open(stage, sink, {});
  const signed = await OwnMailer.open(stage, sink, { DKIM_SELECTOR: 'bench', DKIM_KEY_FILE: keyFile(stage) });
  const redis = hasRedis() ? await startRedis() : undefined;
  const peer = await stage.script('mail/plain-sender.ts', { SINK: String((await toldBy(sink)).port), ...(redis === undefined ? {} : { REDIS: redis.url }) });
  const contenders: Contender[] = [
    { name: 'own', turn: () => own.send(count) },
    { name: 'nodemailer', turn: () => asked(peer, sink, 'plain', count) },
    ...(redis === undefined ? [] : [{ name: 'jobs', turn: () => asked(peer, sink, 'jobs', count) }]),
    { name: 'signed', turn: () => signed.send(short ? count : 3_000) },
  ];
  const turned = await takeTurns(contenders, rounds, () => ({ worker: own.worker.pid, signing: signed.worker.pid, peer: peer.pid, sink: sink.pid, postgres: stage.databasePid }), !short);
  const memory = memoryOf(own.worker.pid, true);
  const [unit, figure] = ['letters/s', turned.figure('own') ?? 0];
  const bound = turned.cpu('own');
  const rows = [
    compared('mailing', unit, figure, 'nodemailer alone', turned.figure('nodemailer'), { least: 1.5 }, bound),
    compared('mailing', unit, figure, redis === undefined ? 'a BullMQ job each (no Redis here)' : 'a BullMQ job each, Redis', turned.figure('jobs'), { least: 2.5 }, bound),
    compared('mailing, DKIM signed', unit, turned.figure('signed') ?? 0, 'nodemailer alone, unsigned', turned.figure('nodemailer'), {}, turned.cpu('signed')),
    plain('mailing worker memory', 'MB', memory, { most: 250 }, `peak after ${count} letters, ${rounds} rounds; ${Math.round(turned.figure('own', 'bytes') ?? 0)} bytes a letter, nodemailer’s ${Math.round(turned.figure('nodemailer', 'bytes') ?? 0)}`),
  ];
  if (long) {
    await own.send(200_000);
    rows.push(plain('mailing memory growth', 'MB', memoryOf(own.worker.pid, true) - memory, { most: 40 }, 'peak after 200,000 letters, above that after 10,000'));
  }
  await Promise.all([own.close(), signed.close()]);
  await peer.stop();
  await sink.stop();
  await redis?.stop();
  return rows;
}

interface SinkTold {
  readonly port: number;
  readonly letters: number;
  readonly distinct: number;
  readonly bytes: number;
}

async function toldBy(sink: Started, method = 'GET'): Promise<SinkTold> {
  return (await fetch(`http://127.0.0.1:${sink.port}/`, { method })).json() as Promise<SinkTold>;
}

/** Each letter must have come once: figures of letters that are missing, or came twice, are none. */
async function arrived(sink: Started, count: number): Promise<number> {
  const { letters, distinct, bytes } = await toldBy(sink);
  if (letters !== count || distinct !== count) throw new Error(`${letters} letters came, ${distinct} different ones, of ${count}`);
  return bytes / count;
}

async function asked(peer: Started, sink: Started, way: 'plain' | 'jobs', count: number): Promise<Record<string, number>> {
  await toldBy(sink, 'POST');
  const began = performance.now();
  const answer = await fetch(`http://127.0.0.1:${peer.port}/${way}?count=${count}`);
  if (!answer.ok) throw new Error(await answer.text());
  return { value: count / ((performance.now() - began) / 1_000), bytes: await arrived(sink, count) };
}

function keyFile(stage: Stage): string {
  const file = join(stage.folder, 'dkim.pem');
  writeFileSync(file, generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  return file;
}

/** A database, a worker on it, and the desk at which campaigns hand in their letters. */
class OwnMailer {
  private constructor(private readonly source: DataSource, private readonly sink: Started, readonly worker: Started, private readonly conferenceId: ConferenceId, private readonly mailings: Mailings) {}

  static async open(stage: Stage, sink: Started, environment: Readonly<Record<string, string>>): Promise<OwnMailer> {
    const database = environment['DKIM_SELECTOR'] === undefined ? DATABASE : `${DATABASE}_signed`;
    const url = await stage.houseDatabase(database);
    const own = { ...houseEnvironment(url, stage.folder, 1), SMTP_URL: `smtp://127.0.0.1:${(await toldBy(sink)).port}`, ...environment };
    const source = await connectDatabase({ url, poolSize: 3, applicationName: 'bench', entities: mailEntities });
    const worker = await stage.script('mail/mailing-worker.ts', own);
    return new OwnMailer(source, sink, worker, await conferenceRow(source), new Mailings(settingsFrom(own)));
  }

  /** From the first statement that enqueues until the mailing says that it is finished. */
  async send(count: number): Promise<Record<string, number>> {
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
    while ((await this.mailings.progress(this.source.manager, id))?.state !== 'FINISHED') await pause(25);
    const ended = performance.now();
    const [sent] = await this.source.query<{ count: number }[]>("SELECT count(*)::integer AS count FROM message WHERE mailing_id = $1 AND state = 'SENT'", [id]);
    if (sent?.count !== count) throw new Error(`the ledger has ${sent?.count ?? 0} of ${count} letters as sent`);
    return { value: count / ((ended - began) / 1_000), enqueue: enqueued - began, bytes: await arrived(this.sink, count) };
  }

  async close(): Promise<void> {
    await this.worker.stop();
    await this.source.destroy();
  }
}

import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasRedis, startRedis } from '#testkit';
import { memoryOf } from '../cpu.js';
import { arrived, OwnMailer, toldBy } from '../mail/own-mailer.js';
import { compared, plain } from '../row.js';
import type { BenchOptions, Row } from '../row.js';
import type { Stage, Started } from '../stage.js';
import { takeTurns } from '../turns.js';
import type { Contender } from '../turns.js';

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
  const slowest = await own.signInsDuring(short ? 1_500 : count, 5);
  const [unit, figure] = ['letters/s', turned.figure('own') ?? 0];
  const bound = turned.cpu('own');
  const rows = [
    compared('mailing', unit, figure, 'nodemailer alone', turned.figure('nodemailer'), { least: 1.5 }, bound),
    compared('mailing', unit, figure, redis === undefined ? 'a BullMQ job each (no Redis here)' : 'a BullMQ job each, Redis', turned.figure('jobs'), { least: 2.5 }, bound),
    compared('mailing, DKIM signed', unit, turned.figure('signed') ?? 0, 'nodemailer alone, unsigned', turned.figure('nodemailer'), {}, turned.cpu('signed')),
    plain('mailing worker memory', 'MB', memory, { most: 250 }, `peak after ${count} letters, ${rounds} rounds; ${Math.round(turned.figure('own', 'bytes') ?? 0)} bytes a letter, nodemailer’s ${Math.round(turned.figure('nodemailer', 'bytes') ?? 0)}`),
    plain('sign-in letter meanwhile', 'ms', slowest, { most: 2_000 }, 'the slowest of five, from the commit until the ledger has it as sent'),
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

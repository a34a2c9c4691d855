import 'reflect-metadata';
import { SystemClock } from '#kernel';
import type { MessageId } from '#kernel';
import { connectDatabase, KeyRing, LinkTokens, settingsFrom, silentLog, UnitOfWork } from '#platform';
import { LetterPress } from '../letter-press.js';
import { Message } from '../message.entity.js';
import { PostOffice } from '../post/post-office.js';
import { smtpServerOf } from '../post/smtp-server.js';
import { DeliverMessage } from './deliver-message.js';
import { Ledger } from './ledger.js';
import './sample-letters.fixture.js';

// A worker of its own process, to be killed: `doomed-worker.fixture.ts <database> <mail server> <letter> <before-data|sending>`.
const [databaseUrl = '', smtpUrl = '', id = '', where = ''] = process.argv.slice(2);

class HaltingLedger extends Ledger {
  override async beginData(...its: Parameters<Ledger['beginData']>): Promise<boolean> {
    if (where !== 'before-data') return super.beginData(...its);
    process.stdout.write('halted\n');
    return new Promise(() => undefined);
  }
}

const source = await connectDatabase({ url: databaseUrl, poolSize: 3, applicationName: 'doomed', entities: [Message] });
const settings = settingsFrom({ DATABASE_URL: databaseUrl, SMTP_URL: smtpUrl, SECRET_KEY: 'k'.repeat(32) });
const keys = new KeyRing(settings.SECRET_KEY);
const deliver = new DeliverMessage(
  new HaltingLedger(new UnitOfWork(source, keys)), new LetterPress(settings, new LinkTokens(keys)),
  new PostOffice(smtpServerOf(smtpUrl)), silentLog, new SystemClock());
await deliver.run(id as MessageId, 'job-1');

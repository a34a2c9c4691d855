import 'reflect-metadata';
import { createServer } from 'node:http';
import { DiscoveryModule, DiscoveryService, NestFactory } from '@nestjs/core';
import { Injectable, Module } from '@nestjs/common';
import { BulkMailModule, mailEntities, MailingPress, MailModule } from '#mail';
import type { MailingContent, MessageToPrint, OpenMailing } from '#mail';
import { LOG, NestLog, PlatformModule, readSettings } from '#platform';
import type { Log } from '#platform';
import { DataSource } from 'typeorm';
import { DeliverMessageHandler } from '../../../apps/worker/mail/deliver-message.handler.js';
import { SendMailingHandler } from '../../../apps/worker/mail/send-mailing.handler.js';
import { WorkerProcess } from '../../../apps/worker/worker-process.js';
import { filledFor, FIXED_HTML, FIXED_TEXT } from './letter.js';
import type { Reader } from './letter.js';
import './sign-in-letter.js';

// A worker as it is, with the mail alone, and a press that fills in the letter of the bench.

@Injectable()
class BenchPress extends MailingPress {
  override open(): Promise<OpenMailing> {
    return Promise.resolve({ print: printed, stillDue: (_em, ids) => Promise.resolve(new Set(ids)) });
  }
}

function printed({ props }: MessageToPrint): MailingContent {
  const reader = props as Reader;
  const filled = filledFor(reader);
  return { subject: `Invitation for ${reader.name}`, preheader: 'You are invited', html: { fixed: FIXED_HTML, filled }, text: { fixed: FIXED_TEXT, filled } };
}

const settings = readSettings();

@Module({
  imports: [
    PlatformModule.forRoot({ settings, entities: mailEntities, applicationName: 'bench-worker', poolSize: 12 }),
    DiscoveryModule, MailModule, BulkMailModule.printing({ provide: MailingPress, useClass: BenchPress }),
  ],
  providers: [DeliverMessageHandler, SendMailingHandler],
})
class BenchWorkerModule {}

const app = await NestFactory.createApplicationContext(BenchWorkerModule, { bufferLogs: true, abortOnError: false });
const log = app.get<Log>(LOG);
app.useLogger(new NestLog(log));
const providers = app.get(DiscoveryService).getProviders().map((provider): unknown => provider.instance).filter((one): one is object => typeof one === 'object' && one !== null);
const worker = await WorkerProcess.start({ databaseUrl: settings.DATABASE_URL, redisUrl: settings.REDIS_URL, source: app.get(DataSource), log, reactions: [], providers: [...new Set(providers)] });
process.once('SIGTERM', () => { void worker.stop().then(() => app.close()).then(() => process.exit(0)); });
createServer((_request, response) => { response.end('at work'); }).listen(Number(process.env['PORT']), '127.0.0.1');

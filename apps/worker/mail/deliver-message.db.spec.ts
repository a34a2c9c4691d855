import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SystemClock } from '#kernel';
import { BulkMailModule, defineLetter, DeliverMessage, Letters, mailEntities, MailingPress, MailModule, SendMailing, SettleStranded } from '#mail';
import { PlatformModule, settingsFrom, silentLog } from '#platform';
import { startMailbox, throwawayDatabase } from '#testkit';
import type { TestMailbox, ThrowawayDatabase } from '#testkit';
import { Test } from '@nestjs/testing';
import type { TestingModule } from '@nestjs/testing';
import { WorkerProcess } from '../worker-process.js';
import { DeliverMessageHandler } from './deliver-message.handler.js';
import { SendMailingHandler } from './send-mailing.handler.js';
import { SweepStrandedLetters } from './sweep-stranded-letters.js';

const greeting = defineLetter<{ name: string }>('mail.greeting', {
  samples: [{ name: 'Ann' }], render: ({ name }) => ({ subject: `Hello ${name}`, preheader: name, blocks: [{ p: name }] }),
});

class NoPress extends MailingPress {
  override open(): Promise<never> {
    return Promise.reject(new Error('no mailing is sent here'));
  }
}

describe('letters on their way through outbox, queue and worker', () => {
  let database: ThrowawayDatabase;
  let mailbox: TestMailbox;
  let house: TestingModule;
  let worker: WorkerProcess;

  beforeAll(async () => {
    [database, mailbox] = [await throwawayDatabase([...mailEntities]), await startMailbox()];
    const settings = settingsFrom({ DATABASE_URL: database.url, SMTP_URL: mailbox.smtpUrl, SECRET_KEY: 'k'.repeat(32) });
    house = await Test.createTestingModule({ imports: [
      PlatformModule.forRoot({ settings, entities: mailEntities, applicationName: 'test', log: silentLog, clock: new SystemClock() }), MailModule,
      BulkMailModule.printing({ provide: MailingPress, useClass: NoPress }, []),
    ] }).compile();
    await house.init();
    const providers = [new DeliverMessageHandler(house.get(DeliverMessage)), new SendMailingHandler(house.get(SendMailing)), new SweepStrandedLetters(house.get(SettleStranded), silentLog)];
    worker = await WorkerProcess.start({
      databaseUrl: database.url, redisUrl: undefined, source: database.source, log: silentLog, reactions: [], providers,
    });
  });
  afterAll(async () => {
    await worker.stop();
    await house.close();
    await mailbox.stop();
    await database.drop();
  });

  it('all arrive once, also those that the server put off at first', async () => {
    const put = new Map<string, number>();
    mailbox.faults = (to) => {
      if (to === undefined || !to.startsWith('late')) return undefined;
      put.set(to, (put.get(to) ?? 0) + 1);
      return put.get(to) === 1 ? { kind: 'drop-before-data' } : undefined;
    };
    await Promise.all(Array.from({ length: 40 }, (_, number) => database.work.run(async (tx) => {
      const email = `${number % 10 === 0 ? 'late' : 'prompt'}-${number}@example.org`;
      await house.get(Letters).write(tx, greeting, { key: String(number), to: { email, name: 'Ann' }, locale: 'en', props: { name: String(number) } });
    })));
    const mails = await mailbox.waitFor({ kind: 'mail.greeting' }, 40);
    expect(new Set(mails.map((mail) => mail.messageId)).size).toBe(40);
    expect(mails).toHaveLength(40);
    await settled();
    expect(await database.source.query('SELECT state, count(*)::integer AS count FROM message GROUP BY state')).toEqual([{ state: 'SENT', count: 40 }]);
    expect(await database.source.query('SELECT * FROM outbox')).toEqual([]);
  });

  async function settled(): Promise<void> {
    for (let round = 0; round < 600; round += 1) {
      const [row] = await database.source.query<{ count: number }[]>('SELECT count(*)::integer AS count FROM outbox');
      if (row?.count === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
});

import 'reflect-metadata';
import type { MailingId } from '#kernel';
import { connectDatabase, KeyRing, settingsFrom, UnitOfWork } from '#platform';
import { Message } from '../message.entity.js';
import { bulkServices, SamplePress } from './bulk-desk.fixture.js';

// A worker of its own process, to be killed: `doomed-mailing.fixture.ts <database> <mail server> <mailing> <shift> <outbox id>`.
const [databaseUrl = '', smtpUrl = '', id = '', shift = '', outboxId = ''] = process.argv.slice(2);
const source = await connectDatabase({ url: databaseUrl, poolSize: 4, applicationName: 'doomed', entities: [Message] });
const settings = settingsFrom({ DATABASE_URL: databaseUrl, SMTP_URL: smtpUrl, SECRET_KEY: 'k'.repeat(32), MAIL_FROM: 'Huiguan <no-reply@huiguan.example>', PUBLIC_URL: 'https://conference.example' });
const { send } = bulkServices(new UnitOfWork(source, new KeyRing(settings.SECRET_KEY)), settings, new SamplePress());
process.stdout.write('at work\n');
await send.run(id as MailingId, Number(shift), outboxId);
process.exit(0);

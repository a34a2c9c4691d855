import { join } from 'node:path';
import { endWhenTold, JsonLog, readSettings } from '#platform';
import type { Started } from '#platform';
import { openMailbox } from './mailbox.js';

/** The mailbox as a process: ports and data folder come from the settings. */
async function start(): Promise<Started> {
  const settings = readSettings();
  const mailbox = await openMailbox({
    folder: join(settings.DATA_DIR, 'mailbox'),
    smtpPort: settings.MAILBOX_SMTP_PORT,
    webPort: settings.MAILBOX_PORT,
  });
  return { log: new JsonLog({ level: settings.LOG_LEVEL, application: 'mailbox' }), close: () => mailbox.close() };
}

const started = start();
endWhenTold('mailbox', started);
started.catch((fault: unknown) => {
  process.stderr.write(`the mailbox could not start: ${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1);
});

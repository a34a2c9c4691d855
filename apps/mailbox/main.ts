import { join } from 'node:path';
import { readSettings } from '#platform';
import { openMailbox } from './mailbox.js';

/** The mailbox as a process: ports and data folder come from the settings. */
try {
  const settings = readSettings();
  const mailbox = await openMailbox({
    folder: join(settings.DATA_DIR, 'mailbox'),
    smtpPort: settings.MAILBOX_SMTP_PORT,
    webPort: settings.MAILBOX_PORT,
  });
  const end = (): void => { void mailbox.close().then(() => process.exit(0)); };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.once(signal, end);
} catch (fault) {
  process.stderr.write(`the mailbox could not start: ${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1);
}

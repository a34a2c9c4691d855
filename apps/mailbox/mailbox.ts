import { noFaults } from './fault.js';
import type { FaultPlan } from './fault.js';
import type { KeptMail } from './kept-mail.js';
import { MailShelf } from './mail-shelf.js';
import { SmtpDoor } from './smtp-door.js';
import { webDoor } from './web-door.js';

export interface MailboxOptions {
  readonly folder: string;
  /** 0 for a free port. */
  readonly smtpPort: number;
  readonly webPort: number;
  readonly keep?: number;
  readonly faults?: () => FaultPlan;
  readonly onMail?: (mail: KeptMail) => void;
}

export interface Mailbox {
  readonly smtpUrl: string;
  readonly webUrl: string;
  readonly shelf: MailShelf;
  close(): Promise<void>;
}

/** Opens both doors of the mailbox on loopback: SMTP, and the web page with its JSON API. */
export async function openMailbox(options: MailboxOptions): Promise<Mailbox> {
  const shelf = await MailShelf.open(options.folder, options.keep);
  const smtp = new SmtpDoor(async (envelope, source) => {
    const mail = await shelf.put(envelope, source, new Date());
    options.onMail?.(mail);
  }, options.faults ?? (() => noFaults));
  const smtpPort = await smtp.open(options.smtpPort);
  const web = webDoor(shelf);
  try {
    await web.listen({ host: '127.0.0.1', port: options.webPort });
  } catch (fault) {
    await smtp.close();
    throw fault;
  }
  const address = web.server.address();
  const webPort = typeof address === 'object' && address !== null ? address.port : options.webPort;
  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    webUrl: `http://localhost:${webPort}`,
    shelf,
    close: async () => { await Promise.all([smtp.close(), web.close()]); },
  };
}

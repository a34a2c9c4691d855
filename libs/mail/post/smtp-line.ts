import type { Readable } from 'node:stream';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { openConnection, PATIENCE } from './open-connection.js';
import type { Patience } from './open-connection.js';
import { failureOf } from './outcome.js';
import type { Outcome } from './outcome.js';
import type { SmtpServer } from './smtp-server.js';

export { LineDown, PATIENCE } from './open-connection.js';
export type { Patience } from './open-connection.js';

export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
  /** Bytes of the letter (RFC 1870). */
  readonly size: number;
}

/** One SMTP connection (RFC 5321), for one letter at a time. nodemailer's own pool would try again behind our back. */
export class SmtpLine {
  private letters = 0;
  private open = true;

  private constructor(private readonly connection: SMTPConnection, private readonly server: SmtpServer, private readonly patience: Patience) {
    connection.once('end', () => { this.open = false; });
    // Faults of a letter reach its callback; what is left is a line that ends between letters.
    connection.on('error', () => { this.open = false; });
  }

  /** @throws LineDown */
  static async to(server: SmtpServer, patience: Patience = PATIENCE): Promise<SmtpLine> {
    return new SmtpLine(await openConnection(server, patience), server, patience);
  }

  /** Whether another letter may be sent over it. */
  get isOpen(): boolean {
    return this.open && this.letters < this.server.lettersPerLine;
  }

  /** Sends one letter; `body` is read only once the server has asked for it. A line that answered oddly is closed. */
  async send(envelope: Envelope, body: Readable): Promise<Outcome> {
    this.letters += 1;
    const outcome = await new Promise<Outcome>((resolve) => {
      const timer = setTimeout(() => { resolve({ kind: 'lost', answer: 'no answer in time' }); }, this.patience.letter);
      this.connection.send({ from: envelope.from, to: [...envelope.to], size: envelope.size }, body, (fault, info) => {
        clearTimeout(timer);
        resolve(fault === null || fault === undefined ? { kind: 'accepted', answer: info.response ?? '' } : failureOf(fault));
      });
    });
    if (outcome.kind !== 'accepted') this.close();
    return outcome;
  }

  close(): void {
    this.open = false;
    this.connection.close();
  }
}

import type { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SmtpServer } from './smtp-server.js';
import { failureOf } from './outcome.js';
import type { Outcome } from './outcome.js';

export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
  /** Bytes of the letter (RFC 1870). */
  readonly size: number;
}

/** How long each wait on the line may last, in milliseconds. */
export interface Patience {
  readonly connect: number;
  /** Of silence, once connected. */
  readonly silence: number;
  /** For one letter from its envelope to the answer, however the server drips. */
  readonly letter: number;
}

export const PATIENCE: Patience = { connect: 10_000, silence: 120_000, letter: 180_000 };

/** The line could not be opened: the server is away or refuses us, and no letter is to blame. */
export class LineDown extends Error {
  override readonly name = 'LineDown';
}

/** One SMTP connection (RFC 5321), for one letter at a time. nodemailer's own pool would try again behind our back. */
export class SmtpLine {
  private letters = 0;
  private open = false;
  private readonly connection: SMTPConnection;

  private constructor(private readonly server: SmtpServer, private readonly patience: Patience) {
    this.connection = new SMTPConnection({
      host: server.host, port: server.port, secure: server.secure, requireTLS: server.requireTls, ignoreTLS: server.ignoreTls,
      ...(server.name === undefined ? {} : { name: server.name }),
      connectionTimeout: patience.connect, greetingTimeout: patience.connect, dnsTimeout: patience.connect,
      socketTimeout: patience.silence, socketCloseTimeout: 1_000,
    });
    this.connection.once('end', () => { this.open = false; });
    // Faults of a letter reach its callback; what is left is a line that ends between letters.
    this.connection.on('error', () => { this.open = false; });
  }

  /** @throws LineDown */
  static async to(server: SmtpServer, patience: Patience = PATIENCE): Promise<SmtpLine> {
    const line = new SmtpLine(server, patience);
    try {
      await line.connect();
      await line.signIn();
    } catch (fault) {
      line.close();
      throw new LineDown(failureOf(fault).answer);
    }
    line.open = true;
    return line;
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

  private connect(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.connection.once('error', reject);
      this.connection.connect((fault) => {
        if (fault === undefined || fault === null) resolve();
        else reject(fault);
      });
    });
  }

  private signIn(): Promise<void> {
    const { credentials } = this.server;
    if (credentials === undefined) return Promise.resolve();
    return new Promise((resolve, reject) => {
      this.connection.login({ user: credentials.user, credentials: { user: credentials.user, pass: credentials.password } }, (fault) => {
        if (fault === null || fault === undefined) resolve();
        else reject(fault);
      });
    });
  }
}

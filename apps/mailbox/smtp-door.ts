import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerSession } from 'smtp-server';
import type { Fault, FaultPlan } from './fault.js';
import type { Envelope } from './kept-mail.js';

const LARGEST_MAIL = 30 * 1024 * 1024;

class Answer extends Error {
  constructor(readonly responseCode: number, message: string) {
    super(message);
  }
}

/**
 * A real SMTP server (RFC 5321) on loopback that takes every letter and hands it to `take`; 250 is answered once
 * `take` has kept it. It needs no sign-in and knows no TLS, since nothing leaves the machine.
 */
export class SmtpDoor {
  private readonly server: SMTPServer;
  private readonly sockets = new Map<number, Socket>();
  private readonly faults = new Map<string, Fault>();

  constructor(take: (envelope: Envelope, source: Buffer) => Promise<unknown>, private readonly plan: () => FaultPlan) {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      logger: false,
      size: LARGEST_MAIL,
      socketTimeout: 60_000,
      closeTimeout: 500,
      onConnect: (_session, done) => { done(this.plan()(undefined)?.kind === 'refuse' ? new Answer(421, 'not now') : null); },
      onRcptTo: ({ address }, session, done) => { this.meet(address, session, done); },
      onData: (stream, session, done) => {
        this.receive(stream, session, take).then((answered) => { if (answered) done(null); }, (fault: unknown) => {
          done(fault instanceof Error ? fault : new Error(String(fault)));
        });
      },
    });
    // A peer that hangs up in the middle is its own affair.
    this.server.on('error', () => undefined);
    this.server.server.on('connection', (socket: Socket) => {
      const port = socket.remotePort ?? 0;
      this.sockets.set(port, socket);
      socket.once('close', () => this.sockets.delete(port));
    });
  }

  /** Listens on `port` of loopback, or on a free one, and gives the port. */
  async open(port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.server.server.once('error', reject);
      this.server.listen(port, '127.0.0.1', resolve);
    });
    const address = this.server.server.address();
    return typeof address === 'object' && address !== null ? address.port : port;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets.values()) socket.destroy();
    await new Promise<void>((resolve) => { this.server.close(() => { resolve(); }); });
  }

  private meet(address: string, session: SMTPServerSession, done: (fault?: Error | null) => void): void {
    const fault = this.plan()(address);
    if (fault?.kind === 'temporary') done(new Answer(451, 'try again later'));
    else if (fault?.kind === 'permanent') done(new Answer(550, 'no such mailbox'));
    else if (fault?.kind === 'drop-before-data') this.drop(session);
    else {
      if (fault === undefined) this.faults.delete(session.id);
      else this.faults.set(session.id, fault);
      done();
    }
  }

  /** False where the connection was dropped, so that there is no one to answer. */
  private async receive(stream: Readable, session: SMTPServerSession, take: (envelope: Envelope, source: Buffer) => Promise<unknown>): Promise<boolean> {
    const fault = this.faults.get(session.id);
    this.faults.delete(session.id);
    const chunks: Buffer[] = [];
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      if (fault?.kind === 'drop-in-data') {
        this.drop(session);
        return false;
      }
      chunks.push(chunk);
    }
    const from = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address;
    await take({ from, to: session.envelope.rcptTo.map((recipient) => recipient.address) }, Buffer.concat(chunks));
    if (fault?.kind === 'slow') await pause(fault.milliseconds);
    if (fault?.kind !== 'drop-after-data') return true;
    this.drop(session);
    return false;
  }

  private drop(session: SMTPServerSession): void {
    this.sockets.get(session.remotePort)?.destroy();
  }
}

import { Socket } from 'node:net';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';

/** One answer of the server (RFC 5321, 4.2): its code, and its lines as one text with the code before it. */
export interface Reply {
  readonly code: number;
  readonly text: string;
}

/** No answer came: the line broke, or stayed silent for too long. */
export class LineLost extends Error {
  override readonly name = 'LineLost';
}

interface Waiting {
  readonly resolve: (reply: Reply) => void;
  readonly reject: (fault: LineLost) => void;
}

const LISTENERS = { data: '_onSocketData', error: '_onSocketError', close: '_onSocketClose', end: '_onSocketEnd', timeout: '_onSocketTimeout' } as const;

/**
 * Takes the socket out of nodemailer's hands. Connecting, encrypting and signing in are its; from then on commands are
 * written in groups (PIPELINING, RFC 2920), which its `send` does for an envelope but not across letters.
 */
function socketOf(connection: SMTPConnection): Socket {
  const socket = connection._socket;
  if (!(socket instanceof Socket)) throw new LineLost('connection closed');
  for (const [name, property] of Object.entries(LISTENERS)) {
    const listener: unknown = Reflect.get(connection, property);
    if (typeof listener !== 'function') throw new Error(`nodemailer’s connection has no ${property}`);
    socket.removeListener(name, listener as () => void);
  }
  return socket;
}

/** Commands out, replies in, in order, over the socket of an open connection. */
export class Conversation {
  private readonly socket: Socket;
  private readonly waiting: Waiting[] = [];
  private heard = '';
  private lines: string[] = [];
  private lost: LineLost | undefined;

  constructor(connection: SMTPConnection, silenceMs: number) {
    this.socket = socketOf(connection);
    this.socket.setTimeout(silenceMs, () => { this.end('no answer in time'); });
    this.socket.on('data', (bytes: Buffer) => { this.hear(bytes.toString('latin1')); });
    this.socket.on('error', (fault: Error) => { this.end(fault.message); });
    this.socket.once('close', () => { this.end('connection closed'); });
    this.socket.once('end', () => { this.end('connection closed by the server'); });
  }

  get isOpen(): boolean {
    return this.lost === undefined;
  }

  /** Why it ended. */
  get ending(): string {
    return this.lost?.message ?? '';
  }

  /** Writes in one piece and gives the promises of as many replies; each rejects with LineLost where none came. */
  say(text: string, replies: number): Promise<Reply>[] {
    const expected = Array.from({ length: replies }, () => this.next());
    if (this.lost === undefined) this.socket.write(text, 'latin1');
    return expected;
  }

  end(reason: string): void {
    if (this.lost !== undefined) return;
    this.lost = new LineLost(reason);
    this.socket.setTimeout(0);
    this.socket.destroy();
    for (const { reject } of this.waiting.splice(0)) reject(this.lost);
  }

  private next(): Promise<Reply> {
    const { lost } = this;
    const reply = new Promise<Reply>((resolve, reject) => {
      if (lost === undefined) this.waiting.push({ resolve, reject });
      else reject(lost);
    });
    // Each is awaited in its turn; a line that breaks before must not count as a fault that nobody caught.
    reply.catch(() => undefined);
    return reply;
  }

  private hear(text: string): void {
    this.heard += text;
    for (let at = this.heard.indexOf('\n'); at >= 0; at = this.heard.indexOf('\n')) {
      const line = this.heard.slice(0, at).replace(/\r$/, '');
      this.heard = this.heard.slice(at + 1);
      this.lines.push(line);
      if (line[3] === '-') continue;
      const [code, all] = [Number(line.slice(0, 3)), this.lines.join('\n')];
      this.lines = [];
      const waiting = this.waiting.shift();
      // What comes unasked is a goodbye (421).
      if (waiting === undefined) this.end(all);
      else if (code >= 200 && code < 600) waiting.resolve({ code, text: all });
      else {
        waiting.reject(new LineLost(`no SMTP answer: ${all.slice(0, 100)}`));
        this.end('the server does not speak SMTP');
      }
    }
  }
}

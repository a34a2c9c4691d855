import { hostname } from 'node:os';
import { Conversation, LineLost } from './conversation.js';
import type { Reply } from './conversation.js';
import { LineDown, openConnection, PATIENCE } from './open-connection.js';
import type { Patience } from './open-connection.js';
import type { Outcome } from './outcome.js';
import type { SmtpServer } from './smtp-server.js';

/** The envelope of a letter; `id` goes along where the server tells what becomes of letters (DSN, RFC 3461). */
export interface PipedEnvelope {
  readonly from: string;
  readonly to: string;
  readonly id: string;
  readonly size: number;
}

/** What one exchange brought: of the letter whose body went out, and of the envelope that went with it. */
export interface Exchanged {
  /** Nothing where no body was sent. `lost` means that it may have arrived. */
  readonly sent: Outcome | undefined;
  /** `go`: the server waits for the body. Nothing where no envelope was sent. */
  readonly agreed: Outcome | 'go' | undefined;
}

const ANSWER_LENGTH = 500;
const NOT_ASCII = /[^\u0000-\u007f]/;

/**
 * One SMTP connection for letter after letter: the body of one and the envelope of the next leave in one write, so that a
 * letter costs a single round trip (RFC 2920, 3.1). Whoever uses it decides between the two when a body may leave.
 */
export class PipedLine {
  private letters = 0;
  /** A transaction that was refused is still open and must be reset. */
  private isDirty = false;
  private readonly timer: NodeJS.Timeout;

  private constructor(readonly server: SmtpServer, private readonly talk: Conversation, private readonly offers: ReadonlySet<string>, patience: Patience) {
    this.timer = setTimeout(() => { talk.end('no answer in time'); }, patience.letter);
    this.timer.unref();
  }

  /** @throws LineDown */
  static async to(server: SmtpServer, patience: Patience = PATIENCE): Promise<PipedLine> {
    const talk = new Conversation(await openConnection(server, patience), patience.silence);
    try {
      // Asked once more, since what nodemailer was told of PIPELINING and DSN is its own affair.
      const [greeting] = talk.say(`EHLO ${server.name ?? nameOfHost()}\r\n`, 1);
      const reply = await greeting;
      if (reply === undefined || reply.code !== 250) throw new LineDown(reply?.text ?? 'no answer to EHLO');
      const offers = reply.text.split('\n').slice(1).map((line) => line.slice(4).split(' ')[0]?.toUpperCase() ?? '');
      return new PipedLine(server, talk, new Set(offers), patience);
    } catch (fault) {
      talk.end('not opened');
      throw fault instanceof LineDown ? fault : new LineDown(fault instanceof Error ? fault.message : String(fault));
    }
  }

  /** Whether another envelope may be sent over it. */
  get isOpen(): boolean {
    return this.talk.isOpen && this.letters < this.server.lettersPerLine;
  }

  /** Whether a body that was agreed upon can still be sent. */
  get isAlive(): boolean {
    return this.talk.isOpen;
  }

  /**
   * Sends the body of the letter that was agreed upon before (7-bit text, CRLF, without the final dot), and the envelope
   * of the next. Never throws: a line that breaks is `lost` for whatever had no answer.
   */
  async exchange(body: string | undefined, next: PipedEnvelope | undefined): Promise<Exchanged> {
    this.timer.refresh();
    if (next !== undefined) this.letters += 1;
    const refusal = next === undefined ? undefined : this.objectionTo(next);
    const commands = next === undefined || refusal !== undefined ? [] : this.commandsOf(next);
    if (this.offers.has('PIPELINING')) {
      const { final, replies } = this.write(body, commands);
      const sent = final === undefined ? undefined : await outcomeOf(final);
      return { sent, agreed: refusal ?? (commands.length === 0 ? undefined : await this.agree(replies)) };
    }
    const sent = body === undefined ? undefined : await outcomeOf(this.write(body, []).final);
    return { sent, agreed: refusal ?? (commands.length === 0 ? undefined : await this.agreeStepwise(commands)) };
  }

  close(): void {
    clearTimeout(this.timer);
    if (this.talk.isOpen) void this.talk.say('QUIT\r\n', 0);
    this.talk.end('closed');
  }

  private write(body: string | undefined, commands: readonly string[]): { final: Promise<Reply> | undefined; replies: readonly Promise<Reply>[] } {
    const content = body === undefined ? '' : `${stuffed(body)}.\r\n`;
    const replies = this.talk.say(content + commands.join(''), commands.length + (body === undefined ? 0 : 1));
    return body === undefined ? { final: undefined, replies } : { final: replies[0], replies: replies.slice(1) };
  }

  private commandsOf({ from, to, id, size }: PipedEnvelope): string[] {
    const utf8 = NOT_ASCII.test(from + to) ? ' SMTPUTF8' : '';
    const sized = this.offers.has('SIZE') ? ` SIZE=${size}` : '';
    const [ret, notify] = this.offers.has('DSN')
      ? [` RET=HDRS ENVID=${id}`, ` NOTIFY=FAILURE,DELAY ORCPT=${utf8 === '' ? 'rfc822' : 'utf-8'};${xtext(to)}`]
      : ['', ''];
    const commands = [`MAIL FROM:<${bytes(from)}>${sized}${utf8}${ret}\r\n`, `RCPT TO:<${bytes(to)}>${notify}\r\n`, 'DATA\r\n'];
    return this.isDirty ? ['RSET\r\n', ...commands] : commands;
  }

  private objectionTo({ from, to }: PipedEnvelope): Outcome | undefined {
    const cannot = NOT_ASCII.test(from + to) && !this.offers.has('SMTPUTF8');
    return cannot ? { kind: 'refused', answer: 'the mail server takes no addresses in other scripts (SMTPUTF8, RFC 6531)' } : undefined;
  }

  private async agree(replies: readonly Promise<Reply>[]): Promise<Outcome | 'go'> {
    try {
      const [mail, rcpt, data] = (await Promise.all(replies)).slice(-3);
      if (mail === undefined || rcpt === undefined || data === undefined) throw new LineLost('no answer');
      const failed = failureAmong(mail, rcpt, data);
      this.isDirty = false;
      if (failed === undefined) return 'go';
      // It refused the recipient and asks for the letter all the same: an empty one ends the matter (RFC 2920, 3.1).
      if (data.code === 354) await Promise.all(this.talk.say('.\r\n', 1));
      return this.refused(failed);
    } catch (fault) {
      return lost(fault);
    }
  }

  private async agreeStepwise(commands: readonly string[]): Promise<Outcome | 'go'> {
    const verbs = commands.map((command) => command.split(/[ :\r]/)[0] ?? '');
    try {
      for (const [index, command] of commands.entries()) {
        const [reply] = await Promise.all(this.talk.say(command, 1));
        const failed = reply === undefined ? undefined : failureOf(verbs[index] ?? '', reply);
        if (failed !== undefined) return this.refused(failed);
      }
      this.isDirty = false;
      return 'go';
    } catch (fault) {
      return lost(fault);
    }
  }

  private refused(failed: Outcome): Outcome {
    this.isDirty = true;
    if (failed.answer.startsWith('421')) this.talk.end(failed.answer);
    return failed;
  }
}

function failureAmong(mail: Reply, rcpt: Reply, data: Reply): Outcome | undefined {
  return failureOf('MAIL', mail) ?? failureOf('RCPT', rcpt) ?? failureOf('DATA', data);
}

/** A refusal of RCPT or DATA is about the letter; any other is about us (as in `outcome.ts`). */
function failureOf(verb: string, { code, text }: Reply): Outcome | undefined {
  if (code === 354 ? verb === 'DATA' : verb !== 'DATA' && code < 300) return undefined;
  const answer = short(text);
  if (verb !== 'RCPT' && verb !== 'DATA') return { kind: 'turned-away', answer };
  return { kind: code >= 500 && code !== 503 ? 'refused' : 'later', answer };
}

async function outcomeOf(reply: Promise<Reply> | undefined): Promise<Outcome> {
  try {
    const { code, text } = (await reply) ?? { code: 0, text: 'no answer' };
    return { kind: code < 300 ? 'accepted' : code >= 500 ? 'refused' : 'later', answer: short(text) };
  } catch (fault) {
    return lost(fault);
  }
}

function lost(fault: unknown): Outcome {
  return { kind: 'lost', answer: short(fault instanceof Error ? fault.message : String(fault)) };
}

function short(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, ANSWER_LENGTH);
}

/** A line that begins with a dot gets another (RFC 5321, 4.5.2). */
function stuffed(body: string): string {
  const text = body.includes('\r\n.') ? body.replace(/\r\n\./g, '\r\n..') : body;
  return text.startsWith('.') ? `.${text}` : text;
}

/** Commands are written byte by byte; an address of another script goes as UTF-8. */
function bytes(text: string): string {
  return NOT_ASCII.test(text) ? Buffer.from(text, 'utf8').toString('latin1') : text;
}

/** RFC 3461, 4. */
function xtext(address: string): string {
  return bytes(address).replace(/[^!-*,-<>-~\u0080-\u00ff]/g, (letter) => `+${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

function nameOfHost(): string {
  const name = hostname();
  return name.includes('.') ? name : '[127.0.0.1]';
}

import { Readable } from 'node:stream';
import type { Seal } from '../ink/seal.js';
import { LineDown, PATIENCE, SmtpLine } from './smtp-line.js';
import type { Envelope, Patience } from './smtp-line.js';
import type { Outcome } from './outcome.js';
import type { SmtpServer } from './smtp-server.js';

/** How a sending ended; `begun` says whether any byte of the letter may have left. */
export interface Posted extends Outcome {
  readonly begun: boolean;
}

interface Waiting {
  readonly urgent: boolean;
  readonly go: () => void;
}

const SHORTEST_REST_MS = 1_000;
const LONGEST_REST_MS = 30_000;

/**
 * The counter at the mail server: a few lines kept open, urgent letters served first. When the server is away it is
 * asked again only after a rest, so that a thousand waiting letters do not each wait for a timeout.
 */
export class PostOffice {
  private readonly idle: SmtpLine[] = [];
  private readonly waiting: Waiting[] = [];
  private busy = 0;
  private rest = 0;
  private closedUntil = 0;
  private lastAnswer = '';

  /** @param seal is set on each letter as it leaves */
  constructor(private readonly server: SmtpServer, private readonly patience: Patience = PATIENCE, private readonly seal: Seal = (letter) => letter) {}

  /**
   * Posts one letter. `begin` is called once, when the server asks for the letter and before its first byte is read;
   * where it throws, the line is dropped and nothing has been sent.
   */
  async post(envelope: Envelope, source: Buffer, options: { urgent: boolean; begin: () => Promise<void> }): Promise<Posted> {
    const letter = this.seal(source);
    await this.turn(options.urgent);
    try {
      return await this.postNow({ ...envelope, size: letter.length }, letter, options.begin);
    } finally {
      this.busy -= 1;
      this.next();
    }
  }

  /** Hangs up; letters under way are not waited for. */
  close(): void {
    for (const line of this.idle.splice(0)) line.close();
  }

  private async postNow(envelope: Envelope, source: Buffer, begin: () => Promise<void>): Promise<Posted> {
    let begun = false;
    for (;;) {
      const kept = this.keptLine();
      let line: SmtpLine;
      try {
        line = kept ?? (await this.newLine());
      } catch (fault) {
        if (fault instanceof LineDown) return { kind: 'turned-away', answer: fault.message, begun: false };
        throw fault;
      }
      let objection: Error | undefined;
      const body = bodyOf(source, async () => {
        await begin().catch((fault: unknown) => {
          objection = fault instanceof Error ? fault : new Error(String(fault));
          throw objection;
        });
        begun = true;
      });
      const outcome = await line.send(envelope, body);
      if (objection !== undefined) throw objection;
      if (line.isOpen) this.idle.push(line);
      else line.close();
      // A kept line may have been closed by the server while it lay idle; a fresh one tells the truth.
      if (outcome.kind === 'lost' && !begun && kept !== undefined) continue;
      return { ...outcome, begun };
    }
  }

  private keptLine(): SmtpLine | undefined {
    for (;;) {
      const line = this.idle.pop();
      if (line === undefined || line.isOpen) return line;
      line.close();
    }
  }

  private async newLine(): Promise<SmtpLine> {
    if (Date.now() < this.closedUntil) throw new LineDown(this.lastAnswer);
    try {
      const line = await SmtpLine.to(this.server, this.patience);
      this.rest = 0;
      return line;
    } catch (fault) {
      if (fault instanceof LineDown) {
        this.rest = Math.min(Math.max(this.rest * 2, SHORTEST_REST_MS), LONGEST_REST_MS);
        this.closedUntil = Date.now() + this.rest;
        this.lastAnswer = fault.message;
      }
      throw fault;
    }
  }

  private async turn(urgent: boolean): Promise<void> {
    if (this.busy < this.server.lines) {
      this.busy += 1;
      return;
    }
    await new Promise<void>((go) => { this.waiting.push({ urgent, go }); });
  }

  private next(): void {
    const first = this.waiting.findIndex((one) => one.urgent);
    const [chosen] = this.waiting.splice(Math.max(first, 0), 1);
    if (chosen === undefined) return;
    this.busy += 1;
    chosen.go();
  }
}

/** A stream whose first byte is read only after `begin`: what is committed there is true before anything can arrive. */
function bodyOf(source: Buffer, begin: () => Promise<void>): Readable {
  async function* bytes(): AsyncGenerator<Buffer> {
    await begin();
    yield source;
  }
  return Readable.from(bytes(), { objectMode: false, highWaterMark: 64 * 1024 });
}

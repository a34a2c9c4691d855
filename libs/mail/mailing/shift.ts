import type { MessageId } from '#kernel';
import { Batches } from '#platform';
import { restBefore } from '../deliver/pace.js';
import type { InkedLetter, MailingInk } from '../ink/mailing-ink.js';
import type { LineStock, NamedServer } from '../post/line-stock.js';
import type { Outcome } from '../post/outcome.js';
import type { Breakers, Closing } from './breakers.js';
import { FIRST } from './bulk-ledger.js';
import type { BulkLedger, Ended, Note, WaitingLetter } from './bulk-ledger.js';
import type { RunningMailing } from './mailing-desk.js';
import type { MailingFeed } from './mailing-feed.js';
import type { OpenMailing } from './mailing-press.js';
import { Rota } from './rota.js';

/** Why a shift ends: nothing is due, all mail servers are away, the day's letters are sent, or it was told to. */
export type ShiftEnd = 'nothing-due' | 'all-away' | 'day-is-full' | 'told';

/** A letter in the hands of a line. */
export interface HeldLetter {
  readonly turn: { readonly letter: WaitingLetter; readonly began: number };
  readonly inked: InkedLetter;
  readonly subject: string;
}

/** What a shift works with. */
export interface ShiftTools {
  readonly ledger: BulkLedger;
  readonly feed: MailingFeed;
  readonly stock: LineStock;
  readonly ink: MailingInk;
  readonly open: OpenMailing;
  readonly breakers: Breakers;
  /** Tells of a domain that turned letters away, or takes them again (`over`). */
  readonly onDomain: (change: Closing | { readonly over: string }) => void;
  /** Tells that a mail server took a letter. */
  readonly onServed: (sender: string) => void;
  /** Tells that a mail server is away. */
  readonly onAway: (sender: string, answer: string, restMs: number) => void;
  /** Tells of a letter that was refused for good. */
  readonly onRefused: (letter: WaitingLetter, answer: string) => void;
  readonly onFault: (fault: unknown, messageId: MessageId) => void;
}

const BATCH = 300;
const LOW = 150;
const NAP_MS = 20;
const NOTES_AT_MOST = 200;
/** While one half of the lines waits for its commit, the other half speaks with the mail server. */
const NOTES_AT_ONCE = 2;
/** RFC 5321, 4.5.4.1 asks for four to five days, which so many rests of up to half an hour make. */
const GIVE_UP_AFTER_TRIES = 200;

/** What the lines of one run share: whose turn it is, what is printed, what the ledger is told. */
export class Shift {
  readonly rota: Rota;
  readonly servers: readonly NamedServer[];
  sent = 0;
  private ending: ShiftEnd | undefined;
  private readonly notes: Batches<Note, boolean>;
  private readonly aside = new Set<Promise<void>>();
  /** What the mail server refused for good, and the ledger does not know yet. */
  private readonly refused = new Set<Ended>();
  private after: Pick<WaitingLetter, 'dueAt' | 'id'> = FIRST;

  /** @param allowance how many letters the day may still have */
  constructor(readonly mailing: RunningMailing, readonly tools: ShiftTools, by: string, private allowance: number, private readonly now: () => Date) {
    this.servers = tools.stock.among(mailing.senders);
    this.rota = new Rota(tools.stock.share(this.servers));
    this.notes = new Batches(async (notes) => {
      const begun = await tools.ledger.write(by, notes);
      return notes.map(({ begins }) => begins !== undefined && begun.has(begins.letter.id));
    }, NOTES_AT_MOST, { atOnce: NOTES_AT_ONCE });
  }

  get end(): ShiftEnd | undefined {
    return this.ending;
  }

  stop(reason: ShiftEnd): void {
    this.ending ??= reason;
  }

  /** Reads letters ahead of the lines, until the shift ends. */
  async feed(): Promise<void> {
    while (this.ending === undefined) {
      if (this.rota.waiting >= LOW || !(await this.readOn())) await new Promise((resolve) => setTimeout(resolve, NAP_MS));
    }
  }

  /** The next letter, printed; nothing where none may go now. */
  next(): HeldLetter | undefined {
    for (;;) {
      if (this.allowance <= 0) this.stop('day-is-full');
      if (this.ending !== undefined) return undefined;
      const turn = this.rota.next((domain) => this.tools.breakers.mayGo(domain));
      if (turn === undefined) return undefined;
      const held = this.print(turn);
      if (held === undefined) continue;
      this.tools.breakers.begun(turn.letter.domain);
      this.allowance -= 1;
      return held;
    }
  }

  /** It was not sent and nobody is to blame: it waits for another line. */
  putBack({ turn }: HeldLetter): void {
    this.allowance += 1;
    this.tools.breakers.unanswered(turn.letter.domain);
    this.rota.done(turn);
    if (this.ending === undefined) this.rota.add(turn.letter);
  }

  /** Commits what a line has to say, together with what the others have. True where the letter was begun. */
  async note(note: Note): Promise<boolean> {
    const isBegun = await this.notes.ask(note);
    // Only now: an address that is kept as dead before its letter has failed would make of the letter one that was never tried.
    for (const ended of note.ended) if (this.refused.delete(ended)) this.tools.onRefused(ended.letter, ended.answer);
    return isBegun;
  }

  /** Reads an outcome. `isSure`: no byte of the body has left. */
  ended({ turn }: HeldLetter, outcome: Outcome, its: { readonly wasBegun: boolean; readonly isSure: boolean }): Ended {
    const { letter } = turn;
    this.rota.done(turn);
    this.tellDomain(letter, outcome);
    const tries = letter.attempts + 1;
    const ended = (state: Ended['state'], answer = outcome.answer, restMs = 0): Ended => ({ letter, state, answer, wasBegun: its.wasBegun, restMs });
    if (outcome.kind === 'accepted') {
      this.sent += 1;
      return ended('SENT');
    }
    if (outcome.kind === 'refused') {
      const refused = ended('FAILED');
      this.refused.add(refused);
      return refused;
    }
    if (outcome.kind === 'lost' && !its.isSure) return ended('UNCLEAR');
    if (tries >= GIVE_UP_AFTER_TRIES) return ended('FAILED', `given up after four days: ${outcome.answer}`);
    return ended('DEFERRED', outcome.answer, restBefore(outcome, tries, false));
  }

  /** Waits for what was begun beside the lines. */
  async tidy(): Promise<void> {
    await Promise.all(this.aside);
  }

  private print(turn: { readonly letter: WaitingLetter; readonly began: number }): HeldLetter | undefined {
    const { letter } = turn;
    try {
      const content = this.tools.open.print(letter);
      const to = { email: letter.toAddress, name: letter.toName };
      const inked = this.tools.ink.write(content, { id: letter.id, messageId: letter.messageId, to, locale: letter.locale, date: this.now() });
      return { turn, inked, subject: content.subject };
    } catch (fault) {
      this.tools.onFault(fault, letter.id);
      this.rota.done(turn);
      this.beside(this.tools.ledger.fail(letter.id, `not written: ${fault instanceof Error ? fault.message : 'fault'}`.slice(0, 500)));
      return undefined;
    }
  }

  private tellDomain({ domain }: WaitingLetter, { kind, answer }: Outcome): void {
    const { breakers, onDomain } = this.tools;
    if (kind === 'accepted') {
      if (breakers.accepted(domain)) onDomain({ over: domain });
      return;
    }
    if (kind !== 'later' && kind !== 'refused') {
      breakers.unanswered(domain);
      return;
    }
    const closing = breakers.turnedAway(domain, answer);
    if (closing === undefined) return;
    this.rota.drop(domain);
    onDomain(closing);
  }

  /** False where nothing new was found. */
  private async readOn(): Promise<boolean> {
    const { ledger, feed, breakers } = this.tools;
    const wasIdle = this.rota.waiting + this.rota.underWay === 0;
    const isFromStart = this.after === FIRST;
    const rows = await ledger.waiting(this.mailing.id, this.after, breakers.closed(), BATCH);
    this.after = rows.length < BATCH ? FIRST : (rows.at(-1) ?? FIRST);
    const fresh = rows.filter(({ id }) => !this.rota.has(id));
    if (fresh.length === 0) {
      if (wasIdle && isFromStart && rows.length === 0) this.stop('nothing-due');
      return rows.length === BATCH;
    }
    const due = await feed.stillDue(this.mailing, this.tools.open, fresh);
    const [server] = this.servers;
    const paced = await feed.paced(this.mailing, { name: server?.name ?? '', perMinute: server?.perMinute }, due);
    const now = performance.now();
    for (const { letter, afterMs } of paced) this.rota.add(letter, afterMs > 0 ? now + afterMs : 0);
    return paced.length > 0;
  }

  private beside(work: Promise<void>): void {
    const tracked = work.catch(() => undefined).finally(() => { this.aside.delete(tracked); });
    this.aside.add(tracked);
  }
}

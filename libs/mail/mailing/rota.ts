import type { MessageId } from '#kernel';
import type { WaitingLetter } from './bulk-ledger.js';

interface Turn {
  readonly letter: WaitingLetter;
  /** Not before this moment of `now()`, in milliseconds. */
  readonly notBefore: number;
}

interface DomainLine {
  readonly domain: string;
  readonly turns: Turn[];
  /** Beginnings of the sendings under way. */
  readonly underWay: Set<number>;
  /** How long the last answer took. */
  lastMs: number;
}

/** An answer that takes so long makes a domain a slow one. */
const SLOW_MS = 1_000;

/**
 * Whose turn it is: letters in the order of their domains, one each in turn, so that a large domain does not keep the
 * others waiting; all slow domains together hold at most half of the lines.
 */
export class Rota {
  private readonly domains = new Map<string, DomainLine>();
  private readonly order: DomainLine[] = [];
  private at = 0;
  private count = 0;
  private readonly inHand = new Set<MessageId>();

  constructor(private readonly lines: number, private readonly now: () => number = () => performance.now()) {}

  get waiting(): number {
    return this.count;
  }

  get underWay(): number {
    return this.inHand.size - this.count;
  }

  /** Whether it is waiting here or under way. */
  has(id: MessageId): boolean {
    return this.inHand.has(id);
  }

  waitingOf(domain: string): number {
    return this.domains.get(domain)?.turns.length ?? 0;
  }

  add(letter: WaitingLetter, notBefore = 0): void {
    if (this.inHand.has(letter.id)) return;
    this.inHand.add(letter.id);
    this.count += 1;
    this.lineOf(letter.domain).turns.push({ letter, notBefore });
  }

  /** The next letter that may go now; nothing where all must wait. Give it back by `done`. */
  next(mayGo: (domain: string) => boolean): { readonly letter: WaitingLetter; readonly began: number } | undefined {
    const now = this.now();
    const slowMayGo = this.slowUnderWay(now) < Math.max(1, Math.floor(this.lines / 2));
    for (let looked = 0; looked < this.order.length; looked += 1) {
      const line = this.order[this.at % this.order.length];
      this.at = (this.at + 1) % this.order.length;
      const [turn] = line?.turns ?? [];
      if (line === undefined || turn === undefined || turn.notBefore > now || !mayGo(line.domain)) continue;
      if (!slowMayGo && this.isSlow(line, now)) continue;
      line.turns.shift();
      this.count -= 1;
      // Beginnings are told apart, though two may fall into one moment.
      let began = now;
      while (line.underWay.has(began)) began += 0.001;
      line.underWay.add(began);
      return { letter: turn.letter, began };
    }
    return undefined;
  }

  /** It has ended, or was given up before it began. */
  done({ letter, began }: { readonly letter: WaitingLetter; readonly began: number }): void {
    this.inHand.delete(letter.id);
    const line = this.domains.get(letter.domain);
    if (line === undefined) return;
    line.underWay.delete(began);
    line.lastMs = this.now() - began;
    if (line.turns.length === 0 && line.underWay.size === 0) this.forget(line);
  }

  /** Lets go of all that wait, for instance of a domain that rests. */
  drop(domain?: string): void {
    for (const line of [...this.order]) {
      if (domain !== undefined && line.domain !== domain) continue;
      for (const { letter } of line.turns.splice(0)) {
        this.inHand.delete(letter.id);
        this.count -= 1;
      }
      if (line.underWay.size === 0) this.forget(line);
    }
  }

  /** Milliseconds until the first of those that wait for their moment may go. */
  soonest(): number | undefined {
    const moments = this.order.flatMap(({ turns }) => turns[0]?.notBefore ?? []);
    return moments.length === 0 ? undefined : Math.max(0, Math.min(...moments) - this.now());
  }

  private lineOf(domain: string): DomainLine {
    const known = this.domains.get(domain);
    if (known !== undefined) return known;
    const line: DomainLine = { domain, turns: [], underWay: new Set(), lastMs: 0 };
    this.domains.set(domain, line);
    this.order.push(line);
    return line;
  }

  // One that was slow is remembered, as long as anything of it waits.
  private forget(line: DomainLine): void {
    this.domains.delete(line.domain);
    this.order.splice(this.order.indexOf(line), 1);
  }

  private isSlow({ lastMs, underWay }: DomainLine, now: number): boolean {
    if (lastMs > SLOW_MS) return true;
    for (const began of underWay) if (now - began > SLOW_MS) return true;
    return false;
  }

  private slowUnderWay(now: number): number {
    return this.order.reduce((sum, line) => sum + (line.underWay.size > 0 && this.isSlow(line, now) ? line.underWay.size : 0), 0);
  }
}

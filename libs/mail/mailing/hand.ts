import type { StockedLine } from '../post/line-stock.js';
import type { Outcome } from '../post/outcome.js';
import type { Ended } from './bulk-ledger.js';
import type { HeldLetter, Shift } from './shift.js';

const NAP_MS = 10;

/**
 * One line at work, letter after letter. The end of a letter and the beginning of the next are committed together, while
 * the server waits for the body: so at any moment one letter a line, at most, is one of which nobody knows.
 */
export class Hand {
  private stocked: StockedLine | undefined;
  /** The server waits for its body; nothing of it has left. */
  private held: HeldLetter | undefined;
  /** What the ledger does not know yet. */
  private ended: Ended[] = [];

  constructor(private readonly shift: Shift, private readonly mayStay: () => boolean) {}

  async work(): Promise<void> {
    try {
      while (this.held !== undefined || this.ended.length > 0 || (this.shift.end === undefined && this.mayStay())) {
        if (this.held === undefined) await this.introduce();
        else await this.send(this.held);
      }
    } finally {
      if (this.stocked !== undefined) this.shift.tools.stock.release(this.stocked);
    }
  }

  /** Brings a letter as far as its envelope. */
  private async introduce(): Promise<void> {
    await this.tell();
    const next = this.mayStay() ? this.shift.next() : undefined;
    if (next === undefined) {
      if (this.shift.end === undefined) await pause();
      return;
    }
    let isFresh: boolean;
    try {
      isFresh = await this.findLine();
    } catch (fault) {
      this.shift.putBack(next);
      throw fault;
    }
    if (this.stocked === undefined) {
      this.shift.putBack(next);
      return pause();
    }
    const { agreed } = await this.stocked.line.exchange(undefined, next.inked.envelope);
    this.agree(next, agreed, isFresh);
    await this.tell();
  }

  private async send(held: HeldLetter): Promise<void> {
    const { shift, stocked } = this;
    if (stocked === undefined) throw new Error('a letter was agreed upon over no line');
    const next = this.mayStay() && stocked.line.isOpen ? shift.next() : undefined;
    const isBegun = await this.tell({ letter: held.turn.letter, subject: held.subject, sender: stocked.sender });
    this.held = undefined;
    if (!isBegun) {
      // Somebody else has it, or took it back: what the server waits for never comes.
      this.letGo();
      shift.rota.done(held.turn);
      if (next !== undefined) shift.putBack(next);
      return;
    }
    const isSure = !stocked.line.isAlive;
    const { sent, agreed } = isSure ? { sent: undefined, agreed: undefined } : await stocked.line.exchange(held.inked.source, next?.inked.envelope);
    this.ended.push(shift.ended(held, sent ?? { kind: 'lost', answer: 'the line broke before the letter' }, { wasBegun: true, isSure }));
    if (sent?.kind === 'accepted') shift.tools.onServed(stocked.sender);
    if (next !== undefined) this.agree(next, agreed ?? { kind: 'lost', answer: '' }, false);
    else if (!stocked.line.isOpen) this.letGo();
  }

  /** @param isFresh a line on which nothing went before: when it breaks, the letter has its share in it */
  private agree(letter: HeldLetter, agreed: Outcome | 'go' | undefined, isFresh: boolean): void {
    const { stocked, shift } = this;
    if (agreed === 'go') {
      this.held = letter;
      return;
    }
    if (agreed === undefined || (agreed.kind === 'lost' && !isFresh)) shift.putBack(letter);
    else if (agreed.kind === 'turned-away' && stocked !== undefined) {
      shift.putBack(letter);
      shift.tools.stock.turnedAway(stocked.sender, agreed.answer);
      shift.tools.onAway(stocked.sender, agreed.answer, 0);
      this.letGo();
    } else this.ended.push(shift.ended(letter, agreed, { wasBegun: false, isSure: true }));
    if (this.stocked?.line.isOpen === false) this.letGo();
  }

  /** True where the line is a new one. Without a line it is tried again later; the shift is over where all mail servers are away. */
  private async findLine(): Promise<boolean> {
    if (this.stocked?.line.isOpen === true) return false;
    this.letGo();
    const taken = await this.shift.tools.stock.take(this.shift.servers);
    if ('line' in taken) {
      this.stocked = taken;
      return true;
    }
    if ('isCrowded' in taken) return false;
    for (const { sender, answer } of taken.away) this.shift.tools.onAway(sender, answer, taken.restMs);
    this.shift.stop('all-away');
    return false;
  }

  private async tell(begins?: { readonly letter: HeldLetter['turn']['letter']; readonly subject: string; readonly sender: string }): Promise<boolean> {
    const ended = this.ended.splice(0);
    if (ended.length === 0 && begins === undefined) return false;
    return this.shift.note({ ended, begins });
  }

  private letGo(): void {
    if (this.stocked === undefined) return;
    this.stocked.line.close();
    this.shift.tools.stock.release(this.stocked);
    this.stocked = undefined;
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, NAP_MS));
}

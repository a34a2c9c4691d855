/** A letter as the mailbox's JSON API gives it. */
export interface CaughtLetter {
  readonly id: number;
  readonly to: readonly string[];
  readonly kind: string | null;
  readonly messageId: string | null;
  readonly subject: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly links: readonly string[];
}

interface Waiter {
  readonly wanted: (letter: CaughtLetter) => boolean;
  readonly found: (letter: CaughtLetter) => void;
}

const PAUSE_MS = 150;

/** Reads the local mailbox as all the delegates at once: one poll for everybody, each letter handed to whoever waits for it. */
export class LettersIn {
  readonly all: CaughtLetter[] = [];
  private readonly pile = new Map<number, CaughtLetter>();
  private waiters: Waiter[] = [];
  private last = 0;
  private polling: Promise<void> | undefined;
  private stopped = false;

  constructor(private readonly url: string) {}

  /** Passes over what was caught before the demo began. */
  async begin(): Promise<void> {
    for (let batch = await this.newer(); batch.length > 0; batch = await this.newer()) this.last = batch.at(-1)?.id ?? this.last;
    this.polling = this.poll();
  }

  async end(): Promise<void> {
    this.stopped = true;
    await this.polling;
  }

  /** The first letter that fits, caught already or still to come. */
  async wait(wanted: (letter: CaughtLetter) => boolean, what: string, seconds = 180): Promise<CaughtLetter> {
    const known = [...this.pile.values()].find(wanted);
    if (known !== undefined) return known;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => { reject(new Error(`no letter within ${seconds} s: ${what}`)); }, seconds * 1_000);
      this.waiters.push({ wanted, found: (letter) => { clearTimeout(timer); resolve(letter); } });
    });
  }

  /** Takes a letter off the pile, so that a later wait is for a newer one. */
  forget(letter: CaughtLetter): void {
    this.pile.delete(letter.id);
  }

  private async poll(): Promise<void> {
    while (!this.stopped) {
      const batch = await this.newer().catch(() => []);
      for (const letter of batch) {
        this.last = Math.max(this.last, letter.id);
        this.all.push(letter);
        this.pile.set(letter.id, letter);
        const mine = this.waiters.filter((waiter) => waiter.wanted(letter));
        this.waiters = this.waiters.filter((waiter) => !mine.includes(waiter));
        for (const waiter of mine) waiter.found(letter);
      }
      if (batch.length === 0) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }

  private async newer(): Promise<readonly CaughtLetter[]> {
    const response = await fetch(`${this.url}/api/messages?after=${this.last}&limit=500`, { signal: AbortSignal.timeout(20_000) });
    const { messages } = (await response.json()) as { messages: CaughtLetter[] };
    return [...messages].sort((one, other) => one.id - other.id);
  }
}

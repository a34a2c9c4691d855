interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (fault: unknown) => void;
}

/** How the statements of `Batches` follow each other. */
export interface Pace {
  /** How many may be under way together: with two, what comes while one waits for its commit need not wait for it as well. */
  readonly atOnce?: number;
  /**
   * After many, a few that are left behind wait until half as many have come, or for half the time that the many took: where
   * a statement for one costs nearly as much as for fifty, they would else go alone each time and be followed by the others. One at once only.
   */
  readonly isPatient?: boolean;
}

/**
 * Gathers calls into one statement: what comes while one is under way waits for the next, so that a hot path costs
 * a round trip for many callers and a lone caller waits for nobody.
 */
export class Batches<Item, Answer> {
  private waiting: Waiting<Item, Answer>[] = [];
  private busy = 0;
  private enough: (() => void) | undefined;
  private fewest = 1;
  private readonly atOnce: number;
  private readonly isPatient: boolean;

  /** `answer` gives one answer an item, in the same order. */
  constructor(private readonly answer: (items: readonly Item[]) => Promise<readonly Answer[]>, private readonly most = 200, { atOnce = 1, isPatient = false }: Pace = {}) {
    this.atOnce = atOnce;
    this.isPatient = isPatient;
  }

  ask(item: Item): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (this.waiting.length >= this.fewest) this.enough?.();
      if (this.busy >= this.atOnce) return;
      this.busy += 1;
      // What is read from the sockets in the same turn of the loop goes along.
      setImmediate(() => { void this.drain(); });
    });
  }

  private async drain(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, this.most);
      const began = performance.now();
      try {
        const answers = await this.answer(batch.map((one) => one.item));
        batch.forEach((one, index) => { one.resolve(answers[index] as Answer); });
      } catch (fault) {
        batch.forEach((one) => { one.reject(fault); });
      }
      if (this.isPatient) await this.gather(batch.length / 2, (performance.now() - began) / 2);
    }
    this.busy -= 1;
  }

  private async gather(fewest: number, milliseconds: number): Promise<void> {
    if (fewest < 1 || this.waiting.length >= fewest) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.fewest = fewest;
      this.enough = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.enough = undefined;
  }
}

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
   * After many, a few that are left behind wait until half as many have come, or else, where nobody else is under way, for half the time
   * that the many took: where a statement for one costs nearly as much as for fifty, they would else go alone each time and be followed by the others.
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
  private isAwake = false;
  /** What the newest batch that ended says of those to come: how many are worth a statement. */
  private worth = 0;
  private timer: NodeJS.Timeout | undefined;
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
      if (this.isAwake) return;
      this.isAwake = true;
      // What is read from the sockets in the same turn of the loop goes along.
      setImmediate(() => {
        this.isAwake = false;
        this.look();
      });
    });
  }

  private look(): void {
    while (this.waiting.length > 0 && this.busy < this.atOnce && this.waiting.length >= this.worth) void this.go(this.waiting.splice(0, this.most));
  }

  private async go(batch: readonly Waiting<Item, Answer>[]): Promise<void> {
    this.busy += 1;
    const began = performance.now();
    try {
      const answers = await this.answer(batch.map((one) => one.item));
      batch.forEach((one, index) => { one.resolve(answers[index] as Answer); });
    } catch (fault) {
      batch.forEach((one) => { one.reject(fault); });
    }
    this.busy -= 1;
    if (this.isPatient) this.hold(batch.length / 2, (performance.now() - began) / 2);
    this.look();
  }

  /** While another is under way, those who are left behind may still go with the ones that it brings: its end says so anew. */
  private hold(worth: number, milliseconds: number): void {
    clearTimeout(this.timer);
    this.worth = worth < 1 ? 0 : worth;
    if (this.worth === 0) return;
    this.timer = setTimeout(() => {
      if (this.busy > 0) return;
      this.worth = 0;
      this.look();
    }, milliseconds);
  }
}

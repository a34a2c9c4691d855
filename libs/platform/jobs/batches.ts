interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (fault: unknown) => void;
}

/**
 * Gathers calls into one statement: what comes while one is under way waits for the next, so that a hot path costs
 * a round trip for many callers and a lone caller waits for nobody.
 */
export class Batches<Item, Answer> {
  private waiting: Waiting<Item, Answer>[] = [];
  private busy = 0;

  /**
   * `answer` gives one answer an item, in the same order.
   * @param atOnce statements that may be under way together: with two, what comes while one waits for its commit need not wait for it as well
   */
  constructor(private readonly answer: (items: readonly Item[]) => Promise<readonly Answer[]>, private readonly most = 200, private readonly atOnce = 1) {}

  ask(item: Item): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (this.busy >= this.atOnce) return;
      this.busy += 1;
      // What is read from the sockets in the same turn of the loop goes along.
      setImmediate(() => { void this.drain(); });
    });
  }

  private async drain(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, this.most);
      try {
        const answers = await this.answer(batch.map((one) => one.item));
        batch.forEach((one, index) => { one.resolve(answers[index] as Answer); });
      } catch (fault) {
        batch.forEach((one) => { one.reject(fault); });
      }
    }
    this.busy -= 1;
  }
}

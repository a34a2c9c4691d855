import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource } from 'typeorm';

/**
 * The statements that a piece of work sends, whatever they are sent for. What the process does meanwhile by itself (looking every two
 * seconds for mended texts, say) is not counted: otherwise a slow machine would count more than a fast one.
 */
export class CountedStatements {
  private readonly own = new AsyncLocalStorage<string[]>();

  constructor({ driver }: DataSource) {
    const make = driver.createQueryRunner.bind(driver);
    driver.createQueryRunner = (mode) => {
      const runner = make(mode);
      const query = runner.query.bind(runner);
      runner.query = (...parts: Parameters<typeof query>) => {
        this.own.getStore()?.push(parts[0]);
        return query(...parts);
      };
      return runner;
    };
  }

  async of(work: () => Promise<unknown>): Promise<readonly string[]> {
    const sent: string[] = [];
    // Waited for inside: a request by `inject` begins when it is waited for.
    await this.own.run(sent, async () => { await work(); });
    return sent;
  }
}

import { ForgetSignIns } from '#identity';
import { Sweep } from '#platform';
import type { Sweeper } from '#platform';

/** Every hour: dead links and sign-ins are thrown away. */
@Sweep({ name: 'forget-sign-ins', everyMs: 60 * 60_000 })
export class SweepSignIns implements Sweeper {
  constructor(private readonly forget: ForgetSignIns) {}

  async sweep(): Promise<void> {
    await this.forget.run();
  }
}

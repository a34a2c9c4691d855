import { Sweep } from '#platform';
import type { Sweeper } from '#platform';
import { EraseDocuments } from '#registration';

/** Every hour, since each conference's day ends by its own zone. */
@Sweep({ name: 'registration.documents', everyMs: 3_600_000 })
export class SweepDocuments implements Sweeper {
  constructor(private readonly erase: EraseDocuments) {}

  async sweep(): Promise<void> {
    await this.erase.run();
  }
}

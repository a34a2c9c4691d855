import { isBusy, UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';

// One worker at a time; whoever comes second has nothing to do.
const LOCK = 7_015_001;
const MERGE = "SELECT gin_clean_pending_list('registration_search')::int AS pages WHERE pg_try_advisory_xact_lock($1)";

/** The index by which registrations are searched, whose newest entries wait in a list that every search reads as well. */
@Injectable()
export class SearchIndex {
  constructor(private readonly work: UnitOfWork) {}

  /** Merges what waits into the index, so that those who register never do it. @returns how many pages waited; 0 while somebody else merges */
  async merge(): Promise<number> {
    try {
      const [merged] = await this.work.run((tx: Tx) => tx.query<{ pages: number }>(MERGE, [LOCK]));
      return merged?.pages ?? 0;
    } catch (fault) {
      // PostgreSQL's own cleaning is at it.
      if (isBusy(fault)) return 0;
      throw fault;
    }
  }
}

import type { ShareOf } from '#kernel';
import { rowsOf } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

const KEPT_MS = 60_000;
// A hundred texts from all over the table, as ANALYZE drew them for the planner; none in a table that is new.
const SAMPLE = "SELECT histogram_bounds::text::text[] AS texts FROM pg_stats WHERE schemaname = current_schema() AND tablename = 'registration' AND attname = 'search_text'";

/** How common the trigrams are by which registrations are searched: a guess by which a search is quicker, and never finds less. */
@Injectable()
export class TrigramShares {
  private shares: ShareOf | undefined;
  private keptUntil = 0;

  /** As of a minute ago at the most. */
  async current(em: EntityManager): Promise<ShareOf> {
    if (this.shares === undefined || performance.now() > this.keptUntil) {
      const [row] = await rowsOf<{ texts: readonly string[] | null }>(em, SAMPLE);
      this.shares = sharesIn(row?.texts ?? []);
      this.keptUntil = performance.now() + KEPT_MS;
    }
    return this.shares;
  }
}

/** What is in no text of a sample may be in a few of the others: half as many as what is in one. Without texts all is common. */
export function sharesIn(texts: readonly string[]): ShareOf {
  if (texts.length === 0) return () => 1;
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const trigram of new Set(Array.from({ length: Math.max(0, text.length - 2) }, (_, at) => text.slice(at, at + 3)))) counts.set(trigram, (counts.get(trigram) ?? 0) + 1);
  }
  return (trigram) => (counts.get(trigram) ?? 0.5) / texts.length;
}

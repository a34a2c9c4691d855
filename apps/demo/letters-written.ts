import { setTimeout as pause } from 'node:timers/promises';
import type { Edition } from './set-up.js';
import { withDatabase } from './with-database.js';

// Delivering takes its time and is waited for at the end; here it is enough that letters are in the ledger.
// What a worker gave back is due again some seconds later; what waits for a deadline is due in hours.
const UNWRITTEN = "SELECT count(*)::int AS open FROM outbox WHERE due_at <= now() + interval '30 seconds' AND failed_at IS NULL AND name NOT LIKE 'mail.%'";
const BY_KIND = 'SELECT kind, count(*)::int AS count FROM message WHERE conference_id = $1 GROUP BY kind ORDER BY kind';
const PATIENCE_MS = 240_000;

/** Says, step by step, which letters were written since the last time it was asked. */
export class LettersWritten {
  private before = new Map<string, number>();

  constructor(private readonly databaseUrl: string, private readonly edition: Edition) {}

  /** How many of each kind since the last time, once whatever follows from the step has been done. */
  async since(): Promise<ReadonlyMap<string, number>> {
    const now = await withDatabase(this.databaseUrl, async (database) => {
      const began = Date.now();
      while ((await database.query<{ open: number }>(UNWRITTEN)).rows[0]?.open !== 0) {
        if (Date.now() - began > PATIENCE_MS) throw new Error(`what follows from a step is not done after ${PATIENCE_MS / 1_000} s`);
        await pause(100);
      }
      const { rows } = await database.query<{ kind: string; count: number }>(BY_KIND, [this.edition.conferenceId]);
      return new Map(rows.map(({ kind, count }) => [kind, count]));
    });
    const newer = [...now].map(([kind, count]) => [kind, count - (this.before.get(kind) ?? 0)] as const).filter(([, count]) => count > 0);
    this.before = now;
    return new Map(newer);
  }
}

export function inWords(written: ReadonlyMap<string, number>): string {
  return written.size === 0 ? 'nobody was written to' : `letters: ${[...written].map(([kind, count]) => `${count} ${kind}`).join(', ')}`;
}

import { withDatabase } from './with-database.js';

const STILL_OPEN = `
  SELECT (SELECT count(*)::int FROM message WHERE conference_id = $1 AND state IN ('PENDING', 'SENDING', 'DEFERRED'))
       + (SELECT count(*)::int FROM outbox WHERE due_at <= now() + interval '30 seconds' AND failed_at IS NULL) AS open`;
/** The letters of a worker that was killed are taken up by the next one within some minutes. */
const PATIENCE_S = 480;
const TELL_EVERY_S = 20;
/** What the mail server has taken is in the mailbox's list a moment later. */
const SHELVED_MS = 1_000;

/** Waits until every letter of the conference is final and nothing due waits in the outbox. */
export async function settle(databaseUrl: string, conferenceId: string, say: (text: string) => void): Promise<void> {
  await withDatabase(databaseUrl, async (database) => {
    const began = Date.now();
    for (let told = began; ;) {
      const open = (await database.query<{ open: number }>(STILL_OPEN, [conferenceId])).rows[0]?.open;
      if (open === 0) break;
      if (Date.now() - began > PATIENCE_S * 1_000) throw new Error(`${open ?? '?'} letters or jobs are not settled after ${PATIENCE_S} s`);
      if (Date.now() - told > TELL_EVERY_S * 1_000) {
        told = Date.now();
        say(`${open ?? '?'} letters and jobs are still under way`);
      }
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  });
  await new Promise((resolve) => setTimeout(resolve, SHELVED_MS));
}

import type { MailingId } from '#kernel';
import type { Tx } from '#platform';
import { sendMailing } from '../jobs.js';

const WAKE = `
  UPDATE mailing SET state = 'RUNNING', finished_at = NULL, shift = shift + 1, seen_at = NULL
  WHERE id = $1 AND state IN ('RUNNING', 'FINISHED') RETURNING shift`;

/** Has a mailing looked at anew, also a finished one that has a letter to send again; a paused one waits for its resumption. */
export async function wakeMailing(tx: Tx, id: MailingId): Promise<void> {
  const [woken] = await tx.query<{ shift: number }>(WAKE, [id]);
  if (woken !== undefined) tx.enqueue(sendMailing, { mailingId: id, shift: woken.shift });
}

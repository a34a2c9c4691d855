import type { MailingId, MessageId } from '#kernel';
import { job } from '#platform';

/** Sends one letter of the ledger. Run twice or twenty times, it sends once; a letter that must wait is postponed, not failed. */
export const deliverMessage = job<{ messageId: MessageId }>('mail.deliver', { queue: 'letters', attempts: 12 });

/**
 * Sends letters of a mailing for a while, then enqueues its successor. A job whose `shift` is not the mailing's newest has
 * been replaced and does nothing. What is left of a cancelled mailing is marked by it.
 */
export const sendMailing = job<{ mailingId: MailingId; shift: number }>('mail.send-mailing', { queue: 'campaigns', attempts: 12 });

import type { MessageId } from '#kernel';
import { job } from '#platform';

/** Sends one letter of the ledger. Run twice or twenty times, it sends once; a letter that must wait is postponed, not failed. */
export const deliverMessage = job<{ messageId: MessageId }>('mail.deliver', { queue: 'letters', attempts: 12 });

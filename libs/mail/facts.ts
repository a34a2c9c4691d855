import type { MailingId, MessageId, SuppressionId } from '#kernel';
import { fact } from '#platform';

/** Every letter of a mailing has come to its end. A letter settled as "once more" opens it again, and it is told again. */
export const mailingFinished = fact<{ mailingId: MailingId }>('mail.mailing-finished');
/** A letter came back, or its reader called it spam. */
export const messageBounced = fact<{ messageId: MessageId }>('mail.bounced');
/** A reader wants no more mailings of a conference. */
export const readerUnsubscribed = fact<{ suppressionId: SuppressionId }>('mail.unsubscribed');

import { Injectable } from '@nestjs/common';
import { refuse } from '#kernel';
import type { MessageId, Refusal } from '#kernel';
import type { Tx } from '#platform';
import { deliverMessage } from './jobs.js';
import { wakeMailing } from './mailing/wake.js';
import { Message } from './message.entity.js';

const ARRIVED = `UPDATE message SET state = 'SENT', sent_at = coalesce(sent_at, sending_at, now()) WHERE id = $1 AND state = 'UNCLEAR' RETURNING id`;
const ONCE_MORE = `UPDATE message SET state = 'PENDING', next_attempt_at = now() WHERE id = $1 AND state = 'UNCLEAR' RETURNING id`;

/**
 * A person has found out what became of an unclear letter: it arrived, or it is to be sent once more (under the same
 * Message-ID, by which mailboxes drop a second copy). The caller checks who may decide, and keeps who did.
 */
@Injectable()
export class SettleUnclear {
  async within(tx: Tx, id: MessageId, arrived: boolean): Promise<Message | Refusal<'message.unknown' | 'message.not-unclear'>> {
    const [settled] = await tx.query<{ id: MessageId }>(arrived ? ARRIVED : ONCE_MORE, [id]);
    const message = await tx.em.findOneBy(Message, { id });
    if (message === null) return refuse('message.unknown');
    if (settled === undefined) return refuse('message.not-unclear');
    if (!arrived) await sendAgain(tx, message);
    return message;
  }
}

async function sendAgain(tx: Tx, message: Message): Promise<void> {
  if (message.mailingId === null) tx.enqueue(deliverMessage, { messageId: message.id });
  else await wakeMailing(tx, message.mailingId);
}

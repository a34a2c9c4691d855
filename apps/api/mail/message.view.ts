import type { Message } from '#mail';
import type { Message as MessageView } from '../graphql/schema.gen.js';

/** A line of the ledger as staff see it; what the letter was filled with stays inside. */
export function toMessage(row: Message): MessageView {
  const { id, kind, locale, state, subject, messageId, smtpAnswer, attempts, createdAt, sentAt, registrationId } = row;
  return { id, kind, to: row.toAddress, locale, state, subject, messageId, smtpAnswer, attempts, createdAt, sentAt, registrationId };
}

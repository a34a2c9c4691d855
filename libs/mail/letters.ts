import { Inject, Injectable } from '@nestjs/common';
import { newId } from '#kernel';
import type { AccountId, ConferenceId, MessageId, RegistrationId } from '#kernel';
import { SETTINGS } from '#platform';
import type { Settings, Tx } from '#platform';
import { headerText } from './header-text.js';
import { deliverMessage } from './jobs.js';
import type { Letter } from './letter.js';
import { senderOf } from './sender.js';

export interface LetterToWrite<Props extends object> {
  /** The id of the transition that caused the letter: reached twice it writes twice, run twice it writes once. */
  readonly key: string;
  readonly to: { readonly email: string; readonly name: string };
  /** The person's language, BCP 47. */
  readonly locale: string;
  readonly props: Props;
  /** The name before our address, usually that of the conference. */
  readonly from?: string | undefined;
  readonly conferenceId?: ConferenceId | undefined;
  readonly registrationId?: RegistrationId | undefined;
  readonly accountId?: AccountId | undefined;
}

const WRITE = `
  INSERT INTO message (id, kind, unique_key, conference_id, registration_id, account_id, to_address, to_name, from_name,
    locale, props, urgent, message_id)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
  ON CONFLICT DO NOTHING RETURNING id`;
const WRITTEN = 'SELECT id FROM message WHERE conference_id IS NOT DISTINCT FROM $1 AND unique_key = $2';

/** The desk at which every context hands in its letters. */
@Injectable()
export class Letters {
  private readonly domain: string;

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.domain = senderOf(settings.MAIL_FROM).domain;
  }

  /**
   * Writes a letter into the ledger and has it sent after the commit, once for each kind and key.
   * @throws ForbiddenHeaderText where an address or name holds a line break
   */
  async write<Props extends object>(tx: Tx, letter: Letter<Props>, its: LetterToWrite<Props>): Promise<MessageId> {
    const id: MessageId = newId();
    const uniqueKey = `${letter.kind}:${its.key}`;
    const conferenceId = its.conferenceId ?? null;
    const [row] = await tx.query<{ id: MessageId }>(WRITE, [
      id, letter.kind, uniqueKey, conferenceId, its.registrationId ?? null, its.accountId ?? null,
      headerText('To', its.to.email), headerText('To', its.to.name), its.from === undefined ? null : headerText('From', its.from),
      its.locale, JSON.stringify(its.props), letter.urgent, `<${id}@${this.domain}>`,
    ]);
    if (row !== undefined) {
      tx.enqueue(deliverMessage, { messageId: row.id });
      return row.id;
    }
    const [written] = await tx.query<{ id: MessageId }>(WRITTEN, [conferenceId, uniqueKey]);
    if (written === undefined) throw new Error(`letter ${uniqueKey} was refused by the ledger and is not in it`);
    return written.id;
  }
}

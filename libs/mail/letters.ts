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

/** A letter as a row of the ledger, not written yet. */
export interface PreparedLetter {
  readonly id: MessageId;
  readonly kind: string;
  readonly unique_key: string;
  readonly conference_id: ConferenceId | null;
  readonly registration_id: RegistrationId | null;
  readonly account_id: AccountId | null;
  readonly to_address: string;
  readonly to_name: string;
  readonly from_name: string | null;
  readonly locale: string;
  readonly props: object;
  readonly urgent: boolean;
  readonly message_id: string;
}

const COLUMNS = 'id, kind, unique_key, conference_id, registration_id, account_id, to_address, to_name, from_name, locale, props, urgent, message_id';
const WRITE = `
  INSERT INTO message (${COLUMNS}) SELECT ${COLUMNS} FROM jsonb_populate_recordset(NULL::message, $1::jsonb)
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
    const row = this.prepare(letter, its);
    const [id] = await this.writeAll(tx, [row]);
    if (id !== undefined) return id;
    const [written] = await tx.query<{ id: MessageId }>(WRITTEN, [row.conference_id, row.unique_key]);
    if (written === undefined) throw new Error(`letter ${row.unique_key} was refused by the ledger and is not in it`);
    return written.id;
  }

  /** The row of a letter, to be written together with others. @throws ForbiddenHeaderText as `write` */
  prepare<Props extends object>(letter: Letter<Props>, its: LetterToWrite<Props>): PreparedLetter {
    const id: MessageId = newId();
    return {
      id, kind: letter.kind, unique_key: `${letter.kind}:${its.key}`,
      conference_id: its.conferenceId ?? null, registration_id: its.registrationId ?? null, account_id: its.accountId ?? null,
      to_address: headerText('To', its.to.email), to_name: headerText('To', its.to.name), from_name: its.from === undefined ? null : headerText('From', its.from),
      locale: its.locale, props: its.props, urgent: letter.urgent, message_id: `<${id}@${this.domain}>`,
    };
  }

  /** Writes letters by one statement and has them sent after the commit. @returns those that were not in the ledger before */
  async writeAll(tx: Tx, letters: readonly PreparedLetter[]): Promise<readonly MessageId[]> {
    const rows = await tx.query<{ id: MessageId }>(WRITE, [JSON.stringify(letters)]);
    for (const { id } of rows) tx.enqueue(deliverMessage, { messageId: id });
    return rows.map(({ id }) => id);
  }
}

import { Injectable } from '@nestjs/common';
import type { ConferenceId, MessageId } from '#kernel';
import { LinkTokens, rowsOf, UnitOfWork } from '#platform';
import { readerUnsubscribed } from '../facts.js';
import { Suppressions } from '../suppression/suppressions.js';
import { UNSUBSCRIBE } from './unsubscribe-link.js';

interface Found {
  readonly id: MessageId;
  readonly conferenceId: ConferenceId | null;
  readonly toAddress: string;
  readonly locale: string;
  readonly fromName: string | null;
}

const FIND = 'SELECT id, conference_id AS "conferenceId", to_address AS "toAddress", locale, from_name AS "fromName" FROM message WHERE id = $1';

/** The way out that every letter of a mailing holds (RFC 8058). Opening it changes nothing; following it needs no sign-in. */
@Injectable()
export class Unsubscribe {
  constructor(private readonly work: UnitOfWork, private readonly tokens: LinkTokens, private readonly suppressions: Suppressions) {}

  /** In whose letter the link stood, for a page that asks; nothing where the token is none of ours. */
  async behind(token: string): Promise<{ readonly locale: string; readonly from: string | null } | undefined> {
    const found = await this.find(token);
    return found === undefined ? undefined : { locale: found.locale, from: found.fromName };
  }

  /** No mailing of this conference writes to the letter's address any more. False where the token is none of ours. */
  async run(token: string): Promise<boolean> {
    const found = await this.find(token);
    if (found === undefined) return false;
    await this.work.run(async (tx) => {
      const [suppressionId] = await this.suppressions.add(tx, found.conferenceId, [{ address: found.toAddress, reason: 'UNSUBSCRIBED', messageId: found.id }]);
      if (suppressionId !== undefined) tx.record(readerUnsubscribed, { suppressionId });
    });
    return true;
  }

  private async find(token: string): Promise<Found | undefined> {
    const id = this.tokens.verifyLinkToken<MessageId>(UNSUBSCRIBE, token);
    return id === undefined ? undefined : (await rowsOf<Found>(this.work.reader, FIND, [id]))[0];
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import type { MessageId } from '#kernel';
import { LOG, Postponed } from '#platform';
import type { Log } from '#platform';
import { ForbiddenHeaderText } from '../header-text.js';
import { letterOf } from '../letter.js';
import { LetterPress } from '../letter-press.js';
import { mimeOf } from '../mime.js';
import { PostOffice } from '../post/post-office.js';
import type { Posted } from '../post/post-office.js';
import { Ledger } from './ledger.js';
import type { TakenMessage } from './ledger.js';
import { GIVE_UP_AFTER_MS, restBefore } from './pace.js';

const UNREADABLE_REST_MS = 10 * 60_000;

class TakenOver extends Error {
  override readonly name = 'TakenOver';
}

/** Sends one letter of the ledger, at most once as its reader sees it (docs/decisions/mail-ledger.md). */
@Injectable()
export class DeliverMessage {
  constructor(
    private readonly ledger: Ledger,
    private readonly press: LetterPress,
    private readonly office: PostOffice,
    @Inject(LOG) private readonly log: Log,
    private readonly clock: Clock,
  ) {}

  /**
   * @param by names the job; only one run of it is alive at a time, so finding it in the row means that the last one died
   * @throws Postponed where the letter is to be tried again later
   */
  async run(id: MessageId, by: string): Promise<void> {
    const message = await this.ledger.take(id, by);
    if (message === undefined) return this.standBack(id, by);
    let posted: Posted;
    try {
      posted = await this.post(message);
    } catch (fault) {
      if (fault instanceof TakenOver) return;
      return this.giveBack(message, fault);
    }
    await this.settle(message, posted);
  }

  private async post(message: TakenMessage): Promise<Posted> {
    const letter = letterOf(message.kind);
    if (letter === undefined) throw new Error(`this release knows no letter ${message.kind}`);
    const to = { email: message.toAddress, name: message.toName };
    const printed = this.press.print(letter, message.props, { ...to, locale: message.locale, from: message.fromName });
    const { envelope, source } = await mimeOf(printed, { id: message.id, kind: message.kind, messageId: message.messageId, to, date: this.clock.now() });
    return this.office.post(envelope, source, {
      urgent: message.urgent,
      begin: async () => {
        if (!(await this.ledger.beginData(message, printed.subject))) throw new TakenOver();
      },
    });
  }

  // Another release may know the letter or write it better; a line break in a header stays one.
  private async giveBack(message: TakenMessage, fault: unknown): Promise<void> {
    const isFinal = fault instanceof ForbiddenHeaderText || message.ageMs > GIVE_UP_AFTER_MS;
    await this.ledger.notSent(message, `not written: ${fault instanceof Error ? fault.message : 'fault'}`, isFinal, UNREADABLE_REST_MS);
    this.log.fault('letter could not be written', fault, { messageId: message.id, letter: message.kind });
    if (!isFinal) throw new Postponed(UNREADABLE_REST_MS, 'letter could not be written');
  }

  private async settle(message: TakenMessage, posted: Posted): Promise<void> {
    const { id, attempt } = message;
    if (posted.kind === 'accepted') return this.ledger.sent(message, posted.answer);
    if (posted.kind === 'refused') return this.ledger.ended(id, attempt, 'FAILED', posted.answer);
    if (posted.kind === 'lost' && posted.begun && !message.urgent) return this.ledger.ended(id, attempt, 'UNCLEAR', posted.answer);
    if (message.ageMs > GIVE_UP_AFTER_MS) return this.ledger.ended(id, attempt, 'FAILED', `given up after four days: ${posted.answer}`);
    const rest = restBefore(posted, attempt, message.urgent);
    await this.ledger.ended(id, attempt, 'DEFERRED', posted.answer, rest);
    throw new Postponed(rest, 'mail server asks to wait, or is away');
  }

  private async standBack(id: MessageId, by: string): Promise<void> {
    const standing = await this.ledger.standing(id);
    if (standing === undefined) return;
    if (standing.state === 'PENDING' || standing.state === 'DEFERRED') throw new Postponed(Math.max(standing.restMs, 1_000), 'not due yet');
    if (standing.state !== 'SENDING' || standing.sendingBy !== by || standing.phase !== 'data') return;
    const answer = 'the worker died while the letter was on its way';
    if (!standing.urgent) return this.ledger.ended(id, standing.attempts, 'UNCLEAR', answer);
    await this.ledger.ended(id, standing.attempts, 'DEFERRED', answer);
    return this.run(id, by);
  }
}

import { Inject, Injectable } from '@nestjs/common';
import type { MessageId } from '#kernel';
import { LOG, UnitOfWork } from '#platform';
import type { Log } from '#platform';
import { bounceKindOf } from '../bounce/bounce.rules.js';
import { TakeBounce } from '../bounce/take-bounce.js';
import { LineStock } from '../post/line-stock.js';
import type { NamedServer } from '../post/line-stock.js';
import type { Breakers } from './breakers.js';
import { BulkLedger } from './bulk-ledger.js';
import { Inkwell } from './inkwell.js';
import { MailingDesk } from './mailing-desk.js';
import type { RaisedAlert, RunningMailing } from './mailing-desk.js';
import { MailingFeed } from './mailing-feed.js';
import type { OpenMailing } from './mailing-press.js';
import type { ShiftTools } from './shift.js';

/** Addresses that the mail server itself knows to be dead, which need not wait for a bounce. */
@Injectable()
export class RefusedLetters {
  constructor(private readonly work: UnitOfWork, private readonly bounces: TakeBounce) {}

  async take(id: MessageId, answer: string): Promise<void> {
    if (bounceKindOf(undefined, answer) !== 'HARD') return;
    await this.work.run((tx) => this.bounces.within(tx, id, { action: 'FAILED', recipient: undefined, status: undefined, diagnostic: answer, letterId: id }));
  }
}

/** What every run of a mailing works with, put together. */
@Injectable()
export class MailingTools {
  constructor(
    readonly ledger: BulkLedger,
    readonly desk: MailingDesk,
    readonly feed: MailingFeed,
    readonly stock: LineStock,
    private readonly inkwell: Inkwell,
    private readonly bounces: RefusedLetters,
    @Inject(LOG) private readonly log: Log,
  ) {}

  forShift(mailing: RunningMailing, open: OpenMailing, breakers: Breakers): ShiftTools {
    const { ledger, feed, stock } = this;
    const [told, served] = [new Set<string>(), new Set<string>()];
    return {
      ledger, feed, stock, open, breakers, ink: this.inkwell.fill(mailing),
      onDomain: (change) => {
        if ('over' in change) this.beside(this.desk.over(mailing.id, 'DOMAIN', change.over));
        else this.raise(mailing, { kind: 'DOMAIN', name: change.domain, ...change });
      },
      onServed: (sender) => {
        if (served.has(sender)) return;
        served.add(sender);
        stock.served(sender);
        this.beside(this.desk.over(mailing.id, 'SENDER', sender));
      },
      onAway: (sender, answer, restMs) => {
        if (told.has(sender)) return;
        told.add(sender);
        this.raise(mailing, { kind: 'SENDER', name: sender, refusals: 1, times: 1, restMs, answer });
      },
      onRefused: (letter, answer) => { this.beside(this.bounces.take(letter.id, answer)); },
      onFault: (fault, messageId) => { this.log.fault('a letter of a mailing could not be written', fault, { mailingId: mailing.id, messageId }); },
    };
  }

  /** How long until one of the servers is asked again. */
  awayMs(servers: readonly NamedServer[]): number {
    return this.stock.restOf(servers);
  }

  private raise(mailing: RunningMailing, alert: RaisedAlert): void {
    this.log.warn(alert.kind === 'DOMAIN' ? 'a domain turns letters of a mailing away; it rests' : 'a mail server is away', {
      mailingId: mailing.id, name: alert.name, refusals: alert.refusals, restMs: Math.round(alert.restMs), answer: alert.answer,
    });
    this.beside(this.desk.raise(mailing, alert));
  }

  private beside(work: Promise<void>): void {
    work.catch((fault: unknown) => { this.log.fault('an alert of a mailing could not be kept', fault); });
  }
}

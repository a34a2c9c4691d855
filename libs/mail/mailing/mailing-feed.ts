import { Injectable } from '@nestjs/common';
import { addressKey } from '#kernel';
import type { MessageId } from '#kernel';
import { UnitOfWork } from '#platform';
import { Suppressions } from '../suppression/suppressions.js';
import { BulkLedger } from './bulk-ledger.js';
import type { WaitingLetter } from './bulk-ledger.js';
import type { RunningMailing } from './mailing-desk.js';
import type { OpenMailing } from './mailing-press.js';
import { Paces } from './paces.js';
import type { Granted, Pace } from './paces.js';

/** A letter that may go, and how long it must wait for its turn. */
export interface PacedLetter {
  readonly letter: WaitingLetter;
  readonly afterMs: number;
}

/** Turns are reserved so far ahead, in milliseconds; what lies beyond is read again later. */
const HORIZON_MS = 3_000;

/** Whether a letter should still go, and when: asked a batch at a time, just before it is printed. */
@Injectable()
export class MailingFeed {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ledger: BulkLedger,
    private readonly suppressions: Suppressions,
    private readonly paces: Paces,
  ) {}

  /** Takes out those that are no longer due (answered meanwhile: CANCELLED) or not to be written to (SUPPRESSED). */
  async stillDue(mailing: RunningMailing, open: OpenMailing, letters: readonly WaitingLetter[]): Promise<readonly WaitingLetter[]> {
    if (letters.length === 0) return [];
    const em = this.work.reader;
    const reasons = await this.suppressions.of(em, mailing.conferenceId, letters.map(({ toAddress }) => toAddress));
    const suppressed = new Map(letters.flatMap(({ id, toAddress }) => {
      const reason = reasons.get(addressKey(toAddress));
      return reason === undefined ? [] : [[id, reason] as [MessageId, string]];
    }));
    if (suppressed.size > 0) await this.ledger.suppress(suppressed);
    const wanted = letters.filter(({ id }) => !suppressed.has(id));
    const due = await open.stillDue(em, wanted.map(({ id }) => id));
    const answered = wanted.filter(({ id }) => !due.has(id));
    if (answered.length > 0) await this.ledger.cancel(answered.map(({ id }) => id), 'no longer due when its turn came');
    return wanted.filter(({ id }) => due.has(id));
  }

  /** Those that may go within the next seconds, each at its turn; the rest is left where it is. */
  async paced(mailing: RunningMailing, sender: { readonly name: string; readonly perMinute: number | undefined }, letters: readonly WaitingLetter[]): Promise<readonly PacedLetter[]> {
    const wholes = [
      ...(mailing.perMinute === null ? [] : [{ key: `mailing ${mailing.id}`, perMinute: mailing.perMinute }]),
      ...(sender.perMinute === undefined ? [] : [{ key: `sender ${sender.name}`, perMinute: sender.perMinute }]),
    ];
    if (wholes.length === 0 && mailing.domainPerMinute === null) return letters.map((letter) => ({ letter, afterMs: 0 }));
    const most = Math.min(letters.length, ...wholes.map(({ perMinute }) => Math.floor((HORIZON_MS * perMinute) / 60_000) + 1));
    const byDomain = await this.byDomain(mailing.domainPerMinute, letters, most);
    const granted = await this.paces.reserve(wholes.map((whole): Pace => ({ ...whole, wanted: byDomain.length })), HORIZON_MS);
    const grants = [...granted.values()];
    const count = Math.min(byDomain.length, ...grants.map((grant) => grant.count));
    return byDomain.slice(0, count).map(({ letter, afterMs }, index) => ({ letter, afterMs: Math.max(afterMs, ...grants.map((grant) => momentOf(grant, index))) }));
  }

  private async byDomain(perMinute: number | null, letters: readonly WaitingLetter[], most: number): Promise<readonly PacedLetter[]> {
    if (perMinute === null) return letters.slice(0, most).map((letter) => ({ letter, afterMs: 0 }));
    const wanted = new Map<string, number>();
    for (const { domain } of letters) wanted.set(domain, Math.min((wanted.get(domain) ?? 0) + 1, most));
    const granted = await this.paces.reserve([...wanted].map(([domain, count]) => ({ key: `domain ${domain}`, perMinute, wanted: count })), HORIZON_MS);
    const taken = new Map<string, number>();
    return letters.flatMap((letter) => {
      const [grant, index] = [granted.get(`domain ${letter.domain}`), taken.get(letter.domain) ?? 0];
      if (grant === undefined || index >= grant.count) return [];
      taken.set(letter.domain, index + 1);
      return [{ letter, afterMs: momentOf(grant, index) }];
    });
  }
}

function momentOf({ firstMs, everyMs }: Granted, index: number): number {
  return firstMs + index * everyMs;
}

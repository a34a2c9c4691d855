import { Inject, Injectable } from '@nestjs/common';
import type { MailingId } from '#kernel';
import { LOG, UnitOfWork } from '#platform';
import type { Log } from '#platform';
import { Breakers } from './breakers.js';
import { Hand } from './hand.js';
import type { RunningMailing } from './mailing-desk.js';
import { MailingPress } from './mailing-press.js';
import { MailingTools } from './mailing-tools.js';
import { quietUntil, warmDay } from './quiet-hours.js';
import { Shift } from './shift.js';

/** A run ends in time for a worker that must stop, and so that a mailing moves on when workers are exchanged. */
const SHIFT_MS = 12_000;
const LOOK_EVERY_MS = 400;

/** Sends a mailing's letters for a while and hands over to the next run (docs/decisions/mailings.md). */
@Injectable()
export class SendMailing {
  private readonly breakers = new Map<MailingId, Breakers>();

  constructor(
    private readonly work: UnitOfWork,
    private readonly tools: MailingTools,
    private readonly press: MailingPress,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** @param outboxId names the job; only one run of it is alive at a time, so what is found under its name was left by a dead one */
  async run(mailingId: MailingId, shift: number, outboxId: string): Promise<void> {
    const { desk, ledger } = this.tools;
    const by = `mailing ${outboxId}`;
    await ledger.settleStranded(mailingId, by);
    const mailing = await desk.read(mailingId, shift);
    if (mailing === undefined || mailing.shift !== shift) return;
    if (mailing.state === 'CANCELLED') return desk.cancelRest(mailingId);
    if (mailing.state !== 'RUNNING') return;
    const pause = quietEnd(mailing, mailing.now);
    if (pause !== undefined) return desk.rest(mailingId, shift, pause);
    await this.send(mailing, by);
  }

  private async send(mailing: RunningMailing, by: string): Promise<void> {
    const { desk, stock } = this.tools;
    const day = warmDay(mailing.now, mailing.startedAt, mailing.warmUp, mailing.zone);
    const allowance = day === undefined ? Infinity : day.most - (await desk.sentSince(mailing.id, day.begins));
    if (day !== undefined && allowance <= 0) return desk.rest(mailing.id, mailing.shift, day.ends);
    const breakers = await this.breakersOf(mailing.id);
    const began = performance.now();
    const clock = (): Date => new Date(mailing.now.getTime() + performance.now() - began);
    const open = await this.press.open(this.work.reader, mailing.id);
    const shift = new Shift(mailing, this.tools.forShift(mailing, open, breakers), by, allowance, clock);
    const leave = stock.enter();
    try {
      await allAtRest([this.hands(shift), shift.feed(), this.watch(shift, clock)], () => { shift.stop('told'); });
    } finally {
      leave();
      shift.stop('told');
      await shift.tidy();
    }
    await this.handOver(shift, clock, day?.ends);
  }

  /** As many lines as are ours, more or fewer as other mailings come and go. */
  private async hands(shift: Shift): Promise<void> {
    const { stock } = this.tools;
    const working = new Set<Promise<void>>();
    const faults: Error[] = [];
    while (shift.end === undefined) {
      while (working.size < stock.share(shift.servers)) {
        const place = working.size;
        const work = new Hand(shift, () => place < stock.share(shift.servers)).work()
          .catch((fault: unknown) => {
            faults.push(fault instanceof Error ? fault : new Error(String(fault)));
            shift.stop('told');
          })
          .finally(() => { working.delete(work); });
        working.add(work);
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS / 4));
    }
    await Promise.all(working);
    for (const fault of faults) throw fault;
  }

  /** Looks whether the mailing was paused, cancelled or taken over, and says how fast it goes. */
  private async watch(shift: Shift, clock: () => Date): Promise<void> {
    const { desk } = this.tools;
    const { mailing } = shift;
    const began = performance.now();
    let [countedAt, counted] = [began, 0];
    while (shift.end === undefined) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      // A database that is away says nothing; nothing is begun without it either.
      const standing = await desk.look(mailing.id).catch(() => undefined);
      if (standing !== undefined && (standing.state !== 'RUNNING' || standing.shift !== mailing.shift)) shift.stop('told');
      const now = performance.now();
      if (now - began > SHIFT_MS || quietEnd(mailing, clock()) !== undefined) shift.stop('told');
      const rate = Math.round(((shift.sent - counted) / (now - countedAt)) * 60_000);
      await desk.beat(mailing.id, mailing.shift, rate).catch(() => undefined);
      if (now - countedAt > 3_000) [countedAt, counted] = [now, shift.sent];
    }
  }

  private async handOver(shift: Shift, clock: () => Date, dayEnds: Date | undefined): Promise<void> {
    const { desk } = this.tools;
    const { id, shift: number } = shift.mailing;
    const { breakers } = shift.tools;
    if (shift.end === 'nothing-due') return desk.finishOrRest(id, number, { domains: breakers.closed(), restMs: breakers.soonest() });
    if (shift.end === 'day-is-full' && dayEnds !== undefined) return desk.rest(id, number, dayEnds);
    if (shift.end === 'all-away') return desk.rest(id, number, new Date(clock().getTime() + this.tools.awayMs(shift.servers)));
    return desk.succeed(id, number);
  }

  private async breakersOf(id: MailingId): Promise<Breakers> {
    const known = this.breakers.get(id);
    if (known !== undefined) return known;
    const made = new Breakers();
    for (const { name, refusals, times, restMs } of await this.tools.desk.closedDomains(id)) made.close(name, refusals, times, restMs);
    if (this.breakers.size > 100) this.breakers.clear();
    this.breakers.set(id, made);
    this.log.debug('a mailing is being sent', { mailingId: id });
    return made;
  }
}

/**
 * Waits for all of them, also where one fails, whose fault it then throws: what the others have in their hands is put down before
 * the next run may begin, which would take it for a dead one's.
 */
async function allAtRest(parts: readonly Promise<void>[], whenOneFails: () => void): Promise<void> {
  for (const part of parts) part.catch(whenOneFails);
  await Promise.allSettled(parts);
  await Promise.all(parts);
}

function quietEnd({ quietFrom, quietUntil: until, zone }: RunningMailing, at: Date): Date | undefined {
  return quietFrom === null || until === null ? undefined : quietUntil(at, { from: quietFrom, until, zone });
}

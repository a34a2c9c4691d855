import { systemActor } from '#identity';
import type { DepartureId, Refusal } from '#kernel';
import { Places, Pools } from '#places';
import type { PoolFigures, StandingState } from '#places';
import { BookForParty, CancelDeparture, Departure, SwapDeparture, TellNotice } from '../index.js';
import type { DepartureCancelled, DepartureNoticeId, DepartureSwapped, PartyBooked, PartyToBook, SwapRequest } from '../index.js';
import { CoachPark } from './coach-park.js';
import type { Delegate } from './coach-park.js';

/** When the clock of a coach park stands at first. */
export const RESET = new Date('2026-03-02T08:00:00Z');

/** Where delegates of a test book, swap and are told. */
export class TicketCounter {
  private constructor(readonly park: CoachPark) {}

  static async open(): Promise<TicketCounter> {
    return new TicketCounter(await CoachPark.open({}, 24));
  }

  async seatsOf(delegate: Delegate): Promise<{ subjectId: string; state: StandingState; party: number }[]> {
    return (await this.park.get(Places).standings(this.park.work.reader, [delegate.registrationId]))
      .filter(({ kind }) => kind === 'DEPARTURE').map(({ subjectId, state, party }) => ({ subjectId, state, party }));
  }

  departureOf(id: DepartureId): Promise<Departure> {
    return this.park.database.source.manager.findOneByOrFail(Departure, { id });
  }

  async figuresOf(id: DepartureId): Promise<PoolFigures | undefined> {
    const { poolId } = await this.departureOf(id);
    return (await this.park.get(Pools).figures(this.park.work.reader, [poolId])).get(poolId);
  }

  swap(delegate: Delegate, fromDepartureId: DepartureId, toDepartureId: DepartureId, more: Partial<SwapRequest> = {}): Promise<DepartureSwapped | Refusal> {
    return this.park.get(SwapDeparture).run(delegate.actor, { registrationId: delegate.registrationId, fromDepartureId, toDepartureId, ...more });
  }

  bookParty(delegate: Delegate, departureId: DepartureId, more: Partial<PartyToBook> = {}): Promise<PartyBooked | Refusal> {
    return this.park.get(BookForParty).run(delegate.actor, { departureId, travellers: [{ registrationId: delegate.registrationId }], companions: [], joinLine: true, ...more });
  }

  cancel(departureId: DepartureId): Promise<DepartureCancelled | Refusal> {
    return this.park.get(CancelDeparture).run(systemActor, { departureId, reason: { 'en': 'The road is closed.', 'zh-Hans': '道路封闭。' } });
  }

  /** Does the jobs that are written down, each twice and both at once, as a queue may. */
  async tellAll(): Promise<void> {
    const jobs = await this.park.query<{ payload: { noticeId: DepartureNoticeId } }>("DELETE FROM outbox WHERE name = 'visits.tell-notice' RETURNING payload");
    await Promise.all(jobs.flatMap(({ payload }) => [0, 1].map(() => this.park.get(TellNotice).run(payload.noticeId))));
  }

  lettersOf(delegate: Delegate, kind: string): Promise<{ props: Readonly<Record<string, unknown>>; locale: string }[]> {
    return this.park.query('SELECT props, locale FROM message WHERE registration_id = $1 AND kind = $2', [delegate.registrationId, kind]);
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { invalid, isRefusal, refuse } from '#kernel';
import type { DepartureId, FieldProblem, Refusal, RegistrationId } from '#kernel';
import { once, UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Registrations } from '#registration';
import type { LockedRegistration } from '#registration';
import { BookingDesk } from './booking-desk.js';
import { isCalendarDay } from './calendar-day.js';
import { Companions } from './companions.js';
import type { CompanionInput } from './companions.js';
import { TakeSeat } from './take-seat.js';
import type { DepartureBooked } from './take-seat.js';
import { Visitor } from './visitor.entity.js';

export interface TravellerInput {
  readonly registrationId: RegistrationId;
  /** ISO 8601, where the site asks for it; kept for other visits of the conference. */
  readonly bornOn?: string | null | undefined;
}

export interface PartyToBook {
  readonly departureId: DepartureId;
  readonly travellers: readonly TravellerInput[];
  /** Brought along by the first of the travellers. */
  readonly companions: readonly CompanionInput[];
  /** Where too few seats are left, whether the first traveller with companions joins the line; several travellers do not wait as one. */
  readonly joinLine: boolean;
  /** For how many minutes seats are only held; absent: booked for good. */
  readonly holdMinutes?: number | null | undefined;
}

export interface PartyBooked {
  readonly departureId: DepartureId;
  readonly bookings: readonly DepartureBooked[];
}

/** For how long one may hold seats while names are still being asked for; staff longer. In minutes. */
export const LONGEST_HOLD = { delegate: 60, staff: 10_080 } as const;
const MOST_TRAVELLERS = 50;

/**
 * Books a departure for several registrations that the actor manages, or for a delegate with companions, in one step: all
 * get seats or nobody does. Each registration keeps a booking of its own, to cancel or swap; companions stay with theirs.
 */
@Injectable()
export class BookForParty {
  constructor(
    private readonly work: UnitOfWork, private readonly registrations: Registrations,
    private readonly desk: BookingDesk, private readonly seat: TakeSeat, private readonly companions: Companions,
  ) {}

  async run(actor: Actor, input: PartyToBook, key?: string): Promise<PartyBooked | Refusal> {
    const request = { principal: actor.principal, operation: 'bookForParty', key, arguments: input };
    return this.work.run((tx) => once(tx, request, () => this.within(tx, actor, input)));
  }

  private async within(tx: Tx, actor: Actor, input: PartyToBook): Promise<PartyBooked | Refusal> {
    const found = await this.desk.find(tx, input.departureId);
    const all = await this.lockAll(tx, actor, input.travellers);
    if (isRefusal(all)) return all;
    const [first] = input.travellers;
    if (first === undefined || [...all.values()].some(({ conference }) => conference.id !== found?.departure.conferenceId) || found === undefined) return refuse('departure.unknown');
    const problems = inputProblems(input, [...all.values()].every(({ byStaff }) => byStaff));
    if (problems.length > 0) return invalid(problems);
    const [locked] = all.values();
    const companions = locked === undefined ? [] : await this.companions.check(input.companions, found, locked.conference);
    if (isRefusal(companions)) return companions;
    await this.keepBirthDates(tx, input.travellers, found.departure.conferenceId);
    if (companions.length > 0) await this.companions.replace(tx, first.registrationId, found, companions);
    const heldUntil = input.holdMinutes == null ? null : new Date(Math.min(this.desk.clock.now().getTime() + input.holdMinutes * 60_000, found.departure.bookableUntil.getTime()));
    const bookings: DepartureBooked[] = [];
    for (const [registrationId, one] of all) {
      const party = registrationId === first.registrationId ? 1 + companions.length : 1;
      const booked = await this.seat.within(tx, one, found, { party, joinLine: input.joinLine && all.size === 1, heldUntil });
      if (isRefusal(booked)) return refuse(booked.refused, { ...booked.data, registrationId });
      bookings.push(booked);
    }
    return { departureId: found.departure.id, bookings };
  }

  /** In the order of their ids, so that two who book for overlapping parties wait for each other and do not deadlock. */
  private async lockAll(tx: Tx, actor: Actor, travellers: readonly TravellerInput[]): Promise<ReadonlyMap<RegistrationId, LockedRegistration> | Refusal> {
    const all = new Map<RegistrationId, LockedRegistration>();
    if (travellers.length > MOST_TRAVELLERS) return invalid([{ path: 'travellers', code: 'too-many', data: { max: MOST_TRAVELLERS } }]);
    for (const registrationId of [...new Set(travellers.map((one) => one.registrationId))].sort()) {
      const locked = await this.registrations.lockForVerb(tx, actor, registrationId);
      if (isRefusal(locked)) return refuse(locked.refused, { ...locked.data, registrationId });
      all.set(registrationId, locked);
    }
    return all;
  }

  private async keepBirthDates(tx: Tx, travellers: readonly TravellerInput[], conferenceId: LockedRegistration['conference']['id']): Promise<void> {
    for (const { registrationId, bornOn } of travellers) {
      if (bornOn != null) await tx.em.upsert(Visitor, { registrationId, conferenceId, bornOn }, ['registrationId']);
    }
  }
}

function inputProblems({ travellers, holdMinutes }: PartyToBook, byStaff: boolean): FieldProblem[] {
  const max = byStaff ? LONGEST_HOLD.staff : LONGEST_HOLD.delegate;
  return [
    ...travellers.flatMap(({ bornOn }, index) => (bornOn == null || isCalendarDay(bornOn) ? [] : [{ path: `travellers.${index}.bornOn`, code: 'date-malformed' }])),
    ...(holdMinutes != null && holdMinutes < 1 ? [{ path: 'holdMinutes', code: 'too-small', data: { min: 1 } }] : []),
    ...(holdMinutes != null && holdMinutes > max ? [{ path: 'holdMinutes', code: 'too-large', data: { max } }] : []),
  ];
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { isId, isRefusal, refuse } from '#kernel';
import type { DepartureId, PlaceId, Refusal, RegistrationId } from '#kernel';
import { Places } from '#places';
import type { Standing } from '#places';
import { once, UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Registrations } from '#registration';
import type { LockedRegistration } from '#registration';
import { AlternativeLink } from './alternative-link.js';
import type { Speaker } from './alternative-link.js';
import { BookingDesk } from './booking-desk.js';
import { Companions, tooMany } from './companions.js';
import { departureSwapped } from './facts.js';
import { TakeSeat } from './take-seat.js';
import type { DepartureOfVisit } from './visit-letters.js';

export interface SwapRequest {
  readonly fromDepartureId: DepartureId;
  readonly toDepartureId: DepartureId;
  /** Whose; where a letter's link is followed, its token says so. */
  readonly registrationId?: RegistrationId | null | undefined;
  readonly token?: string | null | undefined;
}

export interface DepartureSwapped {
  readonly registrationId: RegistrationId;
  readonly fromDepartureId: DepartureId;
  readonly toDepartureId: DepartureId;
}

interface Swap {
  readonly from: DepartureOfVisit;
  readonly to: DepartureOfVisit;
  readonly locked: LockedRegistration;
  readonly speaker: Speaker;
}

/**
 * Leaves one departure for another in one step: the old seats are given up only when the new ones are certain, companions
 * come along, and the line of the old departure moves up in the same commit. Where the old departure was cancelled there is
 * nothing left to give up, and as many are booked as had seats. Swapping twice is swapping once.
 */
@Injectable()
export class SwapDeparture {
  constructor(
    private readonly work: UnitOfWork, private readonly registrations: Registrations, private readonly places: Places,
    private readonly desk: BookingDesk, private readonly seat: TakeSeat, private readonly companions: Companions, private readonly link: AlternativeLink,
  ) {}

  async run(actor: Actor, input: SwapRequest, key?: string): Promise<DepartureSwapped | Refusal> {
    const request = { principal: actor.principal, operation: 'swapDeparture', key, arguments: input };
    return this.work.run((tx) => once(tx, request, () => this.within(tx, actor, input)));
  }

  private async within(tx: Tx, actor: Actor, input: SwapRequest): Promise<DepartureSwapped | Refusal> {
    const speaker = isId(input.fromDepartureId) ? await this.link.speaker(tx.em, actor, input.fromDepartureId, input) : refuse('departure.unknown');
    if (isRefusal(speaker)) return speaker;
    const from = await this.desk.find(tx, input.fromDepartureId);
    const to = await this.desk.find(tx, input.toDepartureId);
    const locked = await this.registrations.lockForVerb(tx, speaker.actor, speaker.registrationId);
    if (isRefusal(locked)) return locked;
    if (from?.departure.conferenceId !== locked.conference.id || to?.departure.conferenceId !== locked.conference.id || from.departure.id === to.departure.id) return refuse('departure.unknown');
    const swap: Swap = { from, to, locked, speaker };
    const standings = await this.places.standings(tx.em, [locked.registration.id]);
    const old = standings.find(({ poolId }) => poolId === from.departure.poolId);
    const answer = { registrationId: locked.registration.id, fromDepartureId: from.departure.id, toDepartureId: to.departure.id };
    if (old === undefined && standings.some(({ poolId, state }) => poolId === to.departure.poolId && state === 'CONFIRMED')) return answer;
    const done = old !== undefined && isSeat(old) ? await this.exchange(tx, swap, old) : await this.bookAnew(tx, swap);
    if (isRefusal(done)) return done;
    await this.companions.move(tx, answer.registrationId, answer.fromDepartureId, answer.toDepartureId);
    return answer;
  }

  private async exchange(tx: Tx, { from, to, locked }: Swap, old: Standing): Promise<object | Refusal> {
    const holder = locked.registration.id;
    const refused = this.desk.mayChangeHands(from.departure) ?? await this.desk.mayBook(tx, locked, to) ?? tooMany(old.party - 1, to.visit)
      ?? await this.desk.sameVisit.refusal(tx, holder, to.departure, new Set([from.departure.id]));
    if (refused !== undefined) return refused;
    const draft = await this.desk.letters.draft(tx, locked, to);
    const swapped = await this.places.swap(tx, holder, from.departure.poolId, to.departure.poolId);
    if (isRefusal(swapped)) {
      if (swapped.refused !== 'agenda.clash') return swapped;
      const fit = await this.desk.sameVisit.alternatives(tx, holder, to.departure, { party: old.party, leaving: from.departure.poolId });
      return refuse('agenda.clash', { ...swapped.data, alternatives: fit.filter((id) => id !== from.departure.id) });
    }
    // Who moves a seat that was only held has decided.
    if (old.state === 'HELD') await this.places.confirm(tx, holder, to.departure.poolId);
    await this.tell(tx, { from, to, locked }, await this.desk.upToDate(tx, locked, to, draft), swapped.placeId);
    return swapped;
  }

  private async bookAnew(tx: Tx, { from, to, locked, speaker }: Swap): Promise<object | Refusal> {
    if (from.departure.state !== 'CANCELLED' || speaker.told?.was !== 'PLACE') return refuse('departure.not-booked');
    const crowd = tooMany(speaker.told.party - 1, to.visit);
    return crowd ?? this.seat.within(tx, locked, to, { party: speaker.told.party, joinLine: false, heldUntil: null });
  }

  private async tell(tx: Tx, { from, to, locked }: Omit<Swap, 'speaker'>, draft: Awaited<ReturnType<BookingDesk['letters']['draft']>>, placeId: PlaceId): Promise<void> {
    await this.desk.letters.swapped(tx, draft, placeId, from);
    tx.record(departureSwapped, {
      registrationId: locked.registration.id, fromDepartureId: from.departure.id, departureId: to.departure.id, conferenceId: locked.conference.id,
    });
  }
}

function isSeat(standing: Standing): boolean {
  return standing.state === 'HELD' || standing.state === 'CONFIRMED';
}

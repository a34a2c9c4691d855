import { Injectable } from '@nestjs/common';
import { touchConference } from '#conferences';
import { Audit } from '#identity';
import type { Actor } from '#identity';
import { Clock, invalid, isRefusal, localizedTextProblems, tidyLocalized } from '#kernel';
import type { DepartureId, LocalizedText, Refusal } from '#kernel';
import { Places, Pools } from '#places';
import { once, UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { DepartureDesk } from './departure-desk.js';
import { Departure } from './departure.entity.js';
import { DepartureNotices, whereaboutsOf } from './departure-notices.js';
import { departureCancelled } from './facts.js';

export interface DepartureToCancel {
  readonly departureId: DepartureId;
  /** As everybody concerned reads it, each in their own language. */
  readonly reason: LocalizedText;
}

export interface DepartureCancelled {
  readonly departureId: DepartureId;
  /** Registrations whose seats, turns and offers ended with it. */
  readonly concerned: number;
}

/**
 * Cancels a departure: in one commit its seats are closed, everybody's time is free again, every seat, turn and offer is
 * given back, and it is written down whom to tell. Nobody in the line is offered a seat that is no more.
 */
@Injectable()
export class CancelDeparture {
  constructor(
    private readonly work: UnitOfWork, private readonly desk: DepartureDesk, private readonly notices: DepartureNotices,
    private readonly pools: Pools, private readonly places: Places, private readonly audit: Audit, private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: DepartureToCancel, key?: string): Promise<DepartureCancelled | Refusal> {
    const problems = localizedTextProblems('reason', input.reason, 'line', true);
    const request = { principal: actor.principal, operation: 'cancelDeparture', key, arguments: input };
    return this.work.run((tx) => once(tx, request, async () => {
      const found = await this.desk.lock(tx, actor, input.departureId);
      if (isRefusal(found)) return found;
      return problems.length > 0 ? invalid(problems) : this.within(tx, actor, found.departure, tidyLocalized(input.reason, 'line'));
    }));
  }

  /** For a departure whose row the caller has locked. @param reason null where it is for want of people */
  async within(tx: Tx, actor: Actor, departure: Departure, reason: LocalizedText | null): Promise<DepartureCancelled> {
    // Locks all who have a seat, in order, then the pool; with no time to occupy, theirs is free.
    await this.pools.setBusy(tx, departure.poolId, []);
    const turns = await this.notices.everyone(tx, departure);
    // With no size and no line there is nothing to hand on while seats are given back, and nothing left to take.
    await this.pools.configure(tx, departure.poolId, { size: 0, waitlistLimit: 0, permitOverbooking: true });
    for (const { holder } of turns) await this.places.release(tx, holder, departure.poolId);
    await tx.em.update(Departure, { id: departure.id }, { state: 'CANCELLED', cancelReason: reason, version: departure.version + 1, changedAt: this.clock.now() });
    await this.notices.write(tx, departure, { kind: 'CANCELLED', reason, before: whereaboutsOf(departure), after: null, turns });
    await this.audit.write(tx, {
      actor, action: 'visits.departure-cancelled', subjectKind: 'departure', subjectId: departure.id, conferenceId: departure.conferenceId,
      data: { concerned: turns.length, forWantOfPeople: reason === null },
    });
    tx.record(departureCancelled, { departureId: departure.id, conferenceId: departure.conferenceId });
    await touchConference(tx, departure.conferenceId);
    return { departureId: departure.id, concerned: turns.length };
  }
}

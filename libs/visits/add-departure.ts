import { Injectable } from '@nestjs/common';
import { Conferences, touchConference } from '#conferences';
import type { Conference } from '#conferences';
import type { Actor } from '#identity';
import { Clock, invalid, isId, isRefusal, newId, refuse, tidy, tidyLocalized } from '#kernel';
import type { DepartureId, LocalizedText, Refusal, VisitId } from '#kernel';
import { Pools } from '#places';
import { once, UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Departure } from './departure.entity.js';
import { Visit } from './visit.entity.js';
import { conferenceToEdit } from './visits.policy.js';
import { departureProblems, departureTimes } from './visits.rules.js';
import type { DepartureTimes } from './visits.rules.js';

export interface NewDeparture {
  readonly visitId: VisitId;
  /** Wall clock of the conference. */
  readonly startsAt: string;
  readonly endsAt: string;
  /** Until it leaves, where absent. */
  readonly bookableUntil?: string | null | undefined;
  readonly meetingPoint: LocalizedText;
  readonly vehicle?: string | null | undefined;
  readonly guideLanguages: readonly string[];
  readonly capacity: number;
  /** 0 no line, null without limit. */
  readonly waitlistLimit?: number | null | undefined;
  readonly offerMinutes: number;
}

/** Adds a dated run to a visit, with a pool of seats of its own that occupies its holders from leaving to being back. */
@Injectable()
export class AddDeparture {
  constructor(
    private readonly work: UnitOfWork, private readonly conferences: Conferences,
    private readonly pools: Pools, private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: NewDeparture, key?: string): Promise<{ departureId: DepartureId } | Refusal> {
    return this.work.run((tx) => once(tx, { principal: actor.principal, operation: 'addDeparture', key, arguments: input }, async () => {
      const visit = isId(input.visitId) ? await tx.em.findOneBy(Visit, { id: input.visitId }) : null;
      if (visit === null) return refuse('visit.unknown');
      const conference = await conferenceToEdit(this.conferences, tx, actor, visit.conferenceId);
      if (isRefusal(conference)) return conference;
      const times = departureTimes(input, conference.timeZone);
      const problems = [...('startsAt' in times ? [] : times), ...departureProblems(input)];
      if (!('startsAt' in times) || problems.length > 0) return invalid(problems);
      return this.within(tx, conference, input, times);
    }));
  }

  private async within(tx: Tx, conference: Conference, input: NewDeparture, times: DepartureTimes): Promise<{ departureId: DepartureId }> {
    const departureId: DepartureId = newId();
    const poolId = await this.pools.create(tx, {
      conferenceId: conference.id, kind: 'DEPARTURE', subjectId: departureId, size: input.capacity,
      waitlistLimit: input.waitlistLimit ?? null, offerMinutes: input.offerMinutes,
    });
    await this.pools.setBusy(tx, poolId, [{ startsAt: times.startsAt, endsAt: times.endsAt }], times.startsAt);
    const vehicle = tidy(input.vehicle ?? '');
    await tx.em.insert(Departure, {
      id: departureId, conferenceId: conference.id, visitId: input.visitId, ...times,
      meetingPoint: tidyLocalized(input.meetingPoint, 'line'), vehicle: vehicle === '' ? null : vehicle,
      guideLanguages: [...new Set(input.guideLanguages.flatMap((tag) => Intl.getCanonicalLocales(tag)))],
      poolId, version: 1, createdAt: this.clock.now(),
    });
    await touchConference(tx, conference.id);
    return { departureId };
  }
}

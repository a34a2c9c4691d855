import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Conferences } from '#conferences';
import { Clock, wallDate } from '#kernel';
import type { RegistrationId } from '#kernel';
import { Pools } from '#places';
import type { PoolTurn } from '#places';
import type { Tx } from '#platform';
import { Registrations } from '#registration';
import { DepartureNotices } from './departure-notices.js';
import type { VisitAsTold } from './departure-notice.entity.js';
import { Departure } from './departure.entity.js';
import { Eligibility } from './eligibility.js';
import { whyNotDelegate } from './eligibility.rules.js';
import type { Visit } from './visit.entity.js';
import type { VisitStop } from './visit-stop.entity.js';
import { Visits } from './visits.js';

interface VisitWithStops {
  readonly visit: Visit;
  readonly stops: readonly VisitStop[];
}

// Before the pools, as whoever changes a departure does.
const LOCK = 'SELECT 1 FROM departure WHERE visit_id = $1 ORDER BY id FOR NO KEY UPDATE';
const TITLE_IN_CALENDARS = 'UPDATE departure SET version = version + 1, changed_at = $2 WHERE id = $1';

/** What a changed visit means to those who have seats on its coming departures. */
@Injectable()
export class VisitNews {
  constructor(
    private readonly visits: Visits, private readonly conferences: Conferences, private readonly registrations: Registrations, private readonly pools: Pools,
    private readonly notices: DepartureNotices, private readonly eligibility: Eligibility, private readonly clock: Clock,
  ) {}

  /** Keeps whom to tell, a registration once, under the locks of the departures and their pools; a new name reaches calendars too. */
  async tell(tx: Tx, before: VisitWithStops, after: VisitWithStops): Promise<{ told: number; notLetIn: readonly RegistrationId[] }> {
    const [was, is] = [asTold(before), asTold(after)];
    await tx.query(LOCK, [after.visit.id]);
    const departures = (await this.visits.departuresOf(tx.em, [after.visit.id])).filter(({ state, startsAt }) => state !== 'CANCELLED' && startsAt > this.clock.now());
    await this.pools.lock(tx, departures.map(({ poolId }) => poolId));
    const seats: (readonly [Departure, PoolTurn])[] = [];
    for (const departure of departures) seats.push(...(await this.notices.everyone(tx, departure)).map((turn) => [departure, turn] as const));
    const held = seats.filter(([, { state }]) => state === 'CONFIRMED' || state === 'HELD');
    const offered = seats.filter(([, { state }]) => state === 'OFFERED');
    const once = [...new Map([...offered, ...held].map((seat) => [seat[1].holder, seat])).values()];
    if (!isDeepStrictEqual(was.title, is.title)) for (const { id } of departures) await tx.query(TITLE_IN_CALENDARS, [id, this.clock.now()]);
    if (!isDeepStrictEqual(was, is)) {
      for (const [departure, turns] of Map.groupBy(once, ([one]) => one)) {
        await this.notices.write(tx, departure, { kind: 'VISIT_CHANGED', reason: null, before: was, after: is, turns: turns.map(([, turn]) => turn) });
      }
    }
    return { told: isDeepStrictEqual(was, is) ? 0 : once.length, notLetIn: isDeepStrictEqual(rulesOf(before), rulesOf(after)) ? [] : await this.notLetIn(tx, after.visit, held) };
  }

  private async notLetIn(tx: Tx, visit: Visit, held: readonly (readonly [Departure, PoolTurn])[]): Promise<readonly RegistrationId[]> {
    const conference = await this.conferences.byId(tx.em, visit.conferenceId);
    const departures = new Map(held.map(([departure, { holder }]) => [holder, departure]));
    const refused: RegistrationId[] = [];
    for (const registration of await this.registrations.byIds(tx.em, [...departures.keys()])) {
      const departure = departures.get(registration.id);
      if (departure === undefined || conference === null) continue;
      const who = await this.eligibility.candidate(tx.em, registration, visit);
      if (whyNotDelegate(visit, who, wallDate(departure.startsAt, conference.timeZone)) !== undefined) refused.push(registration.id);
    }
    return refused;
  }
}

function rulesOf({ visit: { categoryIds, nationalityRule, nationalities, minimumAge } }: VisitWithStops) {
  return { categoryIds, nationalityRule, nationalities, minimumAge };
}

function asTold({ visit, stops }: VisitWithStops): VisitAsTold {
  const { title, whatToBring, identityNeeds, identityHours } = visit;
  return {
    title, whatToBring, identityNeeds, identityHours: identityNeeds.length === 0 ? 0 : identityHours,
    stops: stops.map(({ name, afterMinutes, stayMinutes }) => ({ name, afterMinutes, stayMinutes })),
  };
}

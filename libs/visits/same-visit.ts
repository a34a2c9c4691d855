import { Injectable } from '@nestjs/common';
import { Clock, refuse } from '#kernel';
import type { DepartureId, PoolId, Refusal, RegistrationId } from '#kernel';
import { Places, Pools } from '#places';
import type { Standing } from '#places';
import type { Tx } from '#platform';
import type { Departure } from './departure.entity.js';
import { Visits } from './visits.js';
import { isBookable } from './visits.rules.js';

const MOST_ALTERNATIVES = 5;

/** The other departures of a visit, as far as one registration is concerned. */
@Injectable()
export class SameVisit {
  constructor(private readonly visits: Visits, private readonly places: Places, private readonly pools: Pools, private readonly clock: Clock) {}

  /**
   * Departures of the same visit on which the registration has a seat: nobody sees one site twice while others wait.
   * Asked under the registration's lock, which every booking takes first.
   */
  async seats(tx: Tx, holder: RegistrationId, departure: Departure): Promise<readonly Departure[]> {
    const held = new Set((await this.places.standings(tx.em, [holder])).filter(isSeat).map((standing) => standing.subjectId));
    return (await this.siblings(tx, departure)).filter((sibling) => held.has(sibling.id));
  }

  /** The refusal of a second seat on the same visit, if it would be one. */
  async refusal(tx: Tx, holder: RegistrationId, departure: Departure, besides: ReadonlySet<string> = new Set()): Promise<Refusal<'visit.already-booked'> | undefined> {
    const other = (await this.seats(tx, holder, departure)).find((seat) => !besides.has(seat.id));
    return other === undefined ? undefined : refuse('visit.already-booked', { departureId: other.id, startsAt: other.startsAt });
  }

  /**
   * Departures of the same visit that have seats for the party and would fit the registration's agenda, earliest first.
   * `leaving` is one that would be given up for it.
   */
  async alternatives(tx: Pick<Tx, 'em'>, holder: RegistrationId, departure: Departure, { party, leaving }: { readonly party: number; readonly leaving?: PoolId }): Promise<readonly DepartureId[]> {
    const bookable = (await this.siblings(tx, departure)).filter((sibling) => isBookable(sibling, this.clock.now()));
    const figures = await this.pools.figures(tx.em, bookable.map((sibling) => sibling.poolId));
    const free = bookable.filter((sibling) => {
      const pool = figures.get(sibling.poolId);
      return pool !== undefined && pool.waiting === 0 && (pool.remaining === null || pool.remaining >= party);
    });
    const fit = await this.places.wouldFit(tx.em, holder, free.map((sibling) => sibling.poolId), leaving === undefined ? [] : [leaving]);
    return free.filter((sibling) => fit.has(sibling.poolId)).slice(0, MOST_ALTERNATIVES).map((sibling) => sibling.id);
  }

  private async siblings(tx: Pick<Tx, 'em'>, departure: Departure): Promise<readonly Departure[]> {
    return (await this.visits.departuresOf(tx.em, [departure.visitId])).filter((sibling) => sibling.id !== departure.id);
  }
}

function isSeat(standing: Standing): boolean {
  return standing.kind === 'DEPARTURE' && (standing.state === 'HELD' || standing.state === 'CONFIRMED');
}

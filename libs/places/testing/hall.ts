import { newId, SystemClock } from '#kernel';
import type { Clock, ConferenceId, PoolId, RegistrationId } from '#kernel';
import type { Tx } from '#platform';
import { throwawayDatabase } from '#testkit';
import type { ThrowawayDatabase } from '#testkit';
import { AnswerOffer } from '../answer-offer.js';
import { placesEntities } from '../entities.js';
import { ExpireOffers } from '../expire-offers.js';
import { GiveBack } from '../give-back.js';
import { Line } from '../line.js';
import { PlacesGuards } from '../places-guards.js';
import { Places } from '../places.js';
import type { BusyInterval, TakeRequest } from '../places.types.js';
import { Pools } from '../pools.js';
import type { NewPool } from '../pools.js';
import { Standings } from '../standings.js';
import { SwapPlace } from '../swap-place.js';
import { TakePlace } from '../take-place.js';
import { TravelTimes } from '../travel-times.js';
import { Waiters } from '../waiters.js';

/** A conference with places and nothing else, on a database of its own. */
export class Hall {
  readonly conferenceId = newId<'Conference'>();
  readonly pools: Pools;
  readonly places: Places;
  readonly sweep: ExpireOffers;
  readonly waiters = new Waiters();
  readonly travel = new TravelTimes();

  private constructor(readonly database: ThrowawayDatabase, readonly clock: Clock, guards: PlacesGuards) {
    const line = new Line(clock, this.waiters);
    this.pools = new Pools(line, clock);
    this.places = new Places(
      new TakePlace(clock, guards, line), new GiveBack(line), new AnswerOffer(clock, guards, line), new SwapPlace(clock, guards, line), new Standings(clock));
    this.sweep = new ExpireOffers(database.work, clock, line);
  }

  static async open(options: { clock?: Clock; guards?: PlacesGuards; connections?: number } = {}): Promise<Hall> {
    const database = await throwawayDatabase(placesEntities, options.connections ?? 10);
    return new Hall(database, options.clock ?? new SystemClock(), options.guards ?? new PlacesGuards());
  }

  /** The same hall and database in the eyes of another process with a clock or guards of its own. */
  beside(clock: Clock, guards: PlacesGuards = new PlacesGuards()): Hall {
    const other = new Hall(this.database, clock, guards);
    return Object.assign(other, { conferenceId: this.conferenceId });
  }

  run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.work.run(work);
  }

  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.run((tx) => tx.query<Row>(sql, parameters));
  }

  async pool(options: Partial<NewPool> & { busy?: readonly BusyInterval[] } = {}): Promise<PoolId> {
    return this.run(async (tx) => {
      const { busy, ...rest } = options;
      const id = await this.pools.create(tx, {
        conferenceId: this.conferenceId, kind: 'DEPARTURE', subjectId: newId(), size: 1, waitlistLimit: null, offerMinutes: 60, ...rest,
      });
      if (busy !== undefined) await this.pools.setBusy(tx, id, busy);
      return id;
    });
  }

  async holders(count: number): Promise<RegistrationId[]> {
    const ids = Array.from({ length: count }, () => newId<'Registration'>());
    await this.query('INSERT INTO holder (registration_id, conference_id) SELECT unnest($1::uuid[]), $2', [ids, this.conferenceId]);
    return ids;
  }

  async holder(): Promise<RegistrationId> {
    const id = newId<'Registration'>();
    await this.run((tx) => this.places.openHolder(tx, id, this.conferenceId satisfies ConferenceId));
    return id;
  }

  take(holder: RegistrationId, poolId: PoolId, more: Partial<TakeRequest> = {}): ReturnType<Places['take']> {
    return this.run((tx) => this.places.take(tx, { holder, poolId, state: 'CONFIRMED', joinLine: false, ...more }));
  }

  /** `HELD`, `CONFIRMED`, `OFFERED`, `WAITING 2`: how a registration stands to a pool. */
  async standing(holder: RegistrationId, poolId: PoolId): Promise<string> {
    const standings = await this.places.standings(this.database.work.reader, [holder]);
    const found = standings.find((one) => one.poolId === poolId);
    if (found === undefined) return 'nothing';
    return found.position === null ? found.state : `${found.state} ${found.position}`;
  }

  async figures(poolId: PoolId): Promise<{ taken: number | undefined; waiting: number | undefined }> {
    const figures = (await this.pools.figures(this.database.work.reader, [poolId])).get(poolId);
    return { taken: figures?.taken, waiting: figures?.waiting };
  }
}

/** An interval on the conference's first day, in hours of UTC: `hours(9, 11.5)`. */
export function hours(from: number, until: number, site?: string): BusyInterval {
  const midnight = Date.UTC(2026, 4, 12);
  return { startsAt: new Date(midnight + from * 3_600_000), endsAt: new Date(midnight + until * 3_600_000), site: site ?? null };
}

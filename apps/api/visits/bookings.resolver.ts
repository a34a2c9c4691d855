import { Conferences } from '#conferences';
import { denied } from '#identity';
import type { Actor } from '#identity';
import { decodeCursor, isId, pageOf, refuse } from '#kernel';
import type { DepartureId, Refusal } from '#kernel';
import { countPoolTurns, poolTurns } from '#places';
import type { PoolTurn, PoolTurnId } from '#places';
import { UnitOfWork } from '#platform';
import type { Registration } from '#registration';
import { maySeeBookings, Visits } from '#visits';
import type { Departure } from '#visits';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../graphql/access.decorators.js';
import { connection, pageRequest } from '../graphql/connection.js';
import type { Connection } from '../graphql/connection.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { QueryBookingsArgs } from '../graphql/schema.gen.js';
import { registrationOfBooking } from './visits.loaders.js';

/** A seat, an offer or a turn in the line of a departure, seen as a booking. */
export interface BookingView extends Pick<PoolTurn, 'id' | 'holder' | 'state' | 'party'> {
  readonly departure: Departure;
  readonly createdAt: Date;
}

/** Who is on a departure, for staff. */
@Resolver('Booking')
export class BookingsResolver {
  constructor(private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly visits: Visits) {}

  @Query('bookings')
  @Allow('registration.read')
  async bookings(@CurrentActor() actor: Actor, @Args() args: QueryBookingsArgs): Promise<Connection<BookingView> | Refusal> {
    const em = this.work.reader;
    const [departure] = await this.visits.departures(em, [args.departureId as DepartureId]);
    const conference = departure === undefined ? null : await this.conferences.byId(em, departure.conferenceId);
    if (departure === undefined || conference === null) return refuse('departure.unknown');
    if (!maySeeBookings(actor, conference)) return denied(actor);
    const request = pageRequest(args);
    const after = request.after === undefined ? null : cursorId(request.after);
    if (after === undefined) return refuse('cursor.malformed');
    const turns = await poolTurns(em, departure.poolId, { after, limit: request.first + 1 });
    return connection(pageOf(turns, request, (turn) => [turn.id]), () => countPoolTurns(em, departure.poolId), ({ id, holder, state, party, since }) =>
      ({ id, holder, state, party, departure, createdAt: since }));
  }

  @ResolveField('registration')
  registration(@Parent() booking: BookingView, @Context() { loaders }: RequestContext): Promise<Registration | null> {
    return loaders.load(registrationOfBooking, booking.holder);
  }
}

function cursorId(after: string): PoolTurnId | undefined {
  const [id] = decodeCursor(after, 1) ?? [];
  return typeof id === 'string' && isId(id) ? (id as PoolTurnId) : undefined;
}

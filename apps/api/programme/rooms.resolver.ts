import type { Room, Venue } from '#programme';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../graphql/request-context.js';
import { besides } from './programme.loaders.js';

@Resolver('Venue')
export class VenuesResolver {
  @ResolveField('rooms')
  rooms(@Parent() venue: Venue, @Context() { loaders }: RequestContext): Promise<readonly Room[]> {
    return loaders.load(besides(venue).roomsOfVenue, venue.id);
  }
}

@Resolver('Room')
export class RoomsResolver {
  @ResolveField('venue')
  venue(@Parent() room: Room, @Context() { loaders }: RequestContext): Promise<Venue | null> {
    return loaders.load(besides(room).venueById, room.venueId);
  }
}

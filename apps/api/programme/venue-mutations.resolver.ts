import type { Actor } from '#identity';
import { isRefusal } from '#kernel';
import type { ConferenceId, LocalizedText, Refusal, RoomId, VenueId } from '#kernel';
import { CreateEquipment, CreateRoom, CreateVenue } from '#programme';
import type { Room, Venue } from '#programme';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../graphql/access.decorators.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { CreateEquipmentInput, CreateRoomInput, CreateVenueInput } from '../graphql/schema.gen.js';
import { draft } from './programme.loaders.js';

/** What editors do to venues and rooms. */
@Resolver()
export class VenueMutations {
  constructor(private readonly venueMaking: CreateVenue, private readonly roomMaking: CreateRoom, private readonly equipping: CreateEquipment) {}

  @Mutation('createVenue')
  @Allow('programme.edit')
  async createVenue(
    @CurrentActor() actor: Actor, @Context() context: RequestContext, @Args('input') input: CreateVenueInput, @Args('idempotencyKey') key?: string,
  ): Promise<Venue | Refusal | null> {
    const made = await this.venueMaking.run(actor, { ...input, conferenceId: input.conferenceId as ConferenceId }, key ?? undefined);
    return isRefusal(made) ? made : context.loaders.load(draft.venueById, made.venueId);
  }

  @Mutation('createRoom')
  @Allow('programme.edit')
  async createRoom(
    @CurrentActor() actor: Actor, @Context() context: RequestContext, @Args('input') input: CreateRoomInput, @Args('idempotencyKey') key?: string,
  ): Promise<Room | Refusal | null> {
    const made = await this.roomMaking.run(actor, { ...input, booths: input.booths, venueId: input.venueId as VenueId }, key ?? undefined);
    return isRefusal(made) ? made : context.loaders.load(draft.roomById, made.roomId);
  }

  @Mutation('createEquipment')
  @Allow('programme.edit')
  async createEquipment(@CurrentActor() actor: Actor, @Args('input') input: CreateEquipmentInput, @Args('idempotencyKey') key?: string): Promise<EquipmentView | Refusal> {
    const its = { ...input, conferenceId: input.conferenceId as ConferenceId, roomId: (input.roomId ?? null) as RoomId | null };
    const made = await this.equipping.run(actor, its, key ?? undefined);
    return isRefusal(made) ? made : { id: made.equipmentId, name: input.name, quantity: input.quantity, roomId: its.roomId };
  }
}

interface EquipmentView {
  readonly id: string;
  readonly name: LocalizedText;
  readonly quantity: number;
  readonly roomId: RoomId | null;
}

import type { Actor } from '#identity';
import { isRefusal } from '#kernel';
import type { CategoryId, ConferenceId, ForumId, Id, PersonId, Refusal, RegistrationId, RoomId, SessionId } from '#kernel';
import { CreateForum, InviteToForum, MoveSession, RemoveSession, ScheduleSession, UpdateForum } from '#programme';
import type { EquipmentId, Forum, ProgrammeWarning, Session, SessionScheduled } from '#programme';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../graphql/access.decorators.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { CreateForumInput, InviteToForumInput, MoveSessionInput, ScheduleSessionInput, UpdateForumInput } from '../graphql/schema.gen.js';
import { draft } from './programme.loaders.js';

interface SessionScheduledView {
  readonly session: Session | null;
  readonly warnings: readonly ProgrammeWarning[];
}

/** What editors do to forums and sessions. */
@Resolver()
export class ProgrammeMutations {
  constructor(
    private readonly forumMaking: CreateForum, private readonly forumChanging: UpdateForum,
    private readonly scheduling: ScheduleSession, private readonly removing: RemoveSession,
    private readonly moving: MoveSession, private readonly inviting: InviteToForum,
  ) {}

  @Mutation('createForum')
  @Allow('programme.edit')
  async createForum(
    @CurrentActor() actor: Actor, @Context() context: RequestContext, @Args('input') input: CreateForumInput, @Args('idempotencyKey') key?: string,
  ): Promise<Forum | Refusal | null> {
    const made = await this.forumMaking.run(actor, {
      ...input, conferenceId: input.conferenceId as ConferenceId, categoryIds: idsOf<CategoryId>(input.categoryIds),
    }, key ?? undefined);
    return isRefusal(made) ? made : context.loaders.load(draft.forumById, made.forumId);
  }

  @Mutation('updateForum')
  @Allow('programme.edit')
  async updateForum(
    @CurrentActor() actor: Actor, @Context() context: RequestContext, @Args('input') input: UpdateForumInput,
  ): Promise<Forum | Refusal | null> {
    const changed = await this.forumChanging.run(actor, {
      id: input.id as ForumId, version: input.version, title: input.title ?? undefined, capacity: input.capacity ?? undefined,
      description: input.description, audience: input.audience ?? undefined, categoryIds: idsOf<CategoryId>(input.categoryIds), sender: input.sender,
    });
    return isRefusal(changed) ? changed : context.loaders.load(draft.forumById, changed.forumId);
  }

  @Mutation('scheduleSession')
  @Allow('programme.edit')
  async scheduleSession(
    @CurrentActor() actor: Actor, @Context() context: RequestContext, @Args('input') input: ScheduleSessionInput, @Args('idempotencyKey') key?: string,
  ): Promise<SessionScheduledView | Refusal> {
    const scheduled = await this.scheduling.run(actor, {
      ...input, id: (input.id ?? undefined) as SessionId | undefined, forumId: input.forumId as ForumId,
      roomId: input.roomId as RoomId | null | undefined, version: input.version ?? undefined,
      kind: input.kind ?? undefined, interpretation: input.interpretation ?? undefined, equipmentIds: idsOf<EquipmentId>(input.equipmentIds),
      speakers: input.speakers?.map((speaker) => ({ ...speaker, personId: speaker.personId as PersonId | null | undefined })),
    }, key ?? undefined);
    return viewOf(scheduled, context);
  }

  @Mutation('moveSession')
  @Allow('programme.edit')
  async moveSession(@CurrentActor() actor: Actor, @Context() context: RequestContext, @Args('input') input: MoveSessionInput): Promise<SessionScheduledView | Refusal> {
    return viewOf(await this.moving.run(actor, {
      id: input.id as SessionId, version: input.version, startsAt: input.startsAt ?? undefined, endsAt: input.endsAt ?? undefined,
      roomId: input.roomId as RoomId | null | undefined,
    }), context);
  }

  @Mutation('inviteToForum')
  @Allow('programme.edit')
  async inviteToForum(@CurrentActor() actor: Actor, @Context() context: RequestContext, @Args('input') input: InviteToForumInput): Promise<Forum | Refusal | null> {
    const changed = await this.inviting.run(actor, {
      forumId: input.forumId as ForumId, add: idsOf<RegistrationId>(input.add) ?? [], remove: idsOf<RegistrationId>(input.remove) ?? [],
    });
    return isRefusal(changed) ? changed : context.loaders.load(draft.forumById, changed.forumId);
  }

  @Mutation('removeSession')
  @Allow('programme.edit')
  async removeSession(@CurrentActor() actor: Actor, @Context() context: RequestContext, @Args('id') id: SessionId): Promise<Forum | Refusal | null> {
    const removed = await this.removing.run(actor, id);
    return isRefusal(removed) ? removed : context.loaders.load(draft.forumById, removed.forumId);
  }
}

async function viewOf(scheduled: SessionScheduled | Refusal, { loaders }: RequestContext): Promise<SessionScheduledView | Refusal> {
  if (isRefusal(scheduled)) return scheduled;
  return { session: await loaders.load(draft.sessionById, scheduled.sessionId), warnings: scheduled.warnings };
}

/** Ids of one kind, as they came; whether they are ids is for the verb to say. */
function idsOf<Kind extends Id<string>>(ids: readonly string[] | null | undefined): readonly Kind[] | undefined {
  return ids?.map((id) => id as Kind);
}

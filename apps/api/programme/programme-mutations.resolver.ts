import type { Actor } from '#identity';
import { isRefusal } from '#kernel';
import type { ConferenceId, ForumId, PersonId, Refusal, RoomId, SessionId } from '#kernel';
import { CreateForum, RemoveSession, ScheduleSession, UpdateForum } from '#programme';
import type { Forum, ProgrammeWarning, Session } from '#programme';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../graphql/access.decorators.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { CreateForumInput, ScheduleSessionInput, UpdateForumInput } from '../graphql/schema.gen.js';
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
  ) {}

  @Mutation('createForum')
  @Allow('programme.edit')
  async createForum(
    @CurrentActor() actor: Actor, @Context() context: RequestContext, @Args('input') input: CreateForumInput, @Args('idempotencyKey') key?: string,
  ): Promise<Forum | Refusal | null> {
    const made = await this.forumMaking.run(actor, { ...input, conferenceId: input.conferenceId as ConferenceId }, key ?? undefined);
    return isRefusal(made) ? made : context.loaders.load(draft.forumById, made.forumId);
  }

  @Mutation('updateForum')
  @Allow('programme.edit')
  async updateForum(
    @CurrentActor() actor: Actor, @Context() context: RequestContext, @Args('input') input: UpdateForumInput,
  ): Promise<Forum | Refusal | null> {
    const changed = await this.forumChanging.run(actor, {
      id: input.id as ForumId, version: input.version, title: input.title ?? undefined, capacity: input.capacity ?? undefined,
      description: input.description,
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
      speakers: input.speakers?.map((speaker) => ({ ...speaker, personId: speaker.personId as PersonId | null | undefined })),
    }, key ?? undefined);
    if (isRefusal(scheduled)) return scheduled;
    return { session: await context.loaders.load(draft.sessionById, scheduled.sessionId), warnings: scheduled.warnings };
  }

  @Mutation('removeSession')
  @Allow('programme.edit')
  async removeSession(@CurrentActor() actor: Actor, @Context() context: RequestContext, @Args('id') id: SessionId): Promise<Forum | Refusal | null> {
    const removed = await this.removing.run(actor, id);
    return isRefusal(removed) ? removed : context.loaders.load(draft.forumById, removed.forumId);
  }
}

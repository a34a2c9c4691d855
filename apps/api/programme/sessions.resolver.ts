import type { Actor } from '#identity';
import type { AccountId, ForumId, LocalizedText, Refusal, SessionId } from '#kernel';
import { mayEditProgramme } from '#programme';
import type { EquipmentId, Forum, Room, Session, Speaker } from '#programme';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { conferenceById } from '../conferences/conferences.loaders.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import { accountById } from '../identity/identity.loaders.js';
import { besides, draft } from './programme.loaders.js';

/** A session is seen by the schema as its row is; one without a title of its own bears its forum's. */
@Resolver('Session')
export class SessionsResolver {
  @ResolveField('forum')
  forum(@Parent() session: Session, @Context() { loaders }: RequestContext): Promise<Forum | null> {
    return loaders.load(besides(session).forumById, session.forumId);
  }

  @ResolveField('title')
  async title(@Parent() session: Session, @Context() { loaders }: RequestContext): Promise<LocalizedText | null> {
    return session.title ?? (await loaders.load(besides(session).forumById, session.forumId))?.title ?? null;
  }

  @ResolveField('room')
  async room(@Parent() session: Session, @Context() { loaders }: RequestContext): Promise<Room | null> {
    return session.roomId === null ? null : loaders.load(besides(session).roomById, session.roomId);
  }

  @ResolveField('speakers')
  speakers(@Parent() session: Session, @Context() { loaders }: RequestContext): Promise<readonly Speaker[]> {
    return loaders.load(besides(session).speakersOfSession, session.id);
  }

  @ResolveField('equipmentIds')
  async equipmentIds(@Parent() session: Session, @CurrentActor() actor: Actor, @Context() { loaders }: RequestContext): Promise<readonly EquipmentId[]> {
    const conference = await loaders.load(conferenceById, session.conferenceId);
    return conference !== null && mayEditProgramme(actor, conference, session.forumId) ? session.equipmentIds : [];
  }
}

/** The session that has the room. */
@Resolver('RoomTaken')
export class RoomTakenResolver {
  @ResolveField('by')
  by(@Parent() refusal: Refusal, @Context() { loaders }: RequestContext): Promise<Session | null> {
    return loaders.load(draft.sessionById, refusal.data['sessionId'] as SessionId);
  }
}

/** What the faster editor left. */
@Resolver('ChangedMeanwhile')
export class ChangedMeanwhileResolver {
  @ResolveField('changedBy')
  async changedBy(@Parent() { data }: Refusal, @Context() { loaders }: RequestContext): Promise<string | null> {
    const id = data['changedBy'];
    return typeof id === 'string' ? (await loaders.load(accountById, id as AccountId))?.email ?? null : null;
  }

  @ResolveField('presentForum')
  async forum(@Parent() { data }: Refusal, @Context() { loaders }: RequestContext): Promise<Forum | null> {
    const id = data['forumId'];
    return typeof id === 'string' ? loaders.load(draft.forumById, id as ForumId) : null;
  }

  @ResolveField('presentSession')
  async session(@Parent() { data }: Refusal, @Context() { loaders }: RequestContext): Promise<Session | null> {
    const id = data['sessionId'];
    return typeof id === 'string' ? loaders.load(draft.sessionById, id as SessionId) : null;
  }
}

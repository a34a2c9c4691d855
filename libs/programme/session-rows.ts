import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { Clock, isId, newId, refuse, tidyOptional } from '#kernel';
import type { ConferenceId, ForumId, LocalizedText, Refusal, RoomId, SessionId } from '#kernel';
import type { Tx } from '#platform';
import { IsNull, LessThan, MoreThan, Not } from 'typeorm';
import type { EquipmentId } from './equipment.entity.js';
import { Room } from './room.entity.js';
import { Session } from './session.entity.js';
import type { SessionKind } from './session.entity.js';
import type { SessionTimes } from './session-times.js';
import { SpeakerRows } from './speaker-rows.js';

/** What a session is to be; an undefined text or room stays as it was. */
export interface SessionToWrite {
  readonly forumId: ForumId;
  readonly conferenceId: ConferenceId;
  readonly newId?: SessionId | undefined;
  readonly times: SessionTimes;
  readonly roomId?: RoomId | null | undefined;
  readonly title?: LocalizedText | null | undefined;
  readonly description?: LocalizedText | null | undefined;
  readonly kind?: SessionKind | undefined;
  readonly equipmentIds?: readonly EquipmentId[] | undefined;
  readonly interpretation?: readonly string[] | undefined;
}

/** The rows of sessions, and the room's lock at which two of them meet. */
@Injectable()
export class SessionRows {
  constructor(readonly speakers: SpeakerRows, private readonly clock: Clock) {}

  /** A session that takes place. */
  async find(tx: Tx, id: SessionId): Promise<Session | null> {
    return isId(id) ? tx.em.findOneBy(Session, { id, removedAt: IsNull() }) : null;
  }

  /** The same, locked. */
  async lock(tx: Tx, id: SessionId): Promise<Session | null> {
    return tx.em.findOne(Session, { where: { id, removedAt: IsNull() }, lock: { mode: 'pessimistic_write' } });
  }

  /** Locks the room and refuses where another session has it at that time; the refusal names that session. */
  async freeRoom(tx: Tx, roomId: RoomId, its: SessionToWrite, besides: SessionId | undefined): Promise<Refusal | undefined> {
    const room = isId(roomId)
      ? await tx.em.findOne(Room, { where: { id: roomId, conferenceId: its.conferenceId }, lock: { mode: 'for_no_key_update' } })
      : null;
    if (room === null) return refuse('room.unknown');
    const holder = await tx.em.findOne(Session, {
      where: {
        roomId, removedAt: IsNull(), startsAt: LessThan(its.times.endsAt), endsAt: MoreThan(its.times.startsAt),
        ...(besides === undefined ? {} : { id: Not(besides) }),
      },
      order: { startsAt: 'ASC' },
    });
    return holder === null ? undefined : refuse('programme.room-taken', { sessionId: holder.id, startsAt: holder.startsAt, endsAt: holder.endsAt });
  }

  async add(tx: Tx, actor: Actor, its: SessionToWrite): Promise<Session> {
    const now = this.clock.now();
    const session = Object.assign(new Session(), {
      id: its.newId ?? newId<'Session'>(), conferenceId: its.conferenceId, forumId: its.forumId, roomId: its.roomId ?? null,
      title: tidyOptional(its.title, 'line'), description: tidyOptional(its.description, 'page'), ...its.times,
      kind: its.kind ?? 'TALK', equipmentIds: [...its.equipmentIds ?? []], interpretation: [...its.interpretation ?? []],
      version: 1, removedAt: null, createdAt: now, changedAt: now, changedBy: actor.accountId,
    });
    await tx.em.insert(Session, { ...session });
    return session;
  }

  async change(tx: Tx, actor: Actor, before: Session, its: SessionToWrite): Promise<Session> {
    const changes = {
      forumId: its.forumId, ...its.times,
      ...(its.roomId === undefined ? {} : { roomId: its.roomId }),
      ...(its.title === undefined ? {} : { title: tidyOptional(its.title, 'line') }),
      ...(its.description === undefined ? {} : { description: tidyOptional(its.description, 'page') }),
      ...(its.kind === undefined ? {} : { kind: its.kind }),
      ...(its.equipmentIds === undefined ? {} : { equipmentIds: [...its.equipmentIds] }),
      ...(its.interpretation === undefined ? {} : { interpretation: [...its.interpretation] }),
    };
    return this.write(tx, actor, before, changes);
  }

  /** The row stays, so that calendars learn of it. */
  async remove(tx: Tx, actor: Actor, session: Session): Promise<Session> {
    return this.write(tx, actor, session, { removedAt: this.clock.now() });
  }

  private async write(tx: Tx, actor: Actor, before: Session, changes: Partial<Session>): Promise<Session> {
    const all = { ...changes, version: before.version + 1, changedAt: this.clock.now(), changedBy: actor.accountId };
    await tx.em.update(Session, { id: before.id }, all);
    return Object.assign(new Session(), before, all);
  }
}

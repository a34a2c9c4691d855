import { Categories } from '#conferences';
import type { CategoryId, DepartureId, ForumId, LocalizedText } from '#kernel';
import type { PoolKind } from '#places';
import { placeText, Programmes } from '#programme';
import type { Session } from '#programme';
import { Visits } from '#visits';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What has places: a category, a forum or a departure. */
export interface SubjectRef {
  readonly kind: PoolKind;
  readonly subjectId: string;
}

/** A part of it that takes place at a time, under the name that all calendars know it by. */
export interface SubjectPart {
  readonly kind: 'session' | 'departure';
  readonly id: string;
  readonly version: number;
  /** Its own title, where it has one beside the subject's. */
  readonly title: LocalizedText | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: LocalizedText | null;
  readonly isRemoved: boolean;
  readonly changedAt: Date;
}

export interface Subject extends SubjectRef {
  readonly title: LocalizedText;
  /** In order of time; what was removed from the programme included. */
  readonly parts: readonly SubjectPart[];
}

/** Reads what people have places of, each kind in a handful of statements however many there are. */
@Injectable()
export class Subjects {
  constructor(private readonly categories: Categories, private readonly programmes: Programmes, private readonly visits: Visits) {}

  /** By subject id; unknown ones are left out. */
  async read(em: EntityManager, refs: readonly SubjectRef[]): Promise<ReadonlyMap<string, Subject>> {
    const ids = (kind: PoolKind): string[] => [...new Set(refs.filter((ref) => ref.kind === kind).map(({ subjectId }) => subjectId))];
    const found = [
      ...await this.readCategories(em, ids('CATEGORY') as CategoryId[]),
      ...await this.readForums(em, ids('FORUM') as ForumId[]),
      ...await this.readDepartures(em, ids('DEPARTURE') as DepartureId[]),
    ];
    return new Map(found.map((subject) => [subject.subjectId, subject]));
  }

  private async readCategories(em: EntityManager, ids: readonly CategoryId[]): Promise<Subject[]> {
    if (ids.length === 0) return [];
    return (await this.categories.byIds(em, ids)).map(({ id, title }) => ({ kind: 'CATEGORY', subjectId: id, title, parts: [] }));
  }

  private async readForums(em: EntityManager, ids: readonly ForumId[]): Promise<Subject[]> {
    if (ids.length === 0) return [];
    const forums = await this.programmes.forums(em, ids);
    const sessions = await this.programmes.sessionsEver(em, ids);
    const places = await this.placesOf(em, sessions);
    const parts = Map.groupBy(sessions, ({ forumId }) => forumId);
    return forums.map(({ id, title }) => ({
      kind: 'FORUM', subjectId: id, title,
      parts: (parts.get(id) ?? []).map((session) => ({
        kind: 'session', id: session.id, version: session.version, title: session.title, startsAt: session.startsAt, endsAt: session.endsAt,
        place: session.roomId === null ? null : (places.get(session.roomId) ?? null), isRemoved: session.removedAt !== null, changedAt: session.changedAt,
      })),
    }));
  }

  private async placesOf(em: EntityManager, sessions: readonly Session[]): Promise<ReadonlyMap<string, LocalizedText>> {
    const roomIds = [...new Set(sessions.flatMap(({ roomId }) => (roomId === null ? [] : [roomId])))];
    if (roomIds.length === 0) return new Map();
    const rooms = await this.programmes.rooms(em, roomIds);
    const venues = new Map((await this.programmes.venues(em, rooms.map(({ venueId }) => venueId))).map((venue) => [venue.id, venue]));
    return new Map(rooms.map((room) => [room.id, placeText(room, venues.get(room.venueId))]));
  }

  private async readDepartures(em: EntityManager, ids: readonly DepartureId[]): Promise<Subject[]> {
    if (ids.length === 0) return [];
    const departures = await this.visits.departures(em, ids);
    const visits = new Map((await this.visits.byIds(em, departures.map(({ visitId }) => visitId))).map((visit) => [visit.id, visit]));
    return departures.map((departure) => ({
      kind: 'DEPARTURE', subjectId: departure.id, title: visits.get(departure.visitId)?.title ?? {},
      parts: [{
        kind: 'departure', id: departure.id, version: departure.version, title: null, startsAt: departure.startsAt, endsAt: departure.endsAt,
        place: departure.meetingPoint, isRemoved: departure.state === 'CANCELLED', changedAt: departure.changedAt,
      }],
    }));
  }
}

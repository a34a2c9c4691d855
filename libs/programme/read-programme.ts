import { Injectable } from '@nestjs/common';
import type { Conference } from '#conferences';
import type { ConferenceId } from '#kernel';
import { Pools, TravelTimes } from '#places';
import type { EntityManager } from 'typeorm';
import { ClashForecast } from './clash-forecast.js';
import { DraftDifferences } from './draft-differences.js';
import { isTimed } from './differences.js';
import { Equipment } from './equipment.entity.js';
import type { Forum } from './forum.entity.js';
import { DraftProgrammes } from './programmes.js';
import { SpeakerContact } from './speaker-contact.entity.js';
import type { ClashingForum, ProgrammeUnderCheck } from './warnings/programme-under-check.js';

/** Reads a whole programme for the checks, in a handful of statements. */
@Injectable()
export class ReadProgramme {
  constructor(
    private readonly programmes: DraftProgrammes, private readonly pools: Pools, private readonly travel: TravelTimes,
    private readonly differing: DraftDifferences, private readonly forecast: ClashForecast,
  ) {}

  async of(em: EntityManager, conference: Conference): Promise<ProgrammeUnderCheck> {
    const forums = await this.programmes.forumsOf(em, conference.id);
    const sessions = await this.programmes.sessionsOf(em, forums.map((forum) => forum.id));
    const speakers = Map.groupBy(await this.programmes.speakersOf(em, sessions.map((session) => session.id)), (speaker) => speaker.sessionId);
    const contacts = new Map((await em.findBy(SpeakerContact, { conferenceId: conference.id })).map((one) => [one.speakerId, one]));
    const figures = await this.pools.figures(em, forums.map((forum) => forum.poolId));
    return {
      timeZone: conference.timeZone, startsOn: conference.startsOn, endsOn: conference.endsOn, locales: conference.locales,
      rooms: await this.programmes.roomsOf(em, conference.id),
      forums: forums.map((forum) => ({
        id: forum.id, title: forum.title,
        size: figures.get(forum.poolId)?.size ?? null, taken: figures.get(forum.poolId)?.taken ?? 0,
      })),
      sessions: sessions.map((session) => ({
        ...session, isBreak: session.kind === 'BREAK',
        speakers: (speakers.get(session.id) ?? []).map(({ id, name, personId }) => {
          const contact = contacts.get(id);
          return { id, name, personId, state: contact?.state ?? 'PROPOSED', available: contact?.available ?? null };
        }),
      })),
      equipment: await em.findBy(Equipment, { conferenceId: conference.id }),
      travel: await this.travel.of(em, conference.id),
      clashing: await this.clashing(em, conference.id, forums),
    };
  }

  /** Only of forums whose times a release would change. */
  private async clashing(em: EntityManager, conferenceId: ConferenceId, forums: readonly Forum[]): Promise<readonly ClashingForum[]> {
    const timed = new Set((await this.differing.of(em, conferenceId)).filter(isTimed).map(({ forumId }) => forumId));
    if (timed.size === 0) return [];
    const found = await this.forecast.of(em, forums.filter(({ id }) => timed.has(id)));
    return [...found].map(([forumId, people]) => ({ forumId, people }));
  }
}

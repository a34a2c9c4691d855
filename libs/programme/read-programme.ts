import { Injectable } from '@nestjs/common';
import type { Conference } from '#conferences';
import { Pools } from '#places';
import type { EntityManager } from 'typeorm';
import { DraftProgrammes } from './programmes.js';
import type { ProgrammeUnderCheck } from './warnings/programme-under-check.js';

/** Reads a whole programme for the checks, in a handful of statements. */
@Injectable()
export class ReadProgramme {
  constructor(private readonly programmes: DraftProgrammes, private readonly pools: Pools) {}

  async of(em: EntityManager, conference: Conference): Promise<ProgrammeUnderCheck> {
    const forums = await this.programmes.forumsOf(em, conference.id);
    const sessions = await this.programmes.sessionsOf(em, forums.map((forum) => forum.id));
    const speakers = Map.groupBy(await this.programmes.speakersOf(em, sessions.map((session) => session.id)), (speaker) => speaker.sessionId);
    const figures = await this.pools.figures(em, forums.map((forum) => forum.poolId));
    return {
      timeZone: conference.timeZone, startsOn: conference.startsOn, endsOn: conference.endsOn, locales: conference.locales,
      rooms: await this.programmes.roomsOf(em, conference.id),
      forums: forums.map((forum) => ({
        id: forum.id, title: forum.title,
        size: figures.get(forum.poolId)?.size ?? null, taken: figures.get(forum.poolId)?.taken ?? 0,
      })),
      sessions: sessions.map((session) => ({ ...session, speakers: speakers.get(session.id) ?? [] })),
    };
  }
}

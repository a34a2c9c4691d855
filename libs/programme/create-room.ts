import { Injectable } from '@nestjs/common';
import { Conferences } from '#conferences';
import type { Actor } from '#identity';
import { Clock, invalid, isRefusal, localizedTextProblems, newId, refuse, tidyLocalized } from '#kernel';
import type { LocalizedText, Refusal, RoomId, VenueId } from '#kernel';
import { once, UnitOfWork } from '#platform';
import { capacityProblems } from './capacity.js';
import { conferenceToEdit } from './programme.policy.js';
import { DraftProgrammes } from './programmes.js';
import { lockProgramme, Publication } from './publication.js';
import { Room } from './room.entity.js';

export interface NewRoom {
  readonly venueId: VenueId;
  readonly name: LocalizedText;
  readonly capacity: number;
  /** Booths for interpreters; none where absent. */
  readonly booths?: number | undefined;
}

/** Makes a room in a venue. */
@Injectable()
export class CreateRoom {
  constructor(
    private readonly work: UnitOfWork, private readonly conferences: Conferences,
    private readonly programmes: DraftProgrammes, private readonly publication: Publication, private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: NewRoom, key?: string): Promise<{ roomId: RoomId } | Refusal> {
    const problems = [
      ...localizedTextProblems('name', input.name, 'line', true), ...capacityProblems('capacity', input.capacity), ...(input.booths === undefined || input.booths === 0 ? [] : capacityProblems('booths', input.booths)),
    ];
    if (problems.length > 0) return invalid(problems);
    return this.work.run((tx) => once(tx, { principal: actor.principal, operation: 'createRoom', key, arguments: input }, async () => {
      const [venue] = await this.programmes.venues(tx.em, [input.venueId]);
      if (venue === undefined) return refuse('venue.unknown');
      const conference = await conferenceToEdit(this.conferences, tx, actor, venue.conferenceId);
      if (isRefusal(conference)) return conference;
      await lockProgramme(tx, conference.id);
      const roomId: RoomId = newId();
      await tx.em.insert(Room, {
        id: roomId, conferenceId: conference.id, venueId: venue.id,
        name: tidyLocalized(input.name, 'line'), capacity: input.capacity, booths: input.booths ?? 0, createdAt: this.clock.now(),
      });
      await this.publication.showWords(tx, conference.id, { rooms: [roomId] });
      return { roomId };
    }));
  }
}

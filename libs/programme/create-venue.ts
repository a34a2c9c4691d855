import { Injectable } from '@nestjs/common';
import { Conferences } from '#conferences';
import type { Actor } from '#identity';
import { Clock, invalid, isRefusal, localizedTextProblems, newId, tidyLocalized, tidyOptional } from '#kernel';
import type { ConferenceId, LocalizedText, Refusal, VenueId } from '#kernel';
import { once, UnitOfWork } from '#platform';
import { conferenceToEdit } from './programme.policy.js';
import { lockProgramme, Publication } from './publication.js';
import { Venue } from './venue.entity.js';

export interface NewVenue {
  readonly conferenceId: ConferenceId;
  readonly name: LocalizedText;
  readonly address?: LocalizedText | null | undefined;
}

/** Makes a venue. */
@Injectable()
export class CreateVenue {
  constructor(
    private readonly work: UnitOfWork, private readonly conferences: Conferences,
    private readonly publication: Publication, private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: NewVenue, key?: string): Promise<{ venueId: VenueId } | Refusal> {
    const problems = [...localizedTextProblems('name', input.name, 'line', true), ...localizedTextProblems('address', input.address, 'page')];
    if (problems.length > 0) return invalid(problems);
    return this.work.run((tx) => once(tx, { principal: actor.principal, operation: 'createVenue', key, arguments: input }, async () => {
      const conference = await conferenceToEdit(this.conferences, tx, actor, input.conferenceId);
      if (isRefusal(conference)) return conference;
      await lockProgramme(tx, conference.id);
      const venueId: VenueId = newId();
      await tx.em.insert(Venue, {
        id: venueId, conferenceId: conference.id, name: tidyLocalized(input.name, 'line'),
        address: tidyOptional(input.address, 'page'), createdAt: this.clock.now(),
      });
      await this.publication.showWords(tx, conference.id, { venues: [venueId] });
      return { venueId };
    }));
  }
}

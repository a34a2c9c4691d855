import { Conferences } from '#conferences';
import type { Actor } from '#identity';
import { Clock, invalid, isRefusal, newId, tidy } from '#kernel';
import type { AudienceId, ConferenceId, Refusal } from '#kernel';
import { once, UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { conferenceFor } from '../campaigns.policy.js';
import { audienceProblems, tidyFilter } from './audience-input.js';
import type { AudienceInput } from './audience-input.js';

const INSERT = `
  INSERT INTO audience (id, conference_id, name, filter, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $5)
  ON CONFLICT (conference_id, name) WHERE archived_at IS NULL DO NOTHING RETURNING id`;

/** Saves a filter over the contacts of the series under a name. */
@Injectable()
export class CreateAudience {
  constructor(private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly clock: Clock) {}

  async run(actor: Actor, input: AudienceInput & { readonly conferenceId: ConferenceId }, key?: string): Promise<{ audienceId: AudienceId } | Refusal> {
    return this.work.run((tx) => once(tx, { principal: actor.principal, operation: 'createAudience', key, arguments: input }, async () => {
      const conference = await conferenceFor(this.conferences, tx.em, actor, input.conferenceId, 'campaigns.edit');
      if (isRefusal(conference)) return conference;
      const filter = tidyFilter(input.filter);
      const problems = await audienceProblems(tx.em, conference, { name: input.name, filter });
      if (problems.length > 0) return invalid([...problems]);
      const [row] = await tx.query<{ id: AudienceId }>(INSERT, [newId<'Audience'>(), conference.id, tidy(input.name), JSON.stringify(filter), this.clock.now()]);
      return row === undefined ? invalid([{ path: 'name', code: 'name-taken' }]) : { audienceId: row.id };
    }));
  }
}

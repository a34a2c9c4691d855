import { Conferences } from '#conferences';
import type { Actor } from '#identity';
import { Clock, invalid, isId, isRefusal, refuse, tidy } from '#kernel';
import type { AudienceId, Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { conferenceFor } from '../campaigns.policy.js';
import { Audience } from './audience.entity.js';
import { audienceProblems, tidyFilter } from './audience-input.js';
import type { AudienceInput } from './audience-input.js';

const NAMED = 'SELECT 1 FROM audience WHERE conference_id = $1 AND name = $2 AND id <> $3 AND archived_at IS NULL';
const UPDATE = 'UPDATE audience SET name = $3, filter = $4, updated_at = $5, version = version + 1 WHERE id = $1 AND version = $2 RETURNING id';

/** Changes a saved filter; a campaign that was started keeps the recipients it was started with. */
@Injectable()
export class UpdateAudience {
  constructor(private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly clock: Clock) {}

  async run(actor: Actor, input: AudienceInput & { readonly id: AudienceId; readonly version: number }): Promise<{ audienceId: AudienceId } | Refusal> {
    return this.work.run(async (tx) => {
      const known = isId(input.id) ? await tx.em.findOneBy(Audience, { id: input.id, archivedAt: IsNull() }) : null;
      if (known === null) return refuse('audience.unknown');
      const conference = await conferenceFor(this.conferences, tx.em, actor, known.conferenceId, 'campaigns.edit');
      if (isRefusal(conference)) return conference;
      const filter = tidyFilter(input.filter);
      const problems = await audienceProblems(tx.em, conference, { name: input.name, filter });
      if (problems.length > 0) return invalid([...problems]);
      const name = tidy(input.name);
      if ((await tx.query(NAMED, [conference.id, name, known.id])).length > 0) return invalid([{ path: 'name', code: 'name-taken' }]);
      const changed = await tx.query(UPDATE, [known.id, input.version, name, JSON.stringify(filter), this.clock.now()]);
      return changed.length === 0 ? refuse('audience.changed-meanwhile') : { audienceId: known.id };
    });
  }
}

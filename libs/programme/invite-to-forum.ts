import { Injectable } from '@nestjs/common';
import { Conferences } from '#conferences';
import type { Actor } from '#identity';
import { Clock, invalid, isId, isRefusal, refuse } from '#kernel';
import type { ForumId, Refusal, RegistrationId } from '#kernel';
import { UnitOfWork } from '#platform';
import { Registrations } from '#registration';
import { ForumGuests } from './forum-guests.js';
import { lockForums } from './lock-forums.js';
import { conferenceToEdit } from './programme.policy.js';

export interface GuestsToChange {
  readonly forumId: ForumId;
  readonly add: readonly RegistrationId[];
  /** Who has a place keeps it. */
  readonly remove: readonly RegistrationId[];
}

const MOST = 1000;

/** Changes a forum's list of guests; it holds at once, whatever is released. Staff of the forum alone may do it, too. */
@Injectable()
export class InviteToForum {
  constructor(
    private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly registrations: Registrations,
    private readonly guests: ForumGuests, private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: GuestsToChange): Promise<{ forumId: ForumId } | Refusal> {
    if (input.add.length + input.remove.length > MOST) return invalid([{ path: 'add', code: 'too-many', data: { max: MOST } }]);
    return this.work.run(async (tx) => {
      const [forum] = await lockForums(tx, [input.forumId]);
      if (forum === undefined) return refuse('forum.unknown');
      const conference = await conferenceToEdit(this.conferences, tx, actor, forum.conferenceId, forum.id);
      if (isRefusal(conference)) return conference;
      const found = await this.registrations.byIds(tx.em, input.add.filter(isId));
      const known = new Set(found.filter(({ conferenceId }) => conferenceId === conference.id).map(({ id }) => id));
      const problems = input.add.flatMap((id, index) => (known.has(id) ? [] : [{ path: `add.${index}`, code: 'unknown' }]));
      if (problems.length > 0) return invalid(problems);
      await this.guests.remove(tx, forum.id, input.remove.filter(isId));
      await this.guests.add(tx, forum, input.add, this.clock.now(), actor.accountId);
      return { forumId: forum.id };
    });
  }
}

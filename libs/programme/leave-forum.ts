import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { isRefusal, newId, refuse } from '#kernel';
import type { ForumId, Refusal, RegistrationId } from '#kernel';
import { Places } from '#places';
import type { Released } from '#places';
import { UnitOfWork } from '#platform';
import { Registrations } from '#registration';
import { forumLeft } from './facts.js';
import { ForumDesk } from './forum-desk.js';

export interface ForumToLeave {
  readonly registrationId: RegistrationId;
  readonly forumId: ForumId;
}

/** Leaves a forum, its line or its offer; what is freed is offered to the next in the same commit. */
@Injectable()
export class LeaveForum {
  constructor(
    private readonly work: UnitOfWork, private readonly registrations: Registrations,
    private readonly places: Places, private readonly desk: ForumDesk,
  ) {}

  async run(actor: Actor, input: ForumToLeave): Promise<(ForumToLeave & { was: Released }) | Refusal> {
    return this.work.run(async (tx) => {
      const found = await this.desk.find(tx, input.forumId);
      const locked = await this.registrations.lockForVerb(tx, actor, input.registrationId);
      if (isRefusal(locked)) return locked;
      const { registration, conference } = locked;
      if (found?.forum.conferenceId !== conference.id) return refuse('forum.unknown');
      const draft = await this.desk.draft(tx, locked, found);
      const was = await this.places.release(tx, registration.id, found.forum.poolId);
      if (was === null) return refuse('forum.not-chosen');
      await this.desk.letters.left(tx, draft, newId(), was);
      tx.record(forumLeft, { registrationId: registration.id, forumId: found.forum.id, conferenceId: conference.id });
      return { registrationId: registration.id, forumId: found.forum.id, was };
    });
  }
}

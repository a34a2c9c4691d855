import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { isRefusal, refuse } from '#kernel';
import type { ForumId, Refusal, RegistrationId } from '#kernel';
import { hadBefore, Places } from '#places';
import { once, UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Registrations } from '#registration';
import { forumChosen } from './facts.js';
import { ForumDesk } from './forum-desk.js';

export interface ForumChoice {
  readonly registrationId: RegistrationId;
  readonly forumId: ForumId;
  /** Where no place is left, whether to join the line. */
  readonly joinLine: boolean;
}

/** What came of it; how it stands later is for `Places.standings` to say. */
export interface ForumChosen {
  readonly registrationId: RegistrationId;
  readonly forumId: ForumId;
  readonly outcome: 'PLACE' | 'LINE';
}

/**
 * Chooses a forum for a confirmed registration: takes a place or joins the line, in one commit with its letter. Open
 * doors are chosen likewise, without a limit. Choosing what one has is no error: it stays, and no second letter goes. Refused: what clashes with it in time, a full forum without a line.
 */
@Injectable()
export class ChooseForum {
  constructor(
    private readonly work: UnitOfWork, private readonly registrations: Registrations,
    private readonly places: Places, private readonly desk: ForumDesk,
  ) {}

  async run(actor: Actor, input: ForumChoice, key?: string): Promise<ForumChosen | Refusal> {
    const request = { principal: actor.principal, operation: 'chooseForum', key, arguments: input };
    return this.work.run((tx) => once(tx, request, () => this.within(tx, actor, input)));
  }

  /** Within a transaction of the caller's. */
  async within(tx: Tx, actor: Actor, input: ForumChoice): Promise<ForumChosen | Refusal> {
    const found = await this.desk.find(tx, input.forumId);
    const locked = await this.registrations.lockForVerb(tx, actor, input.registrationId);
    if (isRefusal(locked)) return locked;
    if (found?.forum.conferenceId !== locked.conference.id) return refuse('forum.unknown');
    const refused = await this.desk.mayChoose(tx, found, locked);
    if (refused !== undefined) return refused;
    const { forum } = found;
    const asRead = await this.desk.draft(tx, locked, found);
    const taken = await this.places.take(tx, { holder: locked.registration.id, poolId: forum.poolId, state: 'CONFIRMED', joinLine: input.joinLine });
    if (isRefusal(taken)) {
      const before = hadBefore(taken);
      return before === undefined ? taken : { registrationId: locked.registration.id, forumId: forum.id, outcome: before };
    }
    const draft = await this.desk.upToDate(tx, locked, found, asRead);
    if (taken.outcome === 'PLACE') {
      await this.desk.letters.place(tx, draft, taken.placeId);
      tx.record(forumChosen, { registrationId: locked.registration.id, forumId: forum.id, conferenceId: forum.conferenceId });
    } else {
      await this.desk.letters.waitlisted(tx, draft, taken.entryId, taken.position);
    }
    return { registrationId: locked.registration.id, forumId: forum.id, outcome: taken.outcome };
  }
}

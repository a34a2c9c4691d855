import { Injectable } from '@nestjs/common';
import { newId } from '#kernel';
import type { ForumId, PlaceId, Refusal } from '#kernel';
import type { Released } from '#places';
import type { Tx } from '#platform';
import { forumChosen, forumLeft } from './facts.js';
import { ForumDesk } from './forum-desk.js';
import type { ForumWithSessions } from './forum-desk.js';
import type { OfRegistration } from './forum-letters.js';

/** What a forum has to say when an offer of a place in it is answered, and what follows; the answer itself is the agenda's. */
@Injectable()
export class ForumOffers {
  constructor(private readonly desk: ForumDesk) {}

  /** Whether the place may still be accepted. */
  async mayAccept(tx: Tx, forumId: ForumId, of: OfRegistration): Promise<Refusal | undefined> {
    return this.desk.mayChoose(tx, await this.find(tx, forumId, of), of);
  }

  /** The place was taken: its letter, and the fact. */
  async accepted(tx: Tx, forumId: ForumId, of: OfRegistration, placeId: PlaceId): Promise<void> {
    const found = await this.find(tx, forumId, of);
    await this.desk.letters.place(tx, await this.desk.draft(tx, of, found), placeId);
    tx.record(forumChosen, { registrationId: of.registration.id, forumId, conferenceId: of.conference.id });
  }

  /** The forum was left: for something else that was offered, or because its offer was declined. */
  async gaveUp(tx: Tx, forumId: ForumId, of: OfRegistration, was: Released): Promise<void> {
    const found = await this.find(tx, forumId, of);
    await this.desk.letters.left(tx, await this.desk.draft(tx, of, found), newId(), was);
    tx.record(forumLeft, { registrationId: of.registration.id, forumId, conferenceId: of.conference.id });
  }

  private async find(tx: Tx, forumId: ForumId, of: OfRegistration): Promise<ForumWithSessions> {
    const found = await this.desk.find(tx, forumId);
    if (found?.forum.conferenceId !== of.conference.id) throw new Error(`forum ${forumId} is not of conference ${of.conference.id}`);
    return found;
  }
}

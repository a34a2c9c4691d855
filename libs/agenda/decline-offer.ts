import type { Actor } from '#identity';
import { isRefusal, refuse } from '#kernel';
import type { Refusal } from '#kernel';
import { Places } from '#places';
import { UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { AnswerCategoryOffer } from '#registration';
import { Injectable } from '@nestjs/common';
import { answerOf, OfferAnswers } from './offer-answers.js';
import type { AnswerableOffer, OfferAnswer, OfferQuestion } from './offer-answers.js';
import { OfferRooms } from './offer-rooms.js';

/** Lets an offered place go to the next. With the place of a category goes the registration, which has no turn left. */
@Injectable()
export class DeclineOffer {
  constructor(
    private readonly work: UnitOfWork, private readonly answers: OfferAnswers,
    private readonly places: Places, private readonly rooms: OfferRooms, private readonly categories: AnswerCategoryOffer,
  ) {}

  async run(actor: Actor, input: OfferQuestion): Promise<OfferAnswer | Refusal> {
    return this.work.run((tx) => this.within(tx, actor, input));
  }

  private async within(tx: Tx, actor: Actor, input: OfferQuestion): Promise<OfferAnswer | Refusal> {
    const found = await this.answers.lock(tx, actor, input);
    if (isRefusal(found)) return found;
    const { offer, pool, locked } = found;
    if (offer.state === 'DECLINED') return answerOf(found);
    const declined = pool.kind === 'CATEGORY' ? await this.declineCategory(tx, found) : await this.places.declineOffer(tx, offer.id);
    if (isRefusal(declined)) return declined;
    if (pool.kind !== 'CATEGORY') await this.rooms.gaveUp(tx, pool, locked, 'OFFER');
    return answerOf(found);
  }

  /** The registration leaves everything, the offer with it: the account's line is locked before the pool, as whoever submits has it. */
  private async declineCategory(tx: Tx, { offer, actor, locked }: AnswerableOffer): Promise<object | Refusal> {
    const { state } = locked.registration;
    const refused = await this.places.answerable(tx, offer);
    if (refused !== undefined) return refused;
    if (state !== 'WAITLISTED') return refuse('offer.unknown', { state });
    const ended = await this.categories.decline(tx, actor, locked);
    if (!isRefusal(ended)) await this.places.sayDeclined(tx, offer.id);
    return ended;
  }
}

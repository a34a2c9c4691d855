import type { Actor } from '#identity';
import { isId, isRefusal, refuse } from '#kernel';
import type { Refusal } from '#kernel';
import { Places, Pool } from '#places';
import { once, UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { AnswerCategoryOffer } from '#registration';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { answerOf, OfferAnswers } from './offer-answers.js';
import type { AnswerableOffer, OfferAnswer, OfferQuestion } from './offer-answers.js';
import { OfferRooms } from './offer-rooms.js';

export interface OfferToAccept extends OfferQuestion {
  /** Forums and departures to be left for it, by id. */
  readonly giveUp: readonly string[];
}

/**
 * Takes an offered place, in one commit with what is left for it and with the letters. Refused: an offer that has ended
 * or was answered otherwise, and what stands in the way and is not in `giveUp`. Accepting twice is accepting once.
 */
@Injectable()
export class AcceptOffer {
  constructor(
    private readonly work: UnitOfWork, private readonly answers: OfferAnswers,
    private readonly places: Places, private readonly rooms: OfferRooms, private readonly categories: AnswerCategoryOffer,
  ) {}

  async run(actor: Actor, input: OfferToAccept, key?: string): Promise<OfferAnswer | Refusal> {
    const request = { principal: actor.principal, operation: 'acceptOffer', key, arguments: input };
    return this.work.run((tx) => once(tx, request, () => this.within(tx, actor, input)));
  }

  private async within(tx: Tx, actor: Actor, input: OfferToAccept): Promise<OfferAnswer | Refusal> {
    const found = await this.answers.lock(tx, actor, input);
    if (isRefusal(found)) return found;
    if (found.offer.state === 'ACCEPTED') return answerOf(found);
    const accepted = found.pool.kind === 'CATEGORY' ? await this.takeCategory(tx, found) : await this.takePlace(tx, found, input.giveUp);
    return isRefusal(accepted) ? accepted : answerOf(found);
  }

  private async takeCategory(tx: Tx, { offer, actor, locked }: AnswerableOffer): Promise<object | Refusal> {
    const { state } = locked.registration;
    if (offer.state === 'EXPIRED') return refuse('offer.expired', { expiresAt: offer.expiresAt });
    return state === 'WAITLISTED' ? this.categories.accept(tx, actor, locked, offer.id) : refuse('offer.unknown', { state });
  }

  private async takePlace(tx: Tx, { offer, pool, locked }: AnswerableOffer, giveUp: readonly string[]): Promise<object | Refusal> {
    const { registration } = locked;
    if (registration.state !== 'CONFIRMED') return refuse('registration.not-confirmed', { state: registration.state });
    const refused = await this.rooms.mayAccept(tx, pool, locked, giveUp);
    if (refused !== undefined) return refused;
    const others = giveUp.length === 0 ? [] : await tx.em.findBy(Pool, { subjectId: In(giveUp.filter(isId)), conferenceId: pool.conferenceId });
    const alsoLeave = await this.rooms.alsoLeave(tx, pool, locked, giveUp);
    const timed = others.filter(({ kind }) => kind !== 'CATEGORY');
    const accepted = await this.places.acceptOffer(tx, offer.id, { giveUp: timed.map(({ id }) => id), alsoLeave, state: 'CONFIRMED' });
    if (isRefusal(accepted)) {
      if (accepted.refused !== 'agenda.clash') return accepted;
      return refuse('agenda.clash', { ...accepted.data, alternatives: await this.rooms.alternatives(tx, pool, locked, offer.party) });
    }
    for (const other of timed.filter(({ id }) => accepted.gaveUp.includes(id))) await this.rooms.gaveUp(tx, other, locked, 'PLACE');
    await this.rooms.accepted(tx, pool, locked, accepted.placeId);
    return accepted;
  }
}

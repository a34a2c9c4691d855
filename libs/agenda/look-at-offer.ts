import { Conferences } from '#conferences';
import type { Actor } from '#identity';
import { Clock, isId, isRefusal, refuse } from '#kernel';
import type { ConferenceId, OfferId, Refusal, RegistrationId } from '#kernel';
import { Offer, Pool } from '#places';
import { UnitOfWork } from '#platform';
import { manages, mayRead } from '#registration';
import { Injectable } from '@nestjs/common';
import { OfferAnswers } from './offer-answers.js';
import type { OfferQuestion } from './offer-answers.js';

/** An offer as whoever may answer it reads it beforehand. */
export interface OfferSeen {
  readonly offerId: OfferId;
  readonly registrationId: RegistrationId;
  readonly conferenceId: ConferenceId;
  readonly kind: Pool['kind'];
  readonly subjectId: string;
  readonly party: number;
  readonly expiresAt: Date;
  readonly isOpen: boolean;
}

/**
 * Says what an offer is of, before it is answered: to who follows the letter's link, to who manages the registration, and to
 * staff who may read it. To others there is no such offer.
 */
@Injectable()
export class LookAtOffer {
  constructor(private readonly work: UnitOfWork, private readonly answers: OfferAnswers, private readonly conferences: Conferences, private readonly clock: Clock) {}

  async run(actor: Actor, question: OfferQuestion): Promise<OfferSeen | Refusal<'offer.unknown'>> {
    const em = this.work.reader;
    const offer = isId(question.offerId) ? await em.findOneBy(Offer, { id: question.offerId }) : null;
    if (offer === null) return refuse('offer.unknown');
    const found = await this.answers.speaking(em, actor, offer, question.token);
    if (isRefusal(found)) return found;
    const { speaker, registration } = found;
    const conference = await this.conferences.byId(em, registration.conferenceId);
    if (conference === null || !(manages(speaker, registration) || mayRead(speaker, registration, conference))) return refuse('offer.unknown');
    const { kind, subjectId } = await em.findOneByOrFail(Pool, { id: offer.poolId });
    return {
      offerId: offer.id, registrationId: registration.id, conferenceId: conference.id, kind, subjectId, party: offer.party, expiresAt: offer.expiresAt,
      isOpen: offer.state === 'OPEN' && offer.expiresAt > this.clock.now(),
    };
  }
}

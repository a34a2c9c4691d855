import { accountActor } from '#identity';
import type { Actor } from '#identity';
import { isId, isRefusal, refuse } from '#kernel';
import type { OfferId, Refusal, RegistrationId } from '#kernel';
import { Offer, Pool } from '#places';
import { LinkTokens } from '#platform';
import type { Tx } from '#platform';
import { registrationStates, Registrations } from '#registration';
import type { LockedRegistration, Registration } from '#registration';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OFFER_LINK } from './offer-link.js';

/** An offer about to be answered by someone who may. */
export interface AnswerableOffer {
  readonly offer: Offer;
  readonly pool: Pool;
  /** Who answers: who is signed in, or the account that the letter with the link went to. */
  readonly actor: Actor;
  readonly locked: LockedRegistration;
}

/** What was asked: which offer, and the secret of the letter's link where nobody is signed in. */
export interface OfferQuestion {
  readonly offerId: OfferId;
  readonly token?: string | null | undefined;
}

/** What an answer leads to; how it stands later is for `Places.standings` to say. */
export interface OfferAnswer {
  readonly registrationId: RegistrationId;
  readonly kind: Pool['kind'];
  readonly subjectId: string;
}

/** Finds the offer that is answered and who answers it, and locks its registration: the first lock of the transaction. */
@Injectable()
export class OfferAnswers {
  constructor(private readonly registrations: Registrations, private readonly tokens: LinkTokens) {}

  async lock(tx: Tx, actor: Actor, question: OfferQuestion): Promise<AnswerableOffer | Refusal> {
    const offer = isId(question.offerId) ? await tx.em.findOneBy(Offer, { id: question.offerId }) : null;
    if (offer === null) return refuse('offer.unknown');
    const pool = await tx.em.findOneByOrFail(Pool, { id: offer.poolId });
    const found = await this.speaking(tx.em, actor, offer, question.token);
    if (isRefusal(found)) return found;
    const { speaker } = found;
    const locked = await this.registrations.lockForVerb(tx, speaker, offer.holderId, { states: registrationStates });
    if (isRefusal(locked)) return locked;
    // Read again under the lock, since a second click may have waited for the first.
    return { offer: await tx.em.findOneByOrFail(Offer, { id: offer.id }), pool, actor: speaker, locked };
  }

  /** Who speaks about whose registration: whoever has the letter speaks for the account it went to, for this one offer. */
  async speaking(em: EntityManager, actor: Actor, offer: Offer, token: string | null | undefined): Promise<{ speaker: Actor; registration: Registration } | Refusal<'offer.unknown'>> {
    const registration = await this.registrations.byId(em, offer.holderId);
    if (registration === null) return refuse('offer.unknown');
    if (token === undefined || token === null || token === '') return { speaker: actor, registration };
    if (this.tokens.verifyLinkToken(OFFER_LINK, token) !== offer.id) return refuse('offer.unknown');
    return { speaker: accountActor({ id: registration.accountId, email: registration.email, locale: registration.locale }), registration };
  }
}

export function answerOf({ pool, locked }: AnswerableOffer): OfferAnswer {
  return { registrationId: locked.registration.id, kind: pool.kind, subjectId: pool.subjectId };
}

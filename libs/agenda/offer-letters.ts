import { Conferences } from '#conferences';
import { textFor } from '#kernel';
import type { OfferId } from '#kernel';
import { Letters } from '#mail';
import type { Letter } from '#mail';
import { Offer, Pool } from '#places';
import type { Tx } from '#platform';
import { Registrations } from '#registration';
import type { Registration } from '#registration';
import { Injectable } from '@nestjs/common';
import type { OfferLetterProps } from './mails/offer-letter.js';
import { Subjects } from './subjects.js';

/** An offer with what its letter needs to know. */
export interface ToldOffer {
  readonly offer: Offer;
  readonly pool: Pool;
  readonly registration: Registration;
  readonly props: OfferLetterProps;
  readonly locale: string;
  readonly to: { readonly email: string; readonly name: string };
}

/** Reads what a letter about an offer says, and writes it. */
@Injectable()
export class OfferLetters {
  constructor(
    private readonly letters: Letters, private readonly registrations: Registrations,
    private readonly conferences: Conferences, private readonly subjects: Subjects,
  ) {}

  /** Nothing where the offer, or what it was about, is no more. */
  async read(tx: Tx, offerId: OfferId): Promise<ToldOffer | undefined> {
    const offer = await tx.em.findOneBy(Offer, { id: offerId });
    if (offer === null) return undefined;
    const pool = await tx.em.findOneByOrFail(Pool, { id: offer.poolId });
    const registration = await this.registrations.byId(tx.em, offer.holderId);
    const conference = await this.conferences.byId(tx.em, offer.conferenceId);
    const subject = (await this.subjects.read(tx.em, [pool])).get(pool.subjectId);
    if (registration === null || conference === null || subject === undefined) return undefined;
    const { email, name, locale } = await this.registrations.letterAddressOf(tx.em, registration);
    const parts = subject.parts.filter(({ isRemoved }) => !isRemoved);
    const [first, last] = [parts.at(0), parts.at(-1)];
    return {
      offer, pool, registration, locale, to: { email, name },
      props: {
        name, registrationId: registration.id, offerId, kind: pool.kind, title: subject.title, party: offer.party, expiresAt: offer.expiresAt.toISOString(),
        conference: { slug: conference.slug, title: conference.title, timeZone: conference.timeZone },
        when: first === undefined || last === undefined ? null : { startsAt: first.startsAt.toISOString(), endsAt: last.endsAt.toISOString(), place: first.place },
      },
    };
  }

  async write(tx: Tx, letter: Letter<OfferLetterProps>, told: ToldOffer, key: string): Promise<void> {
    const { registration, props, to, locale } = told;
    await this.letters.write(tx, letter, {
      key, to, locale, props, from: textFor(props.conference.title, locale),
      conferenceId: registration.conferenceId, registrationId: registration.id, accountId: registration.accountId,
    });
  }
}

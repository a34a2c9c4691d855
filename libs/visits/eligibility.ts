import { Injectable } from '@nestjs/common';
import type { Conference } from '#conferences';
import { Invitations } from '#invitations';
import { Clock, refuse, wallDate } from '#kernel';
import type { Refusal } from '#kernel';
import { TravelDocuments } from '#people';
import type { Registration } from '#registration';
import type { EntityManager } from 'typeorm';
import { identityDue, missingIdentity, whyNotDelegate } from './eligibility.rules.js';
import type { DelegateCandidate } from './eligibility.rules.js';
import type { DepartureOfVisit } from './visit-letters.js';
import type { Visit } from './visit.entity.js';
import { Visitor } from './visitor.entity.js';

/** Whether a delegate may go: the rules of the site, and what it must know by when. */
@Injectable()
export class Eligibility {
  constructor(private readonly documents: TravelDocuments, private readonly invitations: Invitations, private readonly clock: Clock) {}

  /** Why the delegate may not have a seat on the departure now, if so. */
  async refusal(em: EntityManager, registration: Registration, { departure, visit }: DepartureOfVisit, { timeZone }: Pick<Conference, 'timeZone'>): Promise<Refusal | undefined> {
    const who = await this.candidate(em, registration, visit);
    const refused = whyNotDelegate(visit, who, wallDate(departure.startsAt, timeZone));
    if (refused !== undefined) return refused;
    const missing = missingIdentity(visit, who);
    const due = identityDue(visit, departure);
    return missing.length > 0 && this.clock.now() >= due ? refuse('visit.identity-needed', { missing, due }) : undefined;
  }

  async candidate(em: EntityManager, registration: Registration, visit: Pick<Visit, 'id'>): Promise<DelegateCandidate> {
    const visitor = await em.findOneBy(Visitor, { registrationId: registration.id });
    const document = registration.personId === null ? [] : await this.documents.masked(em, [registration.personId]);
    const { categoryId, nationality, phone } = registration;
    const isInvited = await this.invitations.includes(em, registration.invitationId, { visitId: visit.id });
    return { categoryId, nationality, phone, bornOn: visitor?.bornOn ?? null, hasDocument: document.length > 0, isInvited };
  }
}

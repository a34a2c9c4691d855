import type { Actor } from '#identity';
import { checkReason, invalid, isRefusal, refuse } from '#kernel';
import type { Refusal, RegistrationId } from '#kernel';
import { isProblems, TravelDocuments } from '#people';
import type { RevealedTravelDocument } from '#people';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { DocumentLooks } from './document-looks.js';
import { staffMay } from './registration.policy.js';
import { Sight } from './sight.js';

/** Shows a travel document in full to staff who may; that they looked, and why, is written down before they see it. */
@Injectable()
export class RevealTravelDocument {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sight: Sight,
    private readonly documents: TravelDocuments,
    private readonly looks: DocumentLooks,
  ) {}

  async run(actor: Actor, registrationId: RegistrationId, why: string): Promise<RevealedTravelDocument | Refusal> {
    return this.work.run(async (tx) => {
      const registration = await this.sight.of(tx.em, actor, registrationId, (who, _registration, conference) => staffMay(who, 'registration.reveal-document', conference));
      if (isRefusal(registration)) return registration;
      const reason = checkReason(why, 'reason', true);
      if (isProblems(reason)) return invalid(reason);
      const document = registration.personId === null ? undefined : await this.documents.reveal(tx.em, registration.personId);
      if (document === undefined) return refuse('registration.no-document');
      await this.looks.write(tx, actor, registration, reason ?? '');
      return document;
    });
  }
}

import { Audit, denied } from '#identity';
import type { Actor } from '#identity';
import { Clock, invalid, isId, newId, refuse } from '#kernel';
import type { Refusal, RegistrationId } from '#kernel';
import { isProblems, TravelDocuments } from '#people';
import type { RevealedTravelDocument } from '#people';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { ConditionsDesk } from './conditions.js';
import { checkReason } from './decision-desk.js';
import { staffMay } from './registration.policy.js';
import { RegistrationStore } from './registration.store.js';

/** Shows a travel document in full to staff who may; that they looked, and why, is in the audit log before they see it. */
@Injectable()
export class RevealTravelDocument {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: RegistrationStore,
    private readonly conditions: ConditionsDesk,
    private readonly documents: TravelDocuments,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, registrationId: RegistrationId, why: string): Promise<RevealedTravelDocument | Refusal> {
    return this.work.run(async (tx) => {
      const registration = isId(registrationId) ? await this.store.byId(tx.em, registrationId) : null;
      if (registration === null) return actor.kind === 'ANONYMOUS' ? denied(actor) : refuse('registration.unknown');
      const { conference } = await this.conditions.of(tx.em, registration);
      if (!staffMay(actor, 'registration.reveal-document', conference)) return denied(actor);
      const reason = checkReason(why, 'reason', true);
      if (isProblems(reason)) return invalid(reason);
      const document = registration.personId === null ? undefined : await this.documents.reveal(tx.em, registration.personId);
      if (document === undefined) return refuse('registration.no-document');
      // The reason may speak of people, so it stays beside the log, which only names the look.
      const lookId = newId();
      await tx.query('INSERT INTO document_look (id, conference_id, registration_id, account_id, token_id, at, reason) VALUES ($1, $2, $3, $4, $5, $6, $7)', [
        lookId, conference.id, registration.id, actor.accountId, actor.tokenId, this.clock.now(), reason,
      ]);
      await this.audit.write(tx, {
        actor, action: 'registration.document-revealed', subjectKind: 'registration', subjectId: registration.id, conferenceId: conference.id, data: { lookId },
      });
      return document;
    });
  }
}

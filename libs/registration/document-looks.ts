import { Audit } from '#identity';
import type { Actor } from '#identity';
import { Clock, newId } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Registration } from './registration.entity.js';

/** Who looked at a travel document in full, and why. */
@Injectable()
export class DocumentLooks {
  constructor(private readonly audit: Audit, private readonly clock: Clock) {}

  /** Written before the look. The reason may speak of people, so it stays beside the audit log, which only names the look. */
  async write(tx: Tx, actor: Actor, { id, conferenceId }: Registration, reason: string): Promise<void> {
    const lookId = newId();
    await tx.query('INSERT INTO document_look (id, conference_id, registration_id, account_id, token_id, at, reason) VALUES ($1, $2, $3, $4, $5, $6, $7)', [
      lookId, conferenceId, id, actor.accountId, actor.tokenId, this.clock.now(), reason,
    ]);
    await this.audit.write(tx, { actor, action: 'registration.document-revealed', subjectKind: 'registration', subjectId: id, conferenceId, data: { lookId } });
  }
}

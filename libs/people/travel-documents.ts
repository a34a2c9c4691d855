import { Clock } from '#kernel';
import type { PersonId } from '#kernel';
import { BlindIndex, PersonalVault } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { CheckedTravelDocument } from './check-travel-document.js';
import { maskedNumber } from './check-travel-document.js';
import { TravelDocument } from './travel-document.entity.js';

const place = (row: PersonId) => ({ table: 'travel_document', column: 'sealed_number', row });

/** A travel document in full: for those allowed, after their look was written down. */
export type RevealedTravelDocument = CheckedTravelDocument;

/** Travel documents, one a person, their numbers encrypted under the person's own key. */
@Injectable()
export class TravelDocuments {
  constructor(
    private readonly vault: PersonalVault,
    private readonly blind: BlindIndex,
    private readonly clock: Clock,
  ) {}

  /** Keeps the document in place of an earlier one. */
  async keep(tx: Tx, personId: PersonId, document: CheckedTravelDocument): Promise<void> {
    await tx.em.upsert(TravelDocument, {
      personId,
      kind: document.kind,
      issuedBy: document.issuedBy,
      expiresOn: document.expiresOn,
      maskedNumber: maskedNumber(document.number),
      sealedNumber: await this.vault.seal(tx, personId, place(personId), document.number),
      blindIndex: this.blindIndexOf(document),
      updatedAt: this.clock.now(),
    }, ['personId']);
  }

  async remove(tx: Tx, personId: PersonId): Promise<void> {
    await tx.em.delete(TravelDocument, { personId });
  }

  /**
   * Erases the documents of people whose rows are locked, and the keys that they were sealed with: a copy that lies in a
   * backup opens no more by what this database knows.
   */
  async erase(tx: Tx, people: readonly PersonId[]): Promise<void> {
    await tx.em.delete(TravelDocument, { personId: In([...people]) });
    for (const personId of people) await this.vault.forget(tx, personId);
  }

  /** What the masked view shows; numbers stay sealed. */
  async masked(em: EntityManager, people: readonly PersonId[]): Promise<TravelDocument[]> {
    return em.findBy(TravelDocument, { personId: In(people) });
  }

  /** The number in full, or nothing where there is none or the person's key was forgotten. */
  async reveal(em: EntityManager, personId: PersonId): Promise<RevealedTravelDocument | undefined> {
    const row = await em.findOneBy(TravelDocument, { personId });
    if (row === null) return undefined;
    const number = await this.vault.open(em, personId, place(personId), row.sealedNumber);
    return number === undefined ? undefined : { kind: row.kind, number, issuedBy: row.issuedBy, expiresOn: row.expiresOn };
  }

  /** Equal for the same document however its number was spaced: two issuers may give the same number. */
  blindIndexOf(document: Pick<CheckedTravelDocument, 'issuedBy' | 'number'>): string {
    return this.blind.blindIndex('travel-document', `${document.issuedBy}:${document.number}`);
  }

  /** Everybody who gave this document. */
  async holdersOf(em: EntityManager, document: Pick<CheckedTravelDocument, 'issuedBy' | 'number'>): Promise<PersonId[]> {
    const rows = await em.find(TravelDocument, { where: { blindIndex: this.blindIndexOf(document) }, select: { personId: true } });
    return rows.map((row) => row.personId);
  }
}


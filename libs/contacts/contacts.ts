import type { ContactId, PersonId, SeriesId } from '#kernel';
import { rowsOf } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { contactsWhere } from './contact-filter.js';
import type { ContactFilter } from './contact-filter.js';
import { Contact } from './contact.entity.js';

/** Finding contacts; what an actor may see of them is for the policy to say. */
@Injectable()
export class Contacts {
  byId(em: EntityManager, id: ContactId): Promise<Contact | null> {
    return em.findOneBy(Contact, { id });
  }

  /** In no order; those that were merged into others are among them, with `mergedInto`. */
  byIds(em: EntityManager, ids: readonly ContactId[]): Promise<Contact[]> {
    return em.findBy(Contact, { id: In(ids) });
  }

  /**
   * Says who a contact is, so that editions to come find the person under whatever address: the contact itself, or the one it
   * was merged into. Who it is said last holds, since a person registers with names and papers of their own.
   */
  async knowAs(tx: Tx, contactId: ContactId, personId: PersonId): Promise<void> {
    await tx.query('UPDATE contact SET person_id = $2 WHERE id = (SELECT coalesce(merged_into, id) FROM contact WHERE id = $1) AND person_id IS DISTINCT FROM $2', [contactId, personId]);
  }

  /** How many match. */
  async count(em: EntityManager, seriesId: SeriesId, filter: ContactFilter): Promise<number> {
    const parameters: unknown[] = [];
    const where = contactsWhere(seriesId, filter, parameters);
    const [row] = await rowsOf<{ n: number }>(em, `SELECT count(*)::int AS n FROM contact WHERE ${where}`, parameters);
    return row?.n ?? 0;
  }
}

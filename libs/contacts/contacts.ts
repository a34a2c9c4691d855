import type { ContactId, SeriesId } from '#kernel';
import { rowsOf } from '#platform';
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

  /** How many match. */
  async count(em: EntityManager, seriesId: SeriesId, filter: ContactFilter): Promise<number> {
    const parameters: unknown[] = [];
    const where = contactsWhere(seriesId, filter, parameters);
    const [row] = await rowsOf<{ n: number }>(em, `SELECT count(*)::int AS n FROM contact WHERE ${where}`, parameters);
    return row?.n ?? 0;
  }
}

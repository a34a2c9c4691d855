import { decodeCursor, isId, pageOf, refuse } from '#kernel';
import type { ContactId, Page, PageRequest, Refusal, SeriesId } from '#kernel';
import { rowsOf, UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { contactsWhere } from './contact-filter.js';
import type { ContactFilter } from './contact-filter.js';
import { Contact } from './contact.entity.js';
import { Contacts } from './contacts.js';

interface Placed {
  readonly id: ContactId;
  readonly sort_name: string;
}

/** What a series' contacts can be filtered by, with how many there are of each. */
export interface ContactFacet {
  readonly value: string;
  readonly count: number;
}

const FACETS = {
  country: `SELECT country AS value, count(*)::int AS count FROM contact WHERE series_id = $1 AND merged_into IS NULL AND country IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 300`,
  locale: `SELECT locale AS value, count(*)::int AS count FROM contact WHERE series_id = $1 AND merged_into IS NULL AND locale IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 50`,
  tag: `SELECT t.tag AS value, count(*)::int AS count FROM contact, unnest(tags) AS t(tag) WHERE series_id = $1 AND merged_into IS NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 200`,
} as const;

/** A series' contacts for its staff: filtered, by name, paged by key. */
@Injectable()
export class ContactPages {
  constructor(private readonly work: UnitOfWork, private readonly contacts: Contacts) {}

  async page(seriesId: SeriesId, filter: ContactFilter, request: PageRequest): Promise<Page<Contact> | Refusal<'cursor.malformed'>> {
    const parameters: unknown[] = [];
    let where = contactsWhere(seriesId, filter, parameters);
    if (request.after !== undefined) {
      const [name, id] = decodeCursor(request.after, 2) ?? [];
      if (typeof name !== 'string' || typeof id !== 'string' || !isId(id)) return refuse('cursor.malformed');
      where += ` AND (contact.sort_name, contact.id) > ($${parameters.push(name)}, $${parameters.push(id)})`;
    }
    const sql = `SELECT id, sort_name FROM contact WHERE ${where} ORDER BY contact.sort_name, contact.id LIMIT $${parameters.push(request.first + 1)}`;
    const placed = await rowsOf<Placed>(this.work.reader, sql, parameters);
    const rows = new Map((await this.contacts.byIds(this.work.reader, placed.map(({ id }) => id))).map((contact) => [contact.id, contact]));
    return pageOf(placed.flatMap(({ id }) => rows.get(id) ?? []), request, ({ sortName, id }) => [sortName, id]);
  }

  count(seriesId: SeriesId, filter: ContactFilter): Promise<number> {
    return this.contacts.count(this.work.reader, seriesId, filter);
  }

  facets(seriesId: SeriesId, by: keyof typeof FACETS): Promise<ContactFacet[]> {
    return rowsOf<ContactFacet>(this.work.reader, FACETS[by], [seriesId]);
  }
}

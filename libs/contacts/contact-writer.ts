import { Clock, newId } from '#kernel';
import type { SeriesId } from '#kernel';
import { insertRows } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { Contact } from './contact.entity.js';
import { derivedColumns } from './contact-details.js';
import type { ContactDetails } from './contact-details.js';

const CHANGED = [
  'address', 'address_key', 'native_name', 'latin_name', 'salutation', 'organisation', 'organisation_key', 'title', 'country', 'locale', 'phone',
  'tags', 'extra', 'person_id', 'merged_into', 'match_key', 'name_keys', 'search_text', 'sort_name', 'updated_at',
];
const UPDATE = `UPDATE contact SET ${CHANGED.map((column) => `${column} = n.${column}`).join(', ')}
  FROM jsonb_populate_recordset(NULL::contact, $1::jsonb) n WHERE contact.id = n.id`;

/** Writes contacts with all columns that follow from their details, many by one statement. */
@Injectable()
export class ContactWriter {
  constructor(private readonly clock: Clock) {}

  /** A new contact, not written yet. `source`: the file it came from, or null where it was typed. */
  prepare(seriesId: SeriesId, details: ContactDetails, source: string | null): Contact {
    const now = this.clock.now();
    const fixed = { id: newId<'Contact'>(), seriesId, personId: null, source, mergedInto: null, createdAt: now, updatedAt: now };
    return Object.assign(new Contact(), { ...details, ...derivedColumns(details), ...fixed });
  }

  /** A contact with other details, not written yet. `updatedAt` is now, unless an undoing brings back when it was. */
  changed(contact: Contact, details: ContactDetails, updatedAt = this.clock.now()): Contact {
    return Object.assign(new Contact(), { ...contact, ...details, ...derivedColumns(details), updatedAt });
  }

  async insert(tx: Tx, contacts: readonly Contact[]): Promise<void> {
    await insertRows(tx, Contact, contacts);
  }

  /** Writes whole contacts that the caller has locked. */
  async update(tx: Tx, contacts: readonly Contact[]): Promise<void> {
    if (contacts.length === 0) return;
    const { columns } = tx.em.connection.getMetadata(Contact);
    const records = contacts.map((contact) => Object.fromEntries(columns.map(({ databaseName, propertyName }) => [databaseName, contact[propertyName as keyof Contact]])));
    await tx.query(UPDATE, [JSON.stringify(records)]);
  }
}

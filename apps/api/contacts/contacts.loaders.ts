import { Contacts } from '#contacts';
import type { Contact } from '#contacts';
import type { ContactId } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { mapById } from '../graphql/loader-maps.js';
import { defineLoader, LoaderRegistry } from '../graphql/loaders.js';

export const contactById = defineLoader<ContactId, Contact | null>('contactById', () => null);

@Injectable()
export class ContactsLoaders {
  constructor(registry: LoaderRegistry, work: UnitOfWork, contacts: Contacts) {
    registry.serve(contactById, async (ids) => mapById(await contacts.byIds(work.reader, ids)));
  }
}

import { ContactList } from './contact-list.entity.js';
import { Contact } from './contact.entity.js';

export * from './contact-filter.js';
export * from './contact-details.js';
export * from './contact-list.entity.js';
export * from './contact.entity.js';
export * from './contacts.js';
export * from './contacts.module.js';

export const contactEntities = [Contact, ContactList];

import type { Messages } from '../messages.js';

export const people = {
  'problem.name.no-letter': 'A name needs at least one letter.',
  'problem.name.not-latin': 'Please use Latin letters here, as in the passport. Other scripts have a field of their own.',
  'problem.country.unknown': 'Please choose a country or region from the list.',
  'problem.phone.malformed': 'This does not look like a phone number. Please begin with + and the country code, for example +86.',
  'problem.document.number': 'Please give the number as printed: 4 to 24 letters and digits.',
  'problem.document.expired': 'This document is no longer valid on that day.',
  'person.document.PASSPORT': 'Passport',
  'person.document.IDENTITY_CARD': 'Identity card',
  'person.document.TRAVEL_PERMIT': 'Travel permit',
  'person.document.OTHER': 'Other document',
} as const satisfies Messages;

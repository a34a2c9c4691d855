import type { PlaceholderValues } from './placeholders.js';
import { PLACEHOLDERS } from './placeholders.js';

/** Made-up values, with which a template is tried before it is kept. */
export const FULL_VALUES: PlaceholderValues = {
  'contact.formal_name': 'Dr Adaeze Nwachukwu', 'contact.name': 'Adaeze Nwachukwu', 'contact.native_name': 'Adaeze Nwachukwu', 'contact.latin_name': 'Adaeze Nwachukwu',
  'contact.salutation': 'Dr', 'contact.title': 'President', 'contact.organisation': 'Lagos Chamber of Commerce', 'contact.country': 'Nigeria', 'contact.address': 'adaeze@example.org',
  'conference.title': 'Overseas Chinese Cooperation & Development Conference', 'conference.dates': '1–3 June 2026', 'conference.starts_on': '1 June 2026',
  'conference.ends_on': '3 June 2026', 'conference.city': 'Chongqing', 'conference.country': 'China', 'conference.place': 'Chongqing, China', 'conference.link': 'https://conference.example/en/conferences/chongqing',
  'invitation.link': 'https://conference.example/en/invitations/1abc', 'invitation.expires_on': '1 May 2026', 'invitation.category': 'Delegate', 'invitation.places': '1', 'invitation.sponsor': 'the host',
  'registration.code': 'CQ26-7KM3Q9', 'registration.link': 'https://conference.example/en/registrations/1abc',
  'reply.deadline': '1 May 2026',
};

/** A reader of whom nothing is known. */
export const EMPTY_VALUES: PlaceholderValues = Object.fromEntries(PLACEHOLDERS.map((name) => [name, name.endsWith('.link') ? FULL_VALUES[name] : ''])) as unknown as PlaceholderValues;

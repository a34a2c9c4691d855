import { useTexts } from '../../i18n/use-texts.js';

const KEYS = {
  name: 'name', email: 'email', nativeName: 'native', latinName: 'latin', salutation: 'salutation', organisation: 'organisation', jobTitle: 'job-title', locale: 'locale', country: 'country',
  category: 'category', places: 'places', expiresAt: 'expires', sponsor: 'sponsor', forumIds: 'forums', visitIds: 'visits', words: 'words', reason: 'reason',
} as const;

/** What the fields of an invitation are called. */
export function useInvitationNames(): Readonly<Record<keyof typeof KEYS, string>> {
  const { t } = useTexts();
  return Object.fromEntries(Object.entries(KEYS).map(([field, key]) => [field, t(`console.invitations.${key}`)])) as Record<keyof typeof KEYS, string>;
}

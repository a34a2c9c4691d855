import type { MessageKey } from '#i18n';

/** The kinds of letters that staff filter by; each has a name in the catalogue. */
export const LETTER_KINDS = [
  'identity.sign-in-link', 'identity.address-change', 'identity.address-change-notice', 'identity.address-changed', 'identity.staff-invitation',
  'registration.received', 'registration.confirmed', 'registration.waitlisted', 'registration.declined', 'registration.cancelled', 'registration.withdrawn', 'registration.link',
  'agenda.place-offered', 'agenda.offer-expired', 'agenda.reminder', 'agenda.held-together', 'agenda.line-closed', 'agenda.turn-moved', 'agenda.turn-skipped',
  'programme.forum-place', 'programme.forum-waitlisted', 'programme.forum-left', 'programme.changed', 'programme.released', 'programme.speaker-invited',
  'visits.booked', 'visits.waitlisted', 'visits.cancelled', 'visits.held', 'visits.hold-expired', 'visits.swapped', 'visits.departure-changed', 'visits.departure-certain', 'visits.departure-cancelled',
  'visits.visit-changed', 'visits.identity-due', 'invitation.sent', 'invitation.delegation-head', 'campaigns.invitation', 'campaigns.news', 'campaigns.reminder', 'campaigns.thanks',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

export function letterKind(kind: string): LetterKind | undefined {
  return LETTER_KINDS.find((known) => known === kind);
}

/** The name of a kind; of one that is newer than this page, that it is a letter. */
export function kindName(kind: string): MessageKey {
  const known = letterKind(kind);
  return known === undefined ? 'console.letter.other' : `console.letter.${known}`;
}

import { formatDays } from '#i18n';
import { textFor } from '#kernel';
import type { InvitationId, LocalizedText } from '#kernel';
import type { LetterContext } from '#mail';

/** What a letter about an invitation says of the conference; a snapshot. */
export interface InvitedTo {
  readonly slug: string;
  readonly title: LocalizedText;
  readonly city: LocalizedText;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly timeZone: string;
}

export interface InvitationSentProps {
  readonly invitationId: InvitationId;
  readonly name: string;
  readonly conference: InvitedTo;
  /** Null where one may choose. */
  readonly category: LocalizedText | null;
  readonly delegation: LocalizedText | null;
  readonly sponsor: string | null;
  readonly places: number;
  /** ISO 8601; null where it is as long as the conference takes registrations. */
  readonly expiresAt: string | null;
  /** Who proposed them in their stead; null where nobody did. */
  readonly insteadOf: string | null;
  /** What staff add for this one person; plain text. */
  readonly words: string | null;
}

export const sampleConference: InvitedTo = {
  slug: 'chongqing-2026',
  title: { 'en': 'Overseas Chinese Cooperation Conference', 'zh-Hans': '侨商合作发展大会' },
  city: { 'en': 'Chongqing', 'zh-Hans': '重庆' }, startsOn: '2026-06-01', endsOn: '2026-06-03', timeZone: 'Asia/Shanghai',
};

export function conferenceFacts({ city, startsOn, endsOn }: InvitedTo, context: LetterContext): { label: string; value: string }[] {
  return [
    { label: context.t('letter.invitation.fact.dates'), value: formatDays(context.locale, startsOn, endsOn) },
    { label: context.t('letter.invitation.fact.city'), value: textFor(city, context.reader) },
  ];
}

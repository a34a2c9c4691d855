import { formatInstant, formatRange, zoneName } from '#i18n';
import { textFor } from '#kernel';
import type { LocalizedText } from '#kernel';
import type { Block, LetterContext } from '#mail';
import type { PoolKind } from '#places';

/** What letters about an offer say; instants in ISO 8601. */
export interface OfferLetterProps {
  readonly name: string;
  readonly conference: { readonly slug: string; readonly title: LocalizedText; readonly timeZone: string };
  readonly registrationId: string;
  readonly offerId: string;
  readonly kind: PoolKind;
  /** Of the category, forum or visit. */
  readonly title: LocalizedText;
  /** Null where it has no time of its own, or none yet. */
  readonly when: { readonly startsAt: string; readonly endsAt: string; readonly place: LocalizedText | null } | null;
  readonly party: number;
  readonly expiresAt: string;
  /** Whether nobody may join the line any more, since what it is for has begun or been closed. */
  readonly lineIsOver?: boolean;
}

export interface OfferWords {
  readonly [word: string]: string | number;
  readonly kind: string;
  readonly title: string;
  readonly conference: string;
  readonly until: string;
}

export function wordsOf(props: OfferLetterProps, context: LetterContext): OfferWords {
  return {
    kind: props.kind,
    title: textFor(props.title, context.reader),
    conference: textFor(props.conference.title, context.reader),
    until: formatInstant(context.locale, new Date(props.expiresAt), props.conference.timeZone),
    party: props.party,
    line: props.lineIsOver === true ? 'OVER' : 'OPEN',
  };
}

export function dear(props: { readonly name: string }, context: LetterContext): Block {
  return { p: context.t('letter.agenda.dear', { name: props.name }) };
}

/** When and where it is, and until when one may answer, in the conference's time. */
export function offerFacts(props: OfferLetterProps, context: LetterContext, withDeadline: boolean): Block[] {
  const { when, conference } = props;
  const facts = [
    ...(when === null ? [] : [{
      label: context.t('letter.agenda.when'),
      value: formatRange(context.locale, new Date(when.startsAt), new Date(when.endsAt), conference.timeZone),
    }]),
    ...(when?.place == null ? [] : [{ label: context.t('letter.agenda.where'), value: textFor(when.place, context.reader) }]),
    ...(withDeadline ? [{ label: context.t('letter.agenda.until'), value: wordsOf(props, context).until }] : []),
  ];
  return [...(facts.length === 0 ? [] : [{ facts }]), zoneNote(conference.timeZone, new Date(props.expiresAt), context)];
}

export function zoneNote(timeZone: string, at: Date, context: LetterContext): Block {
  return { note: context.t('letter.agenda.zone', { zone: zoneName(context.locale, timeZone, at) }) };
}

/** Made-up props, for the check at boot that each letter can be written in every language. */
export const sampleOffer: OfferLetterProps = {
  name: 'Amina Yusuf',
  conference: { slug: 'sample', title: { 'en': 'Sample conference', 'zh-Hans': '示例会议' }, timeZone: 'Asia/Shanghai' },
  registrationId: '019b0000-0000-7000-8000-000000000003',
  offerId: '019b0000-0000-7000-8000-000000000004',
  kind: 'FORUM',
  title: { 'en': 'Digital trade', 'zh-Hans': '数字贸易' },
  when: { startsAt: '2026-06-01T01:30:00.000Z', endsAt: '2026-06-01T03:00:00.000Z', place: { en: 'Great Hall' } },
  party: 1,
  expiresAt: '2026-05-20T10:00:00.000Z',
};

export const sampleCategoryOffer: OfferLetterProps = { ...sampleOffer, kind: 'CATEGORY', title: { 'en': 'Delegate', 'zh-Hans': '代表' }, when: null };
export const sampleVisitOffer: OfferLetterProps = { ...sampleOffer, kind: 'DEPARTURE', title: { 'en': 'Dazu rock carvings', 'zh-Hans': '大足石刻' }, party: 3 };

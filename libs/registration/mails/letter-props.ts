import { formatDays } from '#i18n';
import type { MessageKey } from '#i18n';
import { textFor } from '#kernel';
import type { LocalizedText, RegistrationId } from '#kernel';
import type { Block, LetterContext } from '#mail';

/** What every letter about a registration knows; a snapshot, as things were when the letter was caused. */
export interface RegistrationLetterProps {
  readonly registrationId: RegistrationId;
  readonly code: string;
  /** In full; null where the person gave no native one. */
  readonly nativeName: string | null;
  readonly latinName: string;
  readonly salutation: string | null;
  readonly conference: LocalizedText;
  readonly category: LocalizedText;
  readonly city: LocalizedText;
  readonly startsOn: string;
  readonly endsOn: string;
}

export const sampleProps: RegistrationLetterProps = {
  registrationId: '0197a1c2-0000-7000-8000-000000000001' as RegistrationId,
  code: 'CH25-7KM3Q9',
  nativeName: '林美玲',
  latinName: 'Lin Meiling',
  salutation: null,
  conference: { 'en': 'Overseas Chinese Cooperation Conference', 'zh-Hans': '侨商合作发展大会' },
  category: { 'en': 'Delegate', 'zh-Hans': '代表' },
  city: { 'en': 'Chongqing', 'zh-Hans': '重庆' },
  startsOn: '2026-06-01',
  endsOn: '2026-06-03',
};

/** The greeting: the native name to readers of Chinese, the Latin one to others, with the salutation the person wishes. */
export function greeting(props: RegistrationLetterProps, context: LetterContext): Block {
  const isChinese = context.locale.startsWith('zh');
  const name = isChinese ? (props.nativeName ?? props.latinName) : props.latinName;
  const said = props.salutation === null ? name : isChinese && props.nativeName !== null ? `${name} ${props.salutation}` : `${props.salutation} ${name}`;
  return { p: said.trim() === '' ? context.t('letter.registration.hello-nameless') : context.t('letter.registration.hello', { name: said }) };
}

/** Conference, dates, place, category and code, as a table. */
export function facts(props: RegistrationLetterProps, context: LetterContext): Block {
  const fact = (key: MessageKey, value: string): { label: string; value: string } => ({ label: context.t(key), value });
  return {
    facts: [
      fact('letter.registration.fact.conference', conferenceOf(props, context)),
      fact('letter.registration.fact.dates', formatDays(context.locale, props.startsOn, props.endsOn)),
      fact('letter.registration.fact.city', textFor(props.city, context.reader)),
      fact('letter.registration.fact.category', textFor(props.category, context.reader)),
      fact('letter.registration.fact.code', props.code),
    ],
  };
}

/** Leads to the status page; it is opened after signing in by link. */
export function toStatusPage(props: Pick<RegistrationLetterProps, 'registrationId'>, context: LetterContext, label: MessageKey = 'letter.registration.button.status'): Block {
  return { button: { label: context.t(label), url: `${context.publicUrl}/${context.locale}/registrations/${props.registrationId}` } };
}

export function conferenceOf(props: RegistrationLetterProps, context: LetterContext): string {
  return textFor(props.conference, context.reader);
}

import { formatRange } from '#i18n';
import { textFor } from '#kernel';
import type { LocalizedText } from '#kernel';
import { defineLetter } from '#mail';
import type { LetterContext } from '#mail';
import { dear, zoneNote } from './offer-letter.js';

/** One of two things that fall together; instants in ISO 8601. */
export interface TogetherItemProps {
  readonly title: LocalizedText;
  readonly startsAt: string;
  readonly endsAt: string;
}

export interface HeldTogetherProps {
  readonly name: string;
  readonly conference: { readonly slug: string; readonly title: LocalizedText; readonly timeZone: string };
  /** All that falls together, in order of time. */
  readonly items: readonly TogetherItemProps[];
}

const sample: HeldTogetherProps = {
  name: 'Amina Yusuf',
  conference: { slug: 'sample', title: { 'en': 'Sample conference', 'zh-Hans': '示例会议' }, timeZone: 'Asia/Shanghai' },
  items: [
    { title: { 'en': 'Digital trade', 'zh-Hans': '数字贸易' }, startsAt: '2026-06-01T01:30:00.000Z', endsAt: '2026-06-01T03:00:00.000Z' },
    { title: { 'en': 'Dazu rock carvings', 'zh-Hans': '大足石刻' }, startsAt: '2026-06-01T02:30:00.000Z', endsAt: '2026-06-01T09:00:00.000Z' },
  ],
};

/** Staff gave someone a place beside something at the same time: the letter says so, since nobody can be at two places. */
export const heldTogetherLetter = defineLetter<HeldTogetherProps>('agenda.held-together', {
  samples: [sample],
  render: (props, context) => {
    const words = { conference: textFor(props.conference.title, context.reader) };
    return {
      subject: context.t('letter.agenda.held-together.subject', words),
      preheader: context.t('letter.agenda.held-together.preheader', words),
      blocks: [
        dear(props, context),
        { p: context.t('letter.agenda.held-together.text', words) },
        { facts: props.items.map((item) => factOf(item, props, context)) },
        zoneNote(props.conference.timeZone, new Date(props.items[0]?.startsAt ?? 0), context),
        { button: { label: context.t('letter.agenda.held-together.look'), url: `${context.publicUrl}/${context.locale}/conferences/${props.conference.slug}/agenda` } },
      ],
    };
  },
});

function factOf({ title, startsAt, endsAt }: TogetherItemProps, { conference }: HeldTogetherProps, { locale, reader }: LetterContext): { label: string; value: string } {
  return { label: textFor(title, reader), value: formatRange(locale, new Date(startsAt), new Date(endsAt), conference.timeZone) };
}

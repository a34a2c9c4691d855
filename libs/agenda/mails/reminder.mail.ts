import { formatDays, formatRange } from '#i18n';
import { textFor } from '#kernel';
import type { LocalizedText } from '#kernel';
import { defineLetter } from '#mail';
import type { Block, LetterContext } from '#mail';
import { dear, zoneNote } from './offer-letter.js';

/** What the reminder says; dates as ISO 8601 days, instants as ISO 8601. */
export interface ReminderProps {
  readonly name: string;
  readonly conference: { readonly slug: string; readonly title: LocalizedText; readonly city: LocalizedText; readonly timeZone: string; readonly startsOn: string; readonly endsOn: string };
  readonly registrationId: string;
  /** What the reader has a place of, in order of time. */
  readonly items: readonly { readonly title: LocalizedText; readonly startsAt: string; readonly endsAt: string; readonly place: LocalizedText | null }[];
}

const sample: ReminderProps = {
  name: 'Amina Yusuf',
  conference: {
    slug: 'sample', title: { 'en': 'Sample conference', 'zh-Hans': '示例会议' }, city: { 'en': 'Chongqing', 'zh-Hans': '重庆' },
    timeZone: 'Asia/Shanghai', startsOn: '2026-06-01', endsOn: '2026-06-03',
  },
  registrationId: '019b0000-0000-7000-8000-000000000003',
  items: [{
    title: { 'en': 'Digital trade', 'zh-Hans': '数字贸易' }, startsAt: '2026-06-01T01:30:00.000Z', endsAt: '2026-06-01T03:00:00.000Z', place: { en: 'Great Hall' },
  }],
};

/** Some days before the start, to everyone who is confirmed: where, when, and the own agenda. */
export const reminderLetter = defineLetter<ReminderProps>('agenda.reminder', {
  samples: [sample, { ...sample, items: [] }],
  render: (props, context) => {
    const { conference } = props;
    const words = {
      conference: textFor(conference.title, context.reader), city: textFor(conference.city, context.reader),
      dates: formatDays(context.locale, conference.startsOn, conference.endsOn), count: props.items.length,
    };
    return {
      subject: context.t('letter.agenda.reminder.subject', words),
      preheader: context.t('letter.agenda.reminder.preheader', words),
      blocks: [
        dear(props, context),
        { p: context.t('letter.agenda.reminder.text', words) },
        ...itemBlocks(props, context),
        { button: { label: context.t('letter.agenda.reminder.look'), url: `${context.publicUrl}/${context.locale}/conferences/${conference.slug}/agenda` } },
        { note: context.t('letter.agenda.reminder.note') },
      ],
    };
  },
});

function itemBlocks({ items, conference }: ReminderProps, context: LetterContext): Block[] {
  const [first] = items;
  if (first === undefined) return [];
  const facts = items.map((item) => {
    const when = formatRange(context.locale, new Date(item.startsAt), new Date(item.endsAt), conference.timeZone);
    return { label: textFor(item.title, context.reader), value: item.place === null ? when : `${when}\n${textFor(item.place, context.reader)}` };
  });
  return [{ heading: context.t('letter.agenda.reminder.agenda') }, { facts }, zoneNote(conference.timeZone, new Date(first.startsAt), context)];
}

import { formatRange } from '#i18n';
import { textFor } from '#kernel';
import type { LocalizedText } from '#kernel';
import { defineLetter } from '#mail';
import type { DepartureWhereabouts } from '../departure-notice.entity.js';
import { agendaButton, dear, departureBlocks, departureCalendar, sampleVisitLetter, wordsOf } from './visit-letter.js';
import type { VisitLetterProps } from './visit-letter.js';

export interface DepartureSwappedProps extends VisitLetterProps {
  /** The departure that was given up. */
  readonly left: DepartureWhereabouts & { readonly id: string; readonly version: number; readonly visit: LocalizedText };
}

const sampleLeft = {
  id: '019b0000-0000-7000-8000-000000000005', version: 1, visit: { 'en': 'Dazu rock carvings', 'zh-Hans': '大足石刻' }, startsAt: '2026-06-02T00:30:00.000Z',
  endsAt: '2026-06-02T09:00:00.000Z', meetingPoint: { 'en': 'West gate', 'zh-Hans': '西门' }, vehicle: null,
};

/** One departure taken for another, with a file for each in the calendar: one comes, one goes. */
export const departureSwappedLetter = defineLetter<DepartureSwappedProps>('visits.swapped', {
  samples: [{ ...sampleVisitLetter, left: sampleLeft }],
  render: (props, context) => {
    const { left, conference } = props;
    const words = {
      ...wordsOf(props, context), left: textFor(left.visit, context.reader),
      before: formatRange(context.locale, new Date(left.startsAt), new Date(left.endsAt), conference.timeZone),
    };
    const gone = { ...props, visit: { ...props.visit, title: left.visit }, departure: { ...props.departure, ...left } };
    return {
      subject: context.t('letter.visits.swapped.subject', words),
      preheader: context.t('letter.visits.swapped.preheader', words),
      blocks: [dear(props, context), { p: context.t('letter.visits.swapped.text', words) }, ...departureBlocks(props, context), agendaButton(props, context)],
      attachments: [
        ...departureCalendar(props, context, 'PUBLISH'),
        ...departureCalendar(gone, context, 'CANCEL').map((file) => ({ ...file, filename: 'visit-left.ics' })),
      ],
    };
  },
});

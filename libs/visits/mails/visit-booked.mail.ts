import { defineLetter } from '#mail';
import { agendaButton, dear, departureBlocks, departureCalendar, sampleVisitLetter, wordsOf } from './visit-letter.js';
import type { VisitLetterProps } from './visit-letter.js';

/** A seat on a departure, with the file for one's calendar. */
export const visitBookedLetter = defineLetter<VisitLetterProps>('visits.booked', {
  samples: [sampleVisitLetter, { ...sampleVisitLetter, departure: { ...sampleVisitLetter.departure, vehicle: null, guideLanguages: [] } }],
  render: (props, context) => {
    const words = wordsOf(props, context);
    return {
      subject: context.t('letter.visits.booked.subject', words),
      preheader: context.t('letter.visits.booked.preheader', words),
      blocks: [
        dear(props, context),
        { p: context.t('letter.visits.booked.text', words) },
        ...departureBlocks(props, context),
        agendaButton(props, context),
      ],
      attachments: departureCalendar(props, context, 'PUBLISH'),
    };
  },
});

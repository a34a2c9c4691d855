import { defineLetter } from '#mail';
import { agendaButton, dear, departureBlocks, sampleVisitLetter, wordsOf } from './visit-letter.js';
import type { VisitLetterProps } from './visit-letter.js';

/** Enough have booked: the departure takes place. */
export const departureCertainLetter = defineLetter<VisitLetterProps>('visits.departure-certain', {
  samples: [sampleVisitLetter],
  render: (props, context) => {
    const words = wordsOf(props, context);
    return {
      subject: context.t('letter.visits.departure-certain.subject', words),
      preheader: context.t('letter.visits.departure-certain.preheader', words),
      blocks: [dear(props, context), { p: context.t('letter.visits.departure-certain.text', words) }, ...departureBlocks(props, context), agendaButton(props, context)],
    };
  },
});

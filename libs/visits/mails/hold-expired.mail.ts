import { defineLetter } from '#mail';
import { agendaButton, dear, departureBlocks, sampleVisitLetter, wordsOf } from './visit-letter.js';
import type { VisitLetterProps } from './visit-letter.js';

/** Seats that were held and not confirmed in time. */
export const holdExpiredLetter = defineLetter<VisitLetterProps>('visits.hold-expired', {
  samples: [sampleVisitLetter],
  render: (props, context) => {
    const words = wordsOf(props, context);
    return {
      subject: context.t('letter.visits.hold-expired.subject', words),
      preheader: context.t('letter.visits.hold-expired.preheader', words),
      blocks: [dear(props, context), { p: context.t('letter.visits.hold-expired.text', words) }, ...departureBlocks(props, context), agendaButton(props, context)],
    };
  },
});

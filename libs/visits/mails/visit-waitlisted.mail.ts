import { defineLetter } from '#mail';
import { agendaButton, dear, departureBlocks, sampleVisitLetter, wordsOf } from './visit-letter.js';
import type { VisitLetterProps } from './visit-letter.js';

export interface VisitWaitlistedProps extends VisitLetterProps {
  /** Turn in the line when the letter was written, 1 being next. */
  readonly position: number;
}

/** A turn in a departure's line. */
export const visitWaitlistedLetter = defineLetter<VisitWaitlistedProps>('visits.waitlisted', {
  samples: [{ ...sampleVisitLetter, position: 2 }],
  render: (props, context) => {
    const words = { ...wordsOf(props, context), position: props.position };
    return {
      subject: context.t('letter.visits.waitlisted.subject', words),
      preheader: context.t('letter.visits.waitlisted.preheader', words),
      blocks: [
        dear(props, context),
        { p: context.t('letter.visits.waitlisted.text', words) },
        ...departureBlocks(props, context),
        agendaButton(props, context),
      ],
    };
  },
});

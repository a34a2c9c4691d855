import { defineLetter } from '#mail';
import type { Released } from '#places';
import { agendaButton, dear, departureBlocks, departureCalendar, sampleVisitLetter, wordsOf } from './visit-letter.js';
import type { VisitLetterProps } from './visit-letter.js';

export interface VisitCancelledProps extends VisitLetterProps {
  readonly was: Released;
}

/** A seat, a turn or an offer that was given back. Only a seat was in the person's calendar, so only it is taken out there. */
export const visitCancelledLetter = defineLetter<VisitCancelledProps>('visits.cancelled', {
  samples: [{ ...sampleVisitLetter, was: 'PLACE' }, { ...sampleVisitLetter, was: 'LINE' }, { ...sampleVisitLetter, was: 'OFFER' }],
  render: (props, context) => {
    const words = { ...wordsOf(props, context), was: props.was };
    return {
      subject: context.t('letter.visits.cancelled.subject', words),
      preheader: context.t('letter.visits.cancelled.preheader', words),
      blocks: [
        dear(props, context),
        { p: context.t('letter.visits.cancelled.text', words) },
        ...departureBlocks(props, context),
        agendaButton(props, context),
      ],
      attachments: props.was === 'PLACE' ? departureCalendar(props, context, 'CANCEL') : [],
    };
  },
});

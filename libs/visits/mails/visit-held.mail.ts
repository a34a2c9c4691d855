import { formatInstant } from '#i18n';
import { defineLetter } from '#mail';
import { agendaButton, dear, departureBlocks, sampleVisitLetter, wordsOf } from './visit-letter.js';
import type { VisitLetterProps } from './visit-letter.js';

export interface VisitHeldProps extends VisitLetterProps {
  /** Until when seats are held. */
  readonly heldUntil: string;
}

/** Seats that are held until they are confirmed. */
export const visitHeldLetter = defineLetter<VisitHeldProps>('visits.held', {
  samples: [{ ...sampleVisitLetter, heldUntil: '2026-05-20T10:00:00.000Z' }],
  render: (props, context) => {
    const words = { ...wordsOf(props, context), until: formatInstant(context.locale, new Date(props.heldUntil), props.conference.timeZone) };
    return {
      subject: context.t('letter.visits.held.subject', words),
      preheader: context.t('letter.visits.held.preheader', words),
      blocks: [dear(props, context), { p: context.t('letter.visits.held.text', words) }, ...departureBlocks(props, context), agendaButton(props, context)],
    };
  },
});

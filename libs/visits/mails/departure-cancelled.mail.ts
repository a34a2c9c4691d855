import { textFor } from '#kernel';
import type { LocalizedText } from '#kernel';
import { defineLetter } from '#mail';
import type { Released } from '#places';
import { alternativesButton, dear, departureBlocks, departureCalendar, sampleToldId, sampleVisitLetter, wordsOf } from './visit-letter.js';
import type { VisitLetterProps } from './visit-letter.js';

export interface DepartureCancelledProps extends VisitLetterProps {
  readonly was: Released;
  readonly toldId: string;
  /** Null: too few people. */
  readonly reason: LocalizedText | null;
}

/** A departure that does not take place, with what one may go on instead. Only a seat was in the person's calendar. */
export const departureCancelledLetter = defineLetter<DepartureCancelledProps>('visits.departure-cancelled', {
  samples: [
    { ...sampleVisitLetter, was: 'PLACE', toldId: sampleToldId, reason: { 'en': 'The road is closed after heavy rain.', 'zh-Hans': '暴雨后道路封闭。' } },
    { ...sampleVisitLetter, was: 'LINE', toldId: sampleToldId, reason: null },
  ],
  render: (props, context) => {
    const words = { ...wordsOf(props, context), was: props.was };
    const reason = props.reason === null ? context.t('letter.visits.departure-cancelled.too-few') : textFor(props.reason, context.reader);
    return {
      subject: context.t('letter.visits.departure-cancelled.subject', words),
      preheader: context.t('letter.visits.departure-cancelled.preheader', words),
      blocks: [
        dear(props, context),
        { p: context.t('letter.visits.departure-cancelled.text', words) },
        { facts: [{ label: context.t('letter.visits.reason'), value: reason }] },
        ...departureBlocks(props, context),
        ...(props.was === 'PLACE' ? [{ p: context.t('letter.visits.alternatives') }, alternativesButton(props, context)] : []),
      ],
      attachments: props.was === 'PLACE' ? departureCalendar(props, context, 'CANCEL') : [],
    };
  },
});

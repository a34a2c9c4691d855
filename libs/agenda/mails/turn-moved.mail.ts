import { defineLetter } from '#mail';
import { dear } from './offer-letter.js';
import { lookButton, sampleTurn, turnWords } from './turn-letter.js';
import type { TurnLetterProps } from './turn-letter.js';

/** Staff moved someone in a line: the turn that it is now. */
export const turnMovedLetter = defineLetter<TurnLetterProps>('agenda.turn-moved', {
  samples: [sampleTurn, { ...sampleTurn, kind: 'CATEGORY', title: { 'en': 'Delegate', 'zh-Hans': '代表' } }],
  render: (props, context) => {
    const words = turnWords(props, context);
    return {
      subject: context.t('letter.agenda.turn-moved.subject', words),
      preheader: context.t('letter.agenda.turn-moved.preheader', words),
      blocks: [
        dear(props, context),
        { p: context.t('letter.agenda.turn-moved.text', words) },
        lookButton(context.t('letter.agenda.turn-moved.look', words), props, context),
      ],
    };
  },
});

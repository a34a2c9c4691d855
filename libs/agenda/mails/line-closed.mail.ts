import { defineLetter } from '#mail';
import { dear } from './offer-letter.js';
import { lookButton, sampleTurn, turnWords } from './turn-letter.js';
import type { TurnLetterProps } from './turn-letter.js';

/** It has left or begun without a place for someone who waited: the line is closed. */
export const lineClosedLetter = defineLetter<TurnLetterProps>('agenda.line-closed', {
  samples: [{ ...sampleTurn, position: null }, { ...sampleTurn, position: null, kind: 'CATEGORY', title: { 'en': 'Delegate', 'zh-Hans': '代表' } }],
  render: (props, context) => {
    const words = turnWords(props, context);
    return {
      subject: context.t('letter.agenda.line-closed.subject', words),
      preheader: context.t('letter.agenda.line-closed.preheader', words),
      blocks: [
        dear(props, context),
        { p: context.t('letter.agenda.line-closed.text', words) },
        lookButton(context.t('letter.agenda.line-closed.look', words), props, context),
      ],
    };
  },
});

import { defineLetter } from '#mail';
import { dear } from './offer-letter.js';
import { lookButton, sampleTurn, turnWords } from './turn-letter.js';
import type { TurnLetterProps } from './turn-letter.js';

/** It was someone's turn, who may no longer have what was waited for: the turn has ended, and the next was asked. */
export const turnSkippedLetter = defineLetter<TurnLetterProps>('agenda.turn-skipped', {
  samples: [{ ...sampleTurn, position: null }, { ...sampleTurn, position: null, kind: 'DEPARTURE', title: { 'en': 'Dazu rock carvings', 'zh-Hans': '大足石刻' } }],
  render: (props, context) => {
    const words = turnWords(props, context);
    return {
      subject: context.t('letter.agenda.turn-skipped.subject', words),
      preheader: context.t('letter.agenda.turn-skipped.preheader', words),
      blocks: [
        dear(props, context),
        { p: context.t('letter.agenda.turn-skipped.text', words) },
        lookButton(context.t('letter.agenda.turn-skipped.look', words), props, context),
      ],
    };
  },
});

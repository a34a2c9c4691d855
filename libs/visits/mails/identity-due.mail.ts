import { formatInstant } from '#i18n';
import { defineLetter } from '#mail';
import type { IdentityNeed } from '../visit.entity.js';
import { agendaButton, dear, departureBlocks, sampleVisitLetter, wordsOf } from './visit-letter.js';
import type { VisitLetterProps } from './visit-letter.js';

export interface IdentityDueProps extends VisitLetterProps {
  readonly missing: readonly IdentityNeed[];
  /** How many who come along have no name yet. */
  readonly nameless: number;
  /** From when on it is too late, ISO 8601. */
  readonly due: string;
}

/** What a site needs to know and has not been given. */
export const identityDueLetter = defineLetter<IdentityDueProps>('visits.identity-due', {
  samples: [
    { ...sampleVisitLetter, missing: ['TRAVEL_DOCUMENT', 'PHONE'], nameless: 0, due: '2026-06-01T00:30:00.000Z' },
    { ...sampleVisitLetter, missing: [], nameless: 2, due: '2026-06-01T00:30:00.000Z' },
  ],
  render: (props, context) => {
    const words = { ...wordsOf(props, context), due: formatInstant(context.locale, new Date(props.due), props.conference.timeZone) };
    const missing = [
      ...props.missing.map((need) => context.t(`manifest.need.${need}`)),
      ...(props.nameless === 0 ? [] : [context.t('letter.visits.identity-due.nameless', { count: props.nameless })]),
    ];
    return {
      subject: context.t('letter.visits.identity-due.subject', words),
      preheader: context.t('letter.visits.identity-due.preheader', words),
      blocks: [
        dear(props, context),
        { p: context.t('letter.visits.identity-due.text', words) },
        { facts: [{ label: context.t('manifest.missing'), value: missing.join('\n') }] },
        ...departureBlocks(props, context),
        agendaButton(props, context),
      ],
    };
  },
});

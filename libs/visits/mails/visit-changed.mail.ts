import { isDeepStrictEqual } from 'node:util';
import { formatInstant, formatList, formatRange } from '#i18n';
import { textFor } from '#kernel';
import type { LocalizedText } from '#kernel';
import { defineLetter } from '#mail';
import type { LetterContext } from '#mail';
import type { VisitAsTold } from '../departure-notice.entity.js';
import { identityDue } from '../eligibility.rules.js';
import { stopTimes } from '../manifest.rules.js';
import { agendaButton, dear, departureBlocks, departureCalendar, sampleVisitLetter, wordsOf } from './visit-letter.js';
import type { VisitLetterProps } from './visit-letter.js';

export interface VisitChangedProps extends VisitLetterProps {
  readonly before: VisitAsTold;
  readonly after: VisitAsTold;
}

const sampleBefore: VisitAsTold = {
  title: { en: 'Rock carvings' }, whatToBring: { en: 'An umbrella' }, stops: [], identityNeeds: [], identityHours: 0,
};

/** A visit whose name, route, things to bring or need of identity data is another, in what it differs. */
export const visitChangedLetter = defineLetter<VisitChangedProps>('visits.visit-changed', {
  samples: [{
    ...sampleVisitLetter, before: sampleBefore,
    after: {
      ...sampleVisitLetter.visit, stops: [{ name: { 'en': 'Mount Baoding', 'zh-Hans': '宝顶山' }, afterMinutes: 90, stayMinutes: 120 }],
      identityNeeds: ['TRAVEL_DOCUMENT', 'PHONE'], identityHours: 48,
    },
  }],
  render: (props, context) => {
    const words = wordsOf(props, context);
    return {
      subject: context.t('letter.visits.visit-changed.subject', words),
      preheader: context.t('letter.visits.visit-changed.preheader', words),
      blocks: [
        dear(props, context),
        { p: context.t('letter.visits.visit-changed.text', words) },
        { heading: context.t('letter.visits.visit-changed.new') },
        { facts: differing(props, context).filter(({ value }) => value !== '') },
        ...departureBlocks(props, context),
        agendaButton(props, context),
      ],
      attachments: isDeepStrictEqual(props.before.title, props.after.title) ? [] : departureCalendar(props, context, 'PUBLISH'),
    };
  },
});

function differing({ before, after, departure, conference }: VisitChangedProps, context: LetterContext): { label: string; value: string }[] {
  const text = (words: LocalizedText | null): string => (words === null ? '' : textFor(words, context.reader));
  const startsAt = new Date(departure.startsAt);
  const route = after.stops.map((stop) => {
    const { arrivesAt, leavesAt } = stopTimes(startsAt, stop);
    return `${formatRange(context.locale, arrivesAt, leavesAt, conference.timeZone, 'time')} ${text(stop.name)}`;
  });
  const needs = formatList(context.locale, after.identityNeeds.map((need) => context.t(`manifest.need.${need}`)));
  const due = formatInstant(context.locale, identityDue(after, { startsAt }), conference.timeZone);
  return [
    { label: context.t('letter.visits.title-before'), value: isDeepStrictEqual(before.title, after.title) ? '' : text(before.title) },
    { label: context.t('letter.visits.what-to-bring-before'), value: isDeepStrictEqual(before.whatToBring, after.whatToBring) ? '' : text(before.whatToBring) || context.t('letter.visits.nothing-to-bring') },
    { label: context.t('letter.visits.route'), value: isDeepStrictEqual(before.stops, after.stops) ? '' : route.join('\n') },
    { label: context.t('letter.visits.site-needs'), value: asksMore(before, after) ? context.t('letter.visits.site-needs.by', { needs, due }) : '' },
  ];
}

/** Whether a site needs something that it did not, or needs it earlier. */
export function asksMore(before: Pick<VisitAsTold, 'identityNeeds' | 'identityHours'>, after: Pick<VisitAsTold, 'identityNeeds' | 'identityHours'>): boolean {
  return after.identityNeeds.some((need) => !before.identityNeeds.includes(need)) || (after.identityNeeds.length > 0 && after.identityHours > before.identityHours);
}

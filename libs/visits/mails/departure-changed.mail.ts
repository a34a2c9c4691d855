import { formatRange } from '#i18n';
import { textFor } from '#kernel';
import { defineLetter } from '#mail';
import type { Block, LetterContext } from '#mail';
import type { Released } from '#places';
import type { DepartureWhereabouts } from '../departure-notice.entity.js';
import { agendaButton, alternativesButton, dear, departureBlocks, departureCalendar, sampleToldId, sampleVisitLetter, wordsOf } from './visit-letter.js';
import type { VisitLetterProps } from './visit-letter.js';

export interface DepartureChangedProps extends VisitLetterProps {
  readonly was: Released;
  readonly toldId: string;
  /** What it was before; the departure itself says what it is now. */
  readonly before: DepartureWhereabouts;
  /** Whether it overlaps with something else of this person's since. */
  readonly clashes: boolean;
}

const sampleBefore = { startsAt: '2026-06-03T00:00:00.000Z', endsAt: '2026-06-03T08:30:00.000Z', meetingPoint: { 'en': 'West gate', 'zh-Hans': '西门' }, vehicle: 'Coach 1' };

/** A departure whose time, meeting point or vehicle is another, with what it was. */
export const departureChangedLetter = defineLetter<DepartureChangedProps>('visits.departure-changed', {
  samples: [
    { ...sampleVisitLetter, was: 'PLACE', toldId: sampleToldId, before: sampleBefore, clashes: true },
    { ...sampleVisitLetter, was: 'LINE', toldId: sampleToldId, before: { ...sampleBefore, vehicle: null }, clashes: false },
  ],
  render: (props, context) => {
    const words = { ...wordsOf(props, context), was: props.was };
    return {
      subject: context.t('letter.visits.departure-changed.subject', words),
      preheader: context.t('letter.visits.departure-changed.preheader', words),
      blocks: [
        dear(props, context),
        { p: context.t('letter.visits.departure-changed.text', words) },
        ...departureBlocks(props, context),
        ...beforeBlocks(props, context),
        ...(props.clashes ? [{ p: context.t('letter.visits.departure-changed.clashes') }] : []),
        ...(props.was === 'PLACE' ? [{ p: context.t('letter.visits.alternatives') }, alternativesButton(props, context)] : [agendaButton(props, context)]),
      ],
      attachments: props.was === 'PLACE' ? departureCalendar(props, context, 'PUBLISH') : [],
    };
  },
});

/** What is another now, as it was. */
function beforeBlocks({ before, departure, conference }: DepartureChangedProps, context: LetterContext): Block[] {
  const range = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }) => formatRange(context.locale, new Date(startsAt), new Date(endsAt), conference.timeZone);
  const place = ({ meetingPoint }: Pick<DepartureWhereabouts, 'meetingPoint'>) => textFor(meetingPoint, context.reader);
  const facts = [
    { label: context.t('letter.visits.when-before'), value: range(before) === range(departure) ? '' : range(before) },
    { label: context.t('letter.visits.meeting-point-before'), value: place(before) === place(departure) ? '' : place(before) },
    { label: context.t('letter.visits.vehicle-before'), value: before.vehicle === departure.vehicle ? '' : before.vehicle ?? '' },
  ].filter(({ value }) => value !== '');
  return facts.length === 0 ? [] : [{ facts }];
}

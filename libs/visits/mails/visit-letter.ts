import { calendarFile, calendarUid } from '#documents';
import { formatList, formatRange, languageName, zoneName } from '#i18n';
import { textFor } from '#kernel';
import type { LocalizedText } from '#kernel';
import type { Attachment, Block, LetterContext } from '#mail';
import { ALTERNATIVES_LINK } from '../alternatives-purpose.js';

/** What every letter about a departure says; instants in ISO 8601. */
export interface VisitLetterProps {
  readonly name: string;
  readonly conference: { readonly slug: string; readonly title: LocalizedText; readonly timeZone: string };
  readonly visit: { readonly title: LocalizedText; readonly whatToBring: LocalizedText | null };
  readonly departure: {
    readonly id: string;
    readonly version: number;
    readonly startsAt: string;
    readonly endsAt: string;
    readonly meetingPoint: LocalizedText;
    readonly vehicle: string | null;
    readonly guideLanguages: readonly string[];
  };
  /** The stamp of its calendar file, by which a later file about the same is known to be later (RFC 5546, 2.1.5). */
  readonly writtenAt: string;
}

export function wordsOf(props: VisitLetterProps, context: LetterContext): { visit: string; conference: string } {
  return { visit: textFor(props.visit.title, context.reader), conference: textFor(props.conference.title, context.reader) };
}

export function dear(props: VisitLetterProps, context: LetterContext): Block {
  return { p: context.t('letter.visits.dear', { name: props.name }) };
}

export function agendaButton(props: VisitLetterProps, context: LetterContext): Block {
  const url = `${context.publicUrl}/${context.locale}/conferences/${props.conference.slug}/agenda`;
  return { button: { label: context.t('letter.visits.my-agenda'), url } };
}

/** One link to what one may go on instead; it opens nothing but this one booking. */
export function alternativesButton(props: VisitLetterProps & { readonly toldId: string }, context: LetterContext): Block {
  const token = context.linkToken(ALTERNATIVES_LINK, props.toldId);
  const url = `${context.publicUrl}/${context.locale}/departures/${props.departure.id}/alternatives?token=${token}`;
  return { button: { label: context.t('letter.visits.see-alternatives'), url } };
}

/** When, where one meets, the vehicle, the guide's languages and what to bring. */
export function departureBlocks(props: VisitLetterProps, context: LetterContext): Block[] {
  const { departure, conference, visit } = props;
  const from = new Date(departure.startsAt);
  const languages = departure.guideLanguages.map((tag) => languageName(context.locale, tag));
  const facts = [
    ['letter.visits.when', formatRange(context.locale, from, new Date(departure.endsAt), conference.timeZone)],
    ['letter.visits.meeting-point', textFor(departure.meetingPoint, context.reader)],
    ['letter.visits.vehicle', departure.vehicle ?? ''],
    ['letter.visits.guide', languages.length === 0 ? '' : formatList(context.locale, languages)],
    ['letter.visits.what-to-bring', visit.whatToBring === null ? '' : textFor(visit.whatToBring, context.reader)],
  ] as const;
  return [
    { facts: facts.filter(([, value]) => value !== '').map(([key, value]) => ({ label: context.t(key), value })) },
    { note: context.t('letter.visits.zone', { zone: zoneName(context.locale, conference.timeZone, from) }) },
  ];
}

/** The departure as a file that calendars take, under the name it has in the person's own feed. */
export function departureCalendar(props: VisitLetterProps, context: LetterContext, method: 'PUBLISH' | 'CANCEL'): Attachment[] {
  const { departure } = props;
  const conference = textFor(props.conference.title, context.reader);
  const content = calendarFile({
    name: conference, method,
    organiser: { name: conference, email: `no-reply@${new URL(context.publicUrl).hostname}` },
    entries: [{
      uid: calendarUid('departure', departure.id, context.publicUrl), sequence: departure.version, changedAt: new Date(props.writtenAt),
      startsAt: new Date(departure.startsAt), endsAt: new Date(departure.endsAt), isCancelled: method === 'CANCEL',
      title: textFor(props.visit.title, context.reader), place: textFor(departure.meetingPoint, context.reader),
    }],
  });
  return [{ filename: 'visit.ics', contentType: 'text/calendar', content, method }];
}

/** Made-up props, for the check at boot that each letter can be written in every language. */
export const sampleVisitLetter: VisitLetterProps = {
  name: 'Amina Yusuf',
  conference: { slug: 'sample', title: { 'en': 'Sample conference', 'zh-Hans': '示例会议' }, timeZone: 'Asia/Shanghai' },
  visit: { title: { 'en': 'Dazu rock carvings', 'zh-Hans': '大足石刻' }, whatToBring: { en: 'Good shoes' } },
  departure: {
    id: '019b0000-0000-7000-8000-000000000002', version: 1, startsAt: '2026-06-03T00:30:00.000Z', endsAt: '2026-06-03T09:00:00.000Z',
    meetingPoint: { 'en': 'East gate', 'zh-Hans': '东门' }, vehicle: 'Coach 3', guideLanguages: ['en', 'zh-Hans'],
  },
  writtenAt: '2026-01-01T00:00:00.000Z',
};

export const sampleToldId = '019b0000-0000-7000-8000-000000000006';

import { calendarFile, calendarUid } from '#documents';
import { formatRange, zoneName } from '#i18n';
import { textFor } from '#kernel';
import type { LocalizedText } from '#kernel';
import type { Attachment, Block, LetterContext } from '#mail';

/** A session as a letter tells it; instants in ISO 8601. */
export interface ToldSession {
  readonly id: string;
  readonly version: number;
  readonly title: LocalizedText;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: LocalizedText | null;
}

/** What every letter about a forum says. */
export interface ForumLetterProps {
  readonly name: string;
  readonly conference: { readonly slug: string; readonly title: LocalizedText; readonly timeZone: string };
  readonly forum: { readonly title: LocalizedText; readonly admission: string };
  readonly sessions: readonly ToldSession[];
  /** The stamp of its calendar file, by which a later file about the same is known to be later (RFC 5546, 2.1.5). */
  readonly writtenAt: string;
}

/** The words that its messages need, in the reader's language. */
export function wordsOf(props: ForumLetterProps, context: LetterContext): { forum: string; conference: string; admission: string } {
  return {
    forum: textFor(props.forum.title, context.reader),
    conference: textFor(props.conference.title, context.reader),
    admission: props.forum.admission,
  };
}

export function dear(props: Pick<ForumLetterProps, 'name'>, context: LetterContext): Block {
  return { p: context.t('letter.programme.dear', { name: props.name }) };
}

export function agendaButton(props: Pick<ForumLetterProps, 'conference'>, context: LetterContext): Block {
  const url = `${context.publicUrl}/${context.locale}/conferences/${props.conference.slug}/agenda`;
  return { button: { label: context.t('letter.programme.my-agenda'), url } };
}

/** When and where, in the conference's time, with a word about which time that is. */
export function sessionBlocks(props: ForumLetterProps, context: LetterContext): Block[] {
  const [first] = props.sessions;
  if (first === undefined) return [{ note: context.t('letter.programme.no-times') }];
  return [
    { facts: props.sessions.map((session) => ({
      label: textFor(session.title, context.reader),
      value: whenAndWhere(session, props.conference.timeZone, context),
    })) },
    zoneNote(props.conference.timeZone, new Date(first.startsAt), context),
  ];
}

export function whenAndWhere(its: { startsAt: string; endsAt: string; place: LocalizedText | null }, timeZone: string, context: LetterContext): string {
  const when = formatRange(context.locale, new Date(its.startsAt), new Date(its.endsAt), timeZone);
  return its.place === null ? when : `${when}\n${textFor(its.place, context.reader)}`;
}

export function zoneNote(timeZone: string, at: Date, context: LetterContext): Block {
  return { note: context.t('letter.programme.zone', { zone: zoneName(context.locale, timeZone, at) }) };
}

type CalendarProps = Pick<ForumLetterProps, 'conference' | 'writtenAt'> & {
  readonly forum?: ForumLetterProps['forum'];
  readonly sessions: readonly (ToldSession & { readonly forumTitle?: LocalizedText })[];
};

/** The sessions as a file that calendars take; entries bear the names they have in the public feed. */
export function sessionCalendar(props: CalendarProps, context: LetterContext, method: 'PUBLISH' | 'CANCEL'): Attachment[] {
  if (props.sessions.length === 0) return [];
  const conference = textFor(props.conference.title, context.reader);
  const content = calendarFile({
    name: conference, method,
    organiser: { name: conference, email: `no-reply@${new URL(context.publicUrl).hostname}` },
    entries: props.sessions.map((session) => ({
      uid: calendarUid('session', session.id, context.publicUrl), sequence: session.version, changedAt: new Date(props.writtenAt),
      startsAt: new Date(session.startsAt), endsAt: new Date(session.endsAt), isCancelled: method === 'CANCEL',
      title: `${textFor(session.forumTitle ?? props.forum?.title ?? {}, context.reader)}: ${textFor(session.title, context.reader)}`,
      place: session.place === null ? undefined : textFor(session.place, context.reader),
    })),
  });
  return [{ filename: method === 'CANCEL' ? 'cancelled.ics' : 'forum.ics', contentType: 'text/calendar', content, method }];
}

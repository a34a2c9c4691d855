import { textFor } from '#kernel';
import type { LocalizedText } from '#kernel';
import { defineLetter } from '#mail';
import type { Attachment, Block, LetterContext } from '#mail';
import type { ProgrammeDifference } from '../differences.js';
import { agendaButton, dear, sessionCalendar, whenAndWhere, zoneNote } from './forum-letter.js';
import type { ForumLetterProps } from './forum-letter.js';
import { sampleForumLetter } from './samples.js';

export interface ProgrammeReleasedProps extends Pick<ForumLetterProps, 'name' | 'conference' | 'writtenAt'> {
  /** Of the reader's forums, in order of time. */
  readonly changes: readonly Pick<ProgrammeDifference, 'kinds' | 'forumTitle' | 'sessionId' | 'version' | 'before' | 'after'>[];
  /** Whether the reader's agenda clashes since. */
  readonly clashes: boolean;
}

type Change = ProgrammeReleasedProps['changes'][number];

const title: LocalizedText = { 'en': 'Panel', 'zh-Hans': '圆桌讨论' };
const was = { title, startsAt: '2026-06-01T01:30:00.000Z', endsAt: '2026-06-01T03:00:00.000Z', place: null, speakers: [{ 'en': 'Li Na', 'zh-Hans': '李娜' }] };
const change = { forumTitle: sampleForumLetter.forum.title, sessionId: sampleForumLetter.sessions[0]?.id as Change['sessionId'], version: 2 };
const { name, conference, writtenAt } = sampleForumLetter;
/** Made-up, with each kind of change. */
export const sampleRelease: ProgrammeReleasedProps = {
  name, conference, writtenAt, clashes: true,
  changes: [
    { ...change, kinds: ['RETIMED', 'MOVED', 'RENAMED', 'SPEAKERS'], before: was, after: { ...was, title: { en: 'Open panel' }, place: { en: 'Room 2' }, speakers: [] } },
    { ...change, kinds: ['ADDED'], before: null, after: was },
    { ...change, kinds: ['REMOVED'], before: was, after: null },
  ],
};

/** What a release of the programme changed for one person: one letter, however much it was. */
export const programmeReleasedLetter = defineLetter<ProgrammeReleasedProps>('programme.released', {
  samples: [sampleRelease, ...sampleRelease.changes.map((one) => ({ ...sampleRelease, changes: [one], clashes: false }))],
  render: (props, context) => {
    const words = { conference: textFor(props.conference.title, context.reader), changes: props.changes.length };
    const [first] = props.changes.flatMap(({ before, after }) => after?.startsAt ?? before?.startsAt ?? []);
    return {
      subject: context.t('letter.programme.released.subject', words),
      preheader: context.t('letter.programme.released.preheader', words),
      blocks: [
        dear(props, context),
        { p: context.t('letter.programme.released.text', words) },
        ...props.changes.flatMap((one) => changeBlocks(one, props, context)),
        ...(first === undefined ? [] : [zoneNote(props.conference.timeZone, new Date(first), context)]),
        ...(props.clashes ? [{ p: context.t('letter.programme.released.clash') }] : []),
        agendaButton(props, context),
      ],
      attachments: [
        ...calendarOf(props, context, props.changes.filter(({ after }) => after !== null), 'PUBLISH'),
        ...calendarOf(props, context, props.changes.filter((one) => one.after === null && !isBack(one, props)), 'CANCEL'),
      ],
    };
  },
});

function changeBlocks(its: Change, { conference: { timeZone } }: ProgrammeReleasedProps, context: LetterContext): Block[] {
  const session = textFor(its.after?.title ?? its.before?.title ?? its.forumTitle, context.reader);
  const kind = its.before === null ? 'ADDED' : its.after === null ? 'REMOVED' : 'CHANGED';
  const side = (label: string, of: Change['before']): { label: string; value: string }[] => {
    if (of?.startsAt === undefined || of.endsAt === undefined) return [];
    const lines = [
      ...(its.kinds.includes('RENAMED') ? [textFor(of.title, context.reader)] : []),
      whenAndWhere({ startsAt: of.startsAt, endsAt: of.endsAt, place: of.place ?? null }, timeZone, context),
      ...(its.kinds.includes('SPEAKERS') ? of.speakers.map((speaker) => textFor(speaker, context.reader)) : []),
    ];
    return [{ label, value: lines.join('\n') }];
  };
  return [
    { heading: context.t('letter.programme.released.change', { kind, session, forum: textFor(its.forumTitle, context.reader) }) },
    { facts: [...side(context.t('letter.programme.changed.before'), its.before), ...side(context.t('letter.programme.changed.after'), its.after)] },
  ];
}

/** Whether a session that left one of the reader's forums is in another of them. */
function isBack({ sessionId }: Change, { changes }: ProgrammeReleasedProps): boolean {
  return changes.some((other) => other.sessionId === sessionId && other.after !== null);
}

function calendarOf(props: ProgrammeReleasedProps, context: LetterContext, changes: readonly Change[], method: 'PUBLISH' | 'CANCEL'): Attachment[] {
  return changes.length === 0 ? [] : sessionCalendar({
    conference: props.conference, writtenAt: props.writtenAt,
    sessions: changes.flatMap(({ sessionId, version, forumTitle, before, after }) => {
      const its = after ?? before;
      return sessionId === null || its?.startsAt === undefined || its.endsAt === undefined ? [] : [{
        id: sessionId, version, title: its.title, startsAt: its.startsAt, endsAt: its.endsAt, place: its.place ?? null, forumTitle,
      }];
    }),
  }, context, method);
}

import { textFor } from '#kernel';
import { defineLetter } from '#mail';
import type { Block, LetterContext } from '#mail';
import type { ProgrammeChangeKind, SessionWhereabouts } from '../programme-change.entity.js';
import { agendaButton, dear, sessionCalendar, whenAndWhere, wordsOf, zoneNote } from './forum-letter.js';
import type { ForumLetterProps } from './forum-letter.js';
import { sampleForumLetter } from './samples.js';

/** `sessions` holds the one that changed. */
export interface ProgrammeChangedProps extends ForumLetterProps {
  readonly kind: ProgrammeChangeKind;
  readonly before: SessionWhereabouts | null;
  readonly after: SessionWhereabouts | null;
  /** Whether the reader's agenda clashes since. */
  readonly clashes: boolean;
}

const was: SessionWhereabouts = { startsAt: '2026-06-01T01:30:00.000Z', endsAt: '2026-06-01T03:00:00.000Z', place: null };
const is: SessionWhereabouts = { ...was, place: { en: 'Room 2' } };

/** A session of a chosen forum that was added, moved or removed. */
export const programmeChangedLetter = defineLetter<ProgrammeChangedProps>('programme.changed', {
  samples: [
    { ...sampleForumLetter, kind: 'MOVED', before: was, after: is, clashes: true },
    { ...sampleForumLetter, kind: 'ADDED', before: null, after: is, clashes: false },
    { ...sampleForumLetter, kind: 'REMOVED', before: was, after: null, clashes: false },
  ],
  render: (props, context) => {
    const session = textFor(props.sessions[0]?.title ?? props.forum.title, context.reader);
    const words = { ...wordsOf(props, context), kind: props.kind, session };
    return {
      subject: context.t('letter.programme.changed.subject', words),
      preheader: context.t('letter.programme.changed.preheader', words),
      blocks: [
        dear(props, context),
        { p: context.t('letter.programme.changed.text', words) },
        ...changeBlocks(props, session, context),
        ...(props.clashes ? [{ p: context.t('letter.programme.changed.clash') }] : []),
        agendaButton(props, context),
      ],
      attachments: sessionCalendar(props, context, props.kind === 'REMOVED' ? 'CANCEL' : 'PUBLISH'),
    };
  },
});

function changeBlocks(props: ProgrammeChangedProps, session: string, context: LetterContext): Block[] {
  const { timeZone } = props.conference;
  const any = props.after ?? props.before;
  return [
    { facts: [
      { label: context.t('letter.programme.changed.session'), value: session },
      ...(props.before === null ? [] : [{ label: context.t('letter.programme.changed.before'), value: whenAndWhere(props.before, timeZone, context) }]),
      ...(props.after === null ? [] : [{ label: context.t('letter.programme.changed.after'), value: whenAndWhere(props.after, timeZone, context) }]),
    ] },
    ...(any === null ? [] : [zoneNote(timeZone, new Date(any.startsAt), context)]),
  ];
}

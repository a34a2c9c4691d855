import { textFor } from '#kernel';
import type { LocalizedText } from '#kernel';
import { defineLetter } from '#mail';
import { SPEAKER_LINK } from '../speaker-link.js';
import { dear, whenAndWhere, zoneNote } from './forum-letter.js';
import type { ForumLetterProps } from './forum-letter.js';
import { sampleForumLetter } from './samples.js';

export interface SpeakerInvitedProps extends Pick<ForumLetterProps, 'name' | 'conference'> {
  readonly speakerId: string;
  readonly forum: LocalizedText;
  readonly session: { readonly title: LocalizedText; readonly startsAt: string; readonly endsAt: string; readonly place: LocalizedText | null };
}

const { name, conference, forum } = sampleForumLetter;
const session = { title: forum.title, startsAt: '2026-06-01T01:30:00.000Z', endsAt: '2026-06-01T03:00:00.000Z', place: null };

/** Asks a speaker whether they come; the link leads to a page with two buttons, and following it alone answers nothing. */
export const speakerInvitedLetter = defineLetter<SpeakerInvitedProps>('programme.speaker-invited', {
  samples: [{ name, conference, speakerId: '019b0000-0000-7000-8000-000000000002', forum: forum.title, session }],
  render: (props, context) => {
    const words = { conference: textFor(props.conference.title, context.reader), session: textFor(props.session.title, context.reader), forum: textFor(props.forum, context.reader) };
    const url = `${context.publicUrl}/${context.locale}/speakers/${props.speakerId}?token=${context.linkToken(SPEAKER_LINK, props.speakerId)}`;
    return {
      subject: context.t('letter.programme.speaker-invited.subject', words),
      preheader: context.t('letter.programme.speaker-invited.preheader', words),
      blocks: [
        dear(props, context),
        { p: context.t('letter.programme.speaker-invited.text', words) },
        { facts: [{ label: words.session, value: whenAndWhere(props.session, props.conference.timeZone, context) }] },
        zoneNote(props.conference.timeZone, new Date(props.session.startsAt), context),
        { button: { label: context.t('letter.programme.speaker-invited.answer'), url } },
      ],
    };
  },
});

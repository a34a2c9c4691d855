import { defineLetter } from '#mail';
import type { Released } from '#places';
import { agendaButton, dear, sessionCalendar, wordsOf } from './forum-letter.js';
import type { ForumLetterProps } from './forum-letter.js';
import { sampleForumLetter } from './samples.js';

export interface ForumLeftProps extends ForumLetterProps {
  readonly was: Released;
}

/** A place, a turn or an offer that was given back. Only a place was in the person's calendar, so only it is taken out there. */
export const forumLeftLetter = defineLetter<ForumLeftProps>('programme.forum-left', {
  samples: [{ ...sampleForumLetter, was: 'PLACE' }, { ...sampleForumLetter, was: 'LINE' }, { ...sampleForumLetter, was: 'OFFER' }],
  render: (props, context) => {
    const words = { ...wordsOf(props, context), was: props.was };
    return {
      subject: context.t('letter.programme.forum-left.subject', words),
      preheader: context.t('letter.programme.forum-left.preheader', words),
      blocks: [dear(props, context), { p: context.t('letter.programme.forum-left.text', words) }, agendaButton(props, context)],
      attachments: props.was === 'PLACE' ? sessionCalendar(props, context, 'CANCEL') : [],
    };
  },
});

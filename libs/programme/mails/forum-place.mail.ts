import { defineLetter } from '#mail';
import { agendaButton, dear, sessionBlocks, sessionCalendar, wordsOf } from './forum-letter.js';
import type { ForumLetterProps } from './forum-letter.js';
import { sampleForumLetter } from './samples.js';

/** A place in a forum, or a forum with open doors in one's agenda. */
export const forumPlaceLetter = defineLetter<ForumLetterProps>('programme.forum-place', {
  samples: [
    sampleForumLetter,
    { ...sampleForumLetter, forum: { ...sampleForumLetter.forum, admission: 'OPEN_DOORS' }, sessions: [] },
  ],
  render: (props, context) => {
    const words = wordsOf(props, context);
    return {
      subject: context.t('letter.programme.forum-place.subject', words),
      preheader: context.t('letter.programme.forum-place.preheader', words),
      blocks: [
        dear(props, context),
        { p: context.t('letter.programme.forum-place.text', words) },
        ...sessionBlocks(props, context),
        agendaButton(props, context),
      ],
      attachments: sessionCalendar(props, context, 'PUBLISH'),
    };
  },
});

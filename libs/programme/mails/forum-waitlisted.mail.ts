import { defineLetter } from '#mail';
import { agendaButton, dear, sessionBlocks, wordsOf } from './forum-letter.js';
import type { ForumLetterProps } from './forum-letter.js';
import { sampleForumLetter } from './samples.js';

export interface ForumWaitlistedProps extends ForumLetterProps {
  /** Turn in the line when the letter was written, 1 being next. */
  readonly position: number;
}

/** A turn in a forum's line. */
export const forumWaitlistedLetter = defineLetter<ForumWaitlistedProps>('programme.forum-waitlisted', {
  samples: [{ ...sampleForumLetter, position: 3 }],
  render: (props, context) => {
    const words = { ...wordsOf(props, context), position: props.position };
    return {
      subject: context.t('letter.programme.forum-waitlisted.subject', words),
      preheader: context.t('letter.programme.forum-waitlisted.preheader', words),
      blocks: [
        dear(props, context),
        { p: context.t('letter.programme.forum-waitlisted.text', words) },
        ...sessionBlocks(props, context),
        agendaButton(props, context),
      ],
    };
  },
});

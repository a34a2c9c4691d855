import { defineLetter } from '#mail';
import { conferenceOf, facts, greeting, sampleProps, toStatusPage } from './letter-props.js';
import type { RegistrationLetterProps } from './letter-props.js';

export interface LinkLetterProps extends RegistrationLetterProps {
  /** ASKED: somebody who may asked for the link. TRIED-AGAIN: somebody tried to register the same person once more. */
  readonly why: 'ASKED' | 'TRIED-AGAIN';
  readonly isDraft: boolean;
}

const samples: readonly [LinkLetterProps, ...LinkLetterProps[]] = [
  { ...sampleProps, why: 'ASKED', isDraft: false },
  { ...sampleProps, why: 'ASKED', isDraft: true },
  { ...sampleProps, why: 'TRIED-AGAIN', isDraft: false },
];

/** The way back to a registration or a draft, for whoever owns it. It opens nothing by itself: one signs in by link. */
export const registrationLinkLetter = defineLetter<LinkLetterProps>('registration.link', {
  urgent: true,
  samples,
  render: (props, context) => {
    const values = { conference: conferenceOf(props, context) };
    return {
      subject: context.t('letter.registration.link.subject', values),
      preheader: context.t('letter.registration.link.preheader'),
      blocks: [
        greeting(props, context),
        { p: context.t(props.why === 'TRIED-AGAIN' ? 'letter.registration.link.tried-again' : props.isDraft ? 'letter.registration.link.draft' : 'letter.registration.link.text', values) },
        facts(props, context),
        toStatusPage(props, context, props.isDraft ? 'letter.registration.button.resume' : 'letter.registration.button.status'),
        { note: context.t('letter.registration.link.note') },
      ],
    };
  },
});

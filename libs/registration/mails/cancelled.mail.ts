import { defineLetter } from '#mail';
import { conferenceOf, facts, greeting, toStatusPage } from './letter-props.js';
import { reasonOf, reasonSamples } from './reason-props.js';
import type { ReasonLetterProps } from './reason-props.js';

/** Taken back by staff. */
export const registrationCancelledLetter = defineLetter<ReasonLetterProps>('registration.cancelled', {
  samples: reasonSamples,
  render: (props, context) => ({
    subject: context.t('letter.registration.cancelled.subject', { conference: conferenceOf(props, context) }),
    preheader: context.t('letter.registration.cancelled.preheader'),
    blocks: [
      greeting(props, context),
      { p: context.t('letter.registration.cancelled.text', { conference: conferenceOf(props, context) }) },
      ...reasonOf(props, context),
      facts(props, context),
      toStatusPage(props, context),
      { note: context.t('letter.registration.cancelled.note') },
    ],
  }),
});

import { defineLetter } from '#mail';
import { conferenceOf, facts, greeting, toStatusPage } from './letter-props.js';
import { reasonOf, reasonSamples } from './reason-props.js';
import type { ReasonLetterProps } from './reason-props.js';

/** Staff said no. */
export const registrationDeclinedLetter = defineLetter<ReasonLetterProps>('registration.declined', {
  samples: reasonSamples,
  render: (props, context) => ({
    subject: context.t('letter.registration.declined.subject', { conference: conferenceOf(props, context) }),
    preheader: context.t('letter.registration.declined.preheader'),
    blocks: [
      greeting(props, context),
      { p: context.t('letter.registration.declined.text', { conference: conferenceOf(props, context) }) },
      ...reasonOf(props, context),
      facts(props, context),
      toStatusPage(props, context),
      { note: context.t('letter.registration.declined.note') },
    ],
  }),
});

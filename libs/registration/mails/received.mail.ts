import { defineLetter } from '#mail';
import { conferenceOf, facts, greeting, sampleProps, toStatusPage } from './letter-props.js';
import type { RegistrationLetterProps } from './letter-props.js';

/** Handed in; a place is held while staff decide. */
export const registrationReceivedLetter = defineLetter<RegistrationLetterProps>('registration.received', {
  samples: [sampleProps],
  render: (props, context) => ({
    subject: context.t('letter.registration.received.subject', { conference: conferenceOf(props, context) }),
    preheader: context.t('letter.registration.received.preheader'),
    blocks: [
      greeting(props, context),
      { p: context.t('letter.registration.received.text', { conference: conferenceOf(props, context) }) },
      facts(props, context),
      toStatusPage(props, context),
      { note: context.t('letter.registration.received.note') },
    ],
  }),
});

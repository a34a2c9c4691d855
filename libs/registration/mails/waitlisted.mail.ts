import { defineLetter } from '#mail';
import { conferenceOf, facts, greeting, sampleProps, toStatusPage } from './letter-props.js';
import type { RegistrationLetterProps } from './letter-props.js';

/** No place was left; the registration waits in the category's line. */
export const registrationWaitlistedLetter = defineLetter<RegistrationLetterProps>('registration.waitlisted', {
  samples: [sampleProps],
  render: (props, context) => ({
    subject: context.t('letter.registration.waitlisted.subject', { conference: conferenceOf(props, context) }),
    preheader: context.t('letter.registration.waitlisted.preheader'),
    blocks: [
      greeting(props, context),
      { p: context.t('letter.registration.waitlisted.text', { conference: conferenceOf(props, context) }) },
      facts(props, context),
      toStatusPage(props, context),
      { note: context.t('letter.registration.waitlisted.note') },
    ],
  }),
});

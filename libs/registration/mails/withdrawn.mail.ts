import { defineLetter } from '#mail';
import { conferenceOf, facts, greeting, sampleProps, toStatusPage } from './letter-props.js';
import type { RegistrationLetterProps } from './letter-props.js';

/** Taken back at the delegate's wish; confirms that every place was freed. */
export const registrationWithdrawnLetter = defineLetter<RegistrationLetterProps>('registration.withdrawn', {
  samples: [sampleProps],
  render: (props, context) => ({
    subject: context.t('letter.registration.withdrawn.subject', { conference: conferenceOf(props, context) }),
    preheader: context.t('letter.registration.withdrawn.preheader'),
    blocks: [
      greeting(props, context),
      { p: context.t('letter.registration.withdrawn.text', { conference: conferenceOf(props, context) }) },
      facts(props, context),
      toStatusPage(props, context),
      { note: context.t('letter.registration.withdrawn.note') },
    ],
  }),
});

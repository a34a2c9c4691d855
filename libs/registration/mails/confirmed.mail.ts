import { calendarFile, calendarUid } from '#documents';
import { instantOf, textFor } from '#kernel';
import { defineLetter } from '#mail';
import type { Attachment, LetterContext } from '#mail';
import { TICKET } from '../ticket.js';
import { conferenceOf, facts, greeting, sampleProps, toStatusPage } from './letter-props.js';
import type { RegistrationLetterProps } from './letter-props.js';

export interface ConfirmedLetterProps extends RegistrationLetterProps {
  readonly conferenceId: string;
  readonly timeZone: string;
  /** ISO 8601. */
  readonly confirmedAt: string;
}

const samples: readonly [ConfirmedLetterProps] = [
  { ...sampleProps, conferenceId: '0197a1c2-0000-7000-8000-000000000002', timeZone: 'Asia/Shanghai', confirmedAt: '2026-03-02T08:00:00.000Z' },
];

/** A place is certain: with the ticket to be shown at the door, and the days for the calendar. */
export const registrationConfirmedLetter = defineLetter<ConfirmedLetterProps>('registration.confirmed', {
  samples,
  render: (props, context) => ({
    subject: context.t('letter.registration.confirmed.subject', { conference: conferenceOf(props, context) }),
    preheader: context.t('letter.registration.confirmed.preheader'),
    blocks: [
      greeting(props, context),
      { p: context.t('letter.registration.confirmed.text', { conference: conferenceOf(props, context) }) },
      facts(props, context),
      { qr: { text: context.linkToken(TICKET, props.registrationId), alt: context.t('letter.registration.confirmed.ticket', { code: props.code }) } },
      toStatusPage(props, context),
      { note: context.t('letter.registration.confirmed.note') },
    ],
    attachments: [calendarOf(props, context)],
  }),
});

/** The days of the conference as one entry, from the first midnight to the one after the last day, on the clock of its city. */
function calendarOf(props: ConfirmedLetterProps, context: LetterContext): Attachment {
  const title = conferenceOf(props, context);
  const dayAfter = Temporal.PlainDate.from(props.endsOn).add({ days: 1 }).toString();
  const content = calendarFile({
    name: title,
    method: 'PUBLISH',
    organiser: { name: title, email: `no-reply@${new URL(context.publicUrl).hostname}` },
    entries: [{
      uid: calendarUid('conference', props.conferenceId, context.publicUrl),
      sequence: 0,
      startsAt: beginningOf(props.startsOn, props.timeZone),
      endsAt: beginningOf(dayAfter, props.timeZone),
      title,
      place: textFor(props.city, context.reader),
      url: `${context.publicUrl}/${context.locale}/registrations/${props.registrationId}`,
      changedAt: new Date(props.confirmedAt),
    }],
  });
  return { filename: 'conference.ics', contentType: 'text/calendar', content, method: 'PUBLISH' };
}

/** Midnight, or one o'clock on the rare day that has no midnight. */
function beginningOf(day: string, timeZone: string): Date {
  const found = [instantOf(`${day}T00:00`, timeZone), instantOf(`${day}T01:00`, timeZone)].find((instant) => instant instanceof Date);
  if (found === undefined) throw new Error(`${day} has no beginning in ${timeZone}`);
  return found;
}

import type { Messages } from '../messages.js';

export const conferences = {
  'state.conference.DRAFT': 'Draft',
  'state.conference.PUBLISHED': 'Published',
  'state.conference.OPEN': 'Registration open',
  'state.conference.CLOSED': 'Registration closed',
  'state.conference.ARCHIVED': 'Archived',
  'conference.move.PUBLISH': 'Publish',
  'conference.move.OPEN': 'Open registration',
  'conference.move.CLOSE': 'Close registration',
  'conference.move.ARCHIVE': 'Archive',
  'conference.host.HOST': 'Host',
  'conference.host.CO_HOST': 'Co-host',
  'conference.host.ORGANISER': 'Organiser',
  'conference.host.SUPPORTER': 'Supporter',

  'refusal.series.unknown': 'We could not find this series.',
  'refusal.conference.unknown': 'We could not find this conference.',
  'refusal.conference.archived': 'This conference has been archived and can no longer be changed.',
  'refusal.conference.zone-settled': 'The time zone can only be changed before the conference is published.',
  'refusal.category.changed-meanwhile': 'Somebody has changed this form in the meantime. Please look at it and change it again.',
  'refusal.conference.changed-meanwhile': 'Someone has changed this conference in the meantime. Please look at the latest version and try again.',
  'refusal.conference.move-illegal': `{state, select,
    DRAFT {A draft must be published first.}
    OPEN {Registration is open; close it first.}
    ARCHIVED {This conference has been archived and stays as it is.}
    other {This cannot be done with the conference as it stands now.}}`,
  'refusal.conference.no-category': 'Add a category first: nobody could register yet.',
  'refusal.cursor.malformed': 'This page of the list could not be found. Please start again from the first.',

  'problem.slug-reserved': 'This address is used by the site itself. Please choose another.',
  'problem.slug-taken': 'This address is taken. Please choose another.',
  'problem.key-twice': 'This key is used twice. Each needs its own.',
  'problem.series.region-twice': 'This region is in the rotation already.',
  'problem.conference.override-unexplained': 'It is the turn of {next}. Please say why another region hosts.',
  'problem.host.website': 'Please give an address that begins with https://.',
  'problem.form.no-options-here': 'Only questions with a choice have options.',
  'problem.form.condition-not-earlier': 'A condition can only look at a question further up.',
  'problem.form.condition-kind': 'A condition can only look at a choice, a yes or no, or a country.',
  'problem.answer.question-unknown': 'This question is not part of the form any more.',
  'problem.answer.twice': 'This was answered twice. Please answer once.',
  'problem.answer.wrong-kind': 'This is not the kind of answer that the question asks for.',
  'problem.answer.one-choice': 'Please choose one only.',
} as const satisfies Messages;

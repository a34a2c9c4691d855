import type { Messages } from '../messages.js';

/** What belongs to no single room: input that cannot be taken, limits, faults. */
export const house = {
  'refusal.input.invalid': 'Please check {count, plural, =0 {what you entered} one {the marked field} other {the # marked fields}}.',
  'refusal.limit.busy': 'Many people are asking for this at the same moment. Nothing was changed; please try again.',
  'refusal.fault.try-again': 'Something went wrong on our side with this one; it was not changed. Please try it again, and tell us {faultId} if it fails once more.',
  'refusal.limit.reached': 'That was a little too often. Please wait {seconds, plural, =0 {a moment} one {# second} other {# seconds}} and try again.',
  'refusal.idempotency.conflict': 'This request was already sent with other content.',
  'refusal.not-found': 'We could not find that.',
  'refusal.conflict': 'Someone has changed this in the meantime. Please look at the latest version and try again.',
  'problem.required': 'Please fill this in.',
  'problem.too-long': 'Please use at most {max, number} characters.',
  'problem.too-short': 'Please use at least {min, number} characters.',
  'problem.too-small': 'Please give {min, number} or more.',
  'problem.too-large': 'Please give {max, number} or less.',
  'problem.too-many': 'Please choose at most {max, number}.',
  'problem.malformed': 'This does not look right. Please check it.',
  'problem.unknown': 'This choice is not offered here.',
  'problem.forbidden-characters': 'Some characters here cannot be used. Please type it again.',
  'problem.date-malformed': 'Please give a date such as 2026-06-01.',
  'problem.date-in-past': 'Please give a date that is still to come.',
  'problem.ends-before-start': 'The end must come after the beginning.',
  'fault.internal': 'Something went wrong on our side. If you write to us, please mention {faultId}.',
  'problem.key-malformed': 'Please use small letters, digits and hyphens only.',
  'problem.locale-unknown': 'We do not know this language tag.',
  'problem.zone-unknown': 'We do not know this time zone.',
} as const satisfies Messages;

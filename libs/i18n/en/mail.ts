import type { Messages } from '../messages.js';

export const mail = {
  'letter.layout.sent-to': 'This letter was sent to {address}.',
  'letter.layout.automatic': 'It was sent automatically; replies to it are not read.',
  'refusal.message.unknown': 'There is no such letter.',
  'refusal.message.not-unclear': 'It is already known what became of this letter.',
  'state.message.PENDING': 'To be sent',
  'state.message.SENDING': 'Being sent',
  'state.message.SENT': 'Sent',
  'state.message.DEFERRED': 'Will be tried again',
  'state.message.FAILED': 'Refused',
  'state.message.UNCLEAR': 'Unclear whether it arrived',
  'state.message.CANCELLED': 'Taken back',
  'state.message.BOUNCED': 'Came back',
  'state.message.SUPPRESSED': 'Not written to',
  'refusal.mailing.unknown': 'There is no such mailing.',
  'refusal.mailing.wrong-state': 'The mailing is no longer in a state in which this can be done.',
} as const satisfies Messages;

import type { Messages } from '../messages.js';

export const places = {
  'refusal.places.full': '{remaining, plural, =0 {There are no places left} one {Only # place is left} other {Only # places are left}}. You may join the waiting list.',
  'refusal.places.no-line': '{remaining, plural, =0 {There are no places left} one {Only # place is left} other {Only # places are left}}, and there is no waiting list.',
  'refusal.places.line-full': '{remaining, plural, =0 {There are no places left} one {Only # place is left} other {Only # places are left}}, and the waiting list is full.',
  'refusal.places.already': '{state, select, WAITING {You are on this waiting list already.} OFFERED {A place here is being offered to you already. Please answer the offer.} other {You have a place here already.}}',
  'refusal.places.holder-gone': 'This registration is not active, so it cannot take a place.',
  'refusal.places.below-taken': '{taken, plural, one {# place is} other {# places are}} taken already. The number of places cannot go below that.',
  'refusal.places.not-held': 'There is no place here that could be exchanged.',
  'refusal.places.not-waiting': 'This registration is not on the waiting list.',
  'refusal.agenda.clash': 'This overlaps in time with something you already have, or leaves too little time to get there.',
  'refusal.offer.unknown': 'This offer does not exist, or it has been answered already.',
  'refusal.offer.expired': 'This offer has ended, and the place has gone to the next person.',
  'refusal.places.unknown': 'We could not find these places.',
  'refusal.agenda.nothing-in-the-way': 'Nothing stands in the way here, so nothing needs to be overridden.',
} as const satisfies Messages;

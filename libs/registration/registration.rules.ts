import { categoryStandingAt } from '#conferences';
import type { CategoryStanding, ConferenceState } from '#conferences';
import { instantOf, isRefusal, refuse } from '#kernel';
import type { Refusal } from '#kernel';
import { isLegal } from './registration.status.js';
import type { Mover, RegistrationState } from './registration.status.js';

export type SubmitRefusal = Refusal<'registration.not-open' | 'registration.closed' | 'registration.invitation-needed'>;

/** All that decides whether one may hand in a registration now. */
export interface SubmitStanding {
  readonly now: Date;
  readonly conference: { readonly state: ConferenceState };
  readonly category: {
    readonly opensAt: Date | null;
    readonly closesAt: Date | null;
    readonly needsApproval: boolean;
    readonly invitationOnly: boolean;
  };
  /** Whom staff enter, from paper or by phone, is as good as invited. */
  readonly isInvited: boolean;
  /** A right to this very category, of an invitation or a delegation, holds also before it opens and after it shuts by its own times. */
  readonly opensCategory: boolean;
}

/** The place that a registration asks for: held while staff decide, confirmed where there is nothing to decide. A conference that is closed is closed, whoever asks. */
export function placeFor(s: SubmitStanding): 'HELD' | 'CONFIRMED' | SubmitRefusal {
  const times = s.opensCategory ? { opensAt: null, closesAt: null } : s.category;
  const refusal = refusalOfStanding(categoryStandingAt(times, s.conference, s.now));
  if (refusal !== undefined) return refusal;
  if (s.category.invitationOnly && !s.isInvited && !s.opensCategory) return refuse('registration.invitation-needed');
  return s.category.needsApproval ? 'HELD' : 'CONFIRMED';
}

function refusalOfStanding(standing: CategoryStanding): SubmitRefusal | undefined {
  switch (standing) {
    case 'NOT_YET': return refuse('registration.not-open');
    case 'CLOSED': return refuse('registration.closed');
    case 'OPEN': return undefined;
  }
}

/** Where a submitted registration goes once its place or its turn in the line is known. */
export function stateAfter(outcome: 'PLACE' | 'LINE', place: 'HELD' | 'CONFIRMED'): 'CONFIRMED' | 'IN_REVIEW' | 'WAITLISTED' {
  if (outcome === 'LINE') return 'WAITLISTED';
  return place === 'HELD' ? 'IN_REVIEW' : 'CONFIRMED';
}

/** One move, or why the table forbids it. */
export function moveOr(from: RegistrationState, to: RegistrationState, by: Mover): RegistrationState | Refusal<'registration.move-not-allowed'> {
  return isLegal(from, to, by) ? to : refuse('registration.move-not-allowed', { state: from, to });
}

interface EditStanding {
  readonly state: RegistrationState;
  readonly now: Date;
  readonly conference: { readonly state: ConferenceState; readonly editableUntil: Date | null; readonly startsOn: string; readonly timeZone: string };
  readonly byStaff: boolean;
}

/**
 * Whether what was filled in may still be changed: a draft until the conference is put away, a registration until the
 * deadline (the first day's beginning where none is set); staff may correct it after that as well.
 */
export function editingOf(s: EditStanding): 'ALLOWED' | Refusal<'registration.not-editable' | 'registration.edit-deadline-passed'> {
  if (s.state === 'DECLINED' || s.state === 'CANCELLED' || s.state === 'WITHDRAWN') return refuse('registration.not-editable', { state: s.state });
  if (s.conference.state === 'ARCHIVED') return refuse('registration.not-editable', { state: s.state });
  if (s.state === 'DRAFT' || s.byStaff || s.now < editDeadline(s.conference)) return 'ALLOWED';
  return refuse('registration.edit-deadline-passed');
}

export function isEditable(s: EditStanding): boolean {
  return !isRefusal(editingOf(s));
}

/** Until when delegates may edit. */
export function editDeadline(conference: EditStanding['conference']): Date {
  if (conference.editableUntil !== null) return conference.editableUntil;
  const begin = instantOf(`${conference.startsOn}T00:00`, conference.timeZone);
  // Midnight is skipped in a few zones on one day of the year: the day then begins an hour later.
  const dayBegin = begin instanceof Date ? begin : instantOf(`${conference.startsOn}T01:00`, conference.timeZone);
  if (!(dayBegin instanceof Date)) throw new Error(`${conference.startsOn} has no beginning in ${conference.timeZone}`);
  return dayBegin;
}

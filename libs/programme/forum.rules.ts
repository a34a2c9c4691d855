import { isSlug, localizedTextProblems, refuse } from '#kernel';
import type { FieldProblem, LocalizedText, Refusal } from '#kernel';
import { capacityProblems } from './capacity.js';
import type { ForumAdmission } from './forum.entity.js';

interface ForumTexts {
  readonly title?: LocalizedText | undefined;
  readonly description?: LocalizedText | null | undefined;
}

/** Longest time for which a freed place may be offered: four weeks, in minutes. */
export const LONGEST_OFFER_MINUTES = 40_320;

/** What is wrong with a forum to be made. Where one signs up, the number of places is needed; with open doors there is none. */
export function newForumProblems(input: ForumTexts & {
  readonly slug: string;
  readonly admission: ForumAdmission;
  readonly capacity?: number | null | undefined;
  readonly waitlistLimit?: number | null | undefined;
  readonly offerMinutes: number;
}): FieldProblem[] {
  return [
    ...(isSlug(input.slug) ? [] : [{ path: 'slug', code: 'key-malformed' }]),
    ...localizedTextProblems('title', input.title, 'line', true),
    ...localizedTextProblems('description', input.description, 'page'),
    ...forumCapacityProblems(input.admission, input.capacity),
    ...lineProblems(input.waitlistLimit, input.offerMinutes),
  ];
}

/** What is wrong with the number of places of a forum. */
export function forumCapacityProblems(admission: ForumAdmission, capacity: number | null | undefined): FieldProblem[] {
  if (admission === 'OPEN_DOORS') return capacity == null ? [] : [{ path: 'capacity', code: 'forum.open-doors' }];
  return capacity == null ? [{ path: 'capacity', code: 'required' }] : capacityProblems('capacity', capacity);
}

function lineProblems(waitlistLimit: number | null | undefined, offerMinutes: number): FieldProblem[] {
  return [
    ...(waitlistLimit != null && waitlistLimit < 0 ? [{ path: 'waitlistLimit', code: 'too-small', data: { min: 0 } }] : []),
    ...(offerMinutes < 1 ? [{ path: 'offerMinutes', code: 'too-small', data: { min: 1 } }] : []),
    ...(offerMinutes > LONGEST_OFFER_MINUTES ? [{ path: 'offerMinutes', code: 'too-large', data: { max: LONGEST_OFFER_MINUTES } }] : []),
  ];
}

/** What is wrong with changes to a forum's texts. */
export function forumTextProblems(input: ForumTexts): FieldProblem[] {
  return [
    ...localizedTextProblems('title', input.title, 'line', input.title !== undefined),
    ...localizedTextProblems('description', input.description, 'page'),
  ];
}

/** Whether a forum can still be chosen: not once its last session is over. One without sessions yet can. */
export function mayChoose(sessions: readonly { readonly endsAt: Date }[], now: Date): Refusal<'forum.over'> | undefined {
  return sessions.length > 0 && sessions.every((session) => session.endsAt <= now) ? refuse('forum.over') : undefined;
}

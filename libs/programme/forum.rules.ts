import { hasForbiddenCharacters, isId, isSlug, localizedTextProblems, refuse } from '#kernel';
import type { CategoryId, FieldProblem, LocalizedText, Refusal } from '#kernel';
import { capacityProblems } from './capacity.js';
import type { Forum, ForumAdmission } from './forum.entity.js';

interface ForumTexts {
  readonly audience?: Forum['audience'] | undefined;
  readonly categoryIds?: readonly CategoryId[] | undefined;
  readonly sender?: string | null | undefined;
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
    ...audienceProblems(input),
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
    ...audienceProblems(input),
  ];
}

const LONGEST_SENDER = 100;

function audienceProblems({ audience, categoryIds = [], sender }: ForumTexts): FieldProblem[] {
  return [
    ...(audience === 'CATEGORIES' && categoryIds.length === 0 ? [{ path: 'categoryIds', code: 'required' }] : []),
    ...categoryIds.flatMap((id, index) => (isId(id) ? [] : [{ path: `categoryIds.${index}`, code: 'unknown' }])),
    ...(sender != null && sender.length > LONGEST_SENDER ? [{ path: 'sender', code: 'too-long', data: { max: LONGEST_SENDER } }] : []),
    ...(sender != null && hasForbiddenCharacters(sender) ? [{ path: 'sender', code: 'forbidden-characters' }] : []),
  ];
}

/** Whether a forum can still be chosen: not once its last session is over. One without sessions yet can. */
export function mayChoose(sessions: readonly { readonly endsAt: Date }[], now: Date): Refusal<'forum.over'> | undefined {
  return sessions.length > 0 && sessions.every((session) => session.endsAt <= now) ? refuse('forum.over') : undefined;
}

/** Whether a forum is open to a registration of that category, or to it as its guest. */
export function mayAttend(forum: Pick<Forum, 'audience' | 'categoryIds'>, categoryId: CategoryId, isGuest: boolean): Refusal<'forum.not-for-category' | 'forum.guests-only'> | undefined {
  if (forum.audience === 'CATEGORIES' && !forum.categoryIds.includes(categoryId)) return refuse('forum.not-for-category');
  return forum.audience === 'GUESTS' && !isGuest ? refuse('forum.guests-only') : undefined;
}

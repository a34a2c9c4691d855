import type { FieldProblem } from '#kernel';
import type { Conference } from './conference.entity.js';
import { dateAfter } from './shift.rules.js';

/** Days for which documents are kept after the last day, where nobody chose otherwise. */
export const DOCUMENTS_KEPT_DAYS = 30;
/** Nobody needs the number of a passport for more than a year after the conference that it was given for. */
export const MOST_DAYS_KEPT = 365;

export function keptDaysProblems(days: number): readonly FieldProblem[] {
  if (days < 1) return [{ path: 'documentsKeptDays', code: 'too-small', data: { min: 1 } }];
  return days > MOST_DAYS_KEPT ? [{ path: 'documentsKeptDays', code: 'too-large', data: { max: MOST_DAYS_KEPT } }] : [];
}

/**
 * Whether travel documents and uploaded files are kept no longer: so many whole days have gone by after the last day.
 * @param today YYYY-MM-DD in the conference's zone
 */
export function areDocumentsPast({ endsOn, documentsKeptDays }: Pick<Conference, 'endsOn' | 'documentsKeptDays'>, today: string): boolean {
  return today > endsOn && today > dateAfter(endsOn, documentsKeptDays);
}

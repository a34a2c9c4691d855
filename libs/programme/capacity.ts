import type { FieldProblem } from '#kernel';

/** More than any hall takes: above it a number is a slip of the hand. */
export const LARGEST_CAPACITY = 1_000_000;

/** What is wrong with a number of places. */
export function capacityProblems(path: string, capacity: number): FieldProblem[] {
  if (!Number.isInteger(capacity) || capacity < 1) return [{ path, code: 'too-small', data: { min: 1 } }];
  return capacity > LARGEST_CAPACITY ? [{ path, code: 'too-large', data: { max: LARGEST_CAPACITY } }] : [];
}

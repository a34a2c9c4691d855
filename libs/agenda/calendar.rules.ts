import type { SubjectRef } from './subjects.js';

/** A place that a person has, or had. */
export interface HeldOrPast extends SubjectRef {
  readonly isHeld: boolean;
  readonly timesGivenBack: number;
  readonly givenBackAt: Date | null;
}

/**
 * SEQUENCE of an entry in a personal calendar (RFC 5545, 3.8.7.4): it rises with each change of the thing itself, and with
 * each giving back and taking again of the place, so that a calendar never keeps what came before.
 */
export function sequenceOf(version: number, { isHeld, timesGivenBack }: Pick<HeldOrPast, 'isHeld' | 'timesGivenBack'>): number {
  return version + 2 * timesGivenBack - (isHeld || timesGivenBack === 0 ? 0 : 1);
}

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { holdsPlace, isLegal, isLive, legalMoves, movers, movesFrom, registrationStates } from './registration.status.js';
import type { Mover, RegistrationState } from './registration.status.js';

describe('the table of moves', () => {
  it('ends where a registration was declined, cancelled or withdrawn', () => {
    for (const from of ['DECLINED', 'CANCELLED', 'WITHDRAWN'] as const) {
      for (const by of movers) expect(movesFrom(from, by)).toEqual([]);
      expect(legalMoves.some((move) => move.from.includes(from))).toBe(false);
    }
  });

  it('leaves nobody in SUBMITTED but for an instant, and lets only the house sort', () => {
    expect(legalMoves.filter((move) => move.from.includes('SUBMITTED')).every((move) => move.by.join() === 'SYSTEM')).toBe(true);
  });

  it('gives approval and declining to staff alone, withdrawing to the delegate alone', () => {
    expect(isLegal('IN_REVIEW', 'CONFIRMED', 'DELEGATE')).toBe(false);
    expect(isLegal('CONFIRMED', 'DECLINED', 'DELEGATE')).toBe(false);
    expect(isLegal('CONFIRMED', 'WITHDRAWN', 'STAFF')).toBe(false);
    expect(isLegal('CONFIRMED', 'CANCELLED', 'DELEGATE')).toBe(false);
  });

  it('says what can be done from each state', () => {
    expect(movesFrom('DRAFT', 'DELEGATE')).toEqual(['SUBMIT', 'WITHDRAW']);
    expect(movesFrom('IN_REVIEW', 'STAFF')).toEqual(['APPROVE', 'DECLINE', 'CANCEL']);
    expect(movesFrom('CONFIRMED', 'STAFF')).toEqual(['DECLINE', 'CANCEL']);
    expect(movesFrom('WAITLISTED', 'STAFF')).toEqual(['DECLINE', 'CANCEL']);
    expect(movesFrom('CONFIRMED', 'DELEGATE')).toEqual(['WITHDRAW']);
  });

  it('lets no walk along it return from an end, and confirms nobody who was never submitted', () => {
    const step = fc.record({ to: fc.constantFrom(...registrationStates), by: fc.constantFrom(...movers) });
    fc.assert(fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const walk = walked(steps);
      const ends = walk.findIndex((state) => !isLive(state) && state !== 'DRAFT');
      expect(ends === -1 || ends === walk.length - 1).toBe(true);
      const confirmed = walk.indexOf('CONFIRMED');
      expect(confirmed === -1 || walk.slice(0, confirmed).includes('SUBMITTED')).toBe(true);
    }));
  });

  it('holds a place in review and when confirmed, and in no other state', () => {
    expect(registrationStates.filter(holdsPlace)).toEqual(['IN_REVIEW', 'CONFIRMED']);
  });
});

/** The states that a registration passes when of all these wishes only the legal ones are granted. */
function walked(steps: readonly { to: RegistrationState; by: Mover }[]): readonly RegistrationState[] {
  const states: RegistrationState[] = [];
  for (const { to, by } of steps) if (isLegal(states.at(-1) ?? null, to, by)) states.push(to);
  return states;
}

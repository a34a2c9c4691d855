import { describe, expect, it } from '@jest/globals';
import { kindName, LETTER_KINDS, letterKind } from './letter-kinds.js';

describe('the kinds of letters that the console names', () => {
  it('are each there once, with a name of their own', () => {
    expect(new Set(LETTER_KINDS.map((kind) => kindName(kind))).size).toBe(LETTER_KINDS.length);
    expect(letterKind('registration.confirmed')).toBe('registration.confirmed');
  });

  it('may be fewer than there are: a kind newer than the page is a letter', () => {
    expect([letterKind('visits.tomorrow'), kindName('visits.tomorrow')]).toEqual([undefined, 'console.letter.other']);
  });
});

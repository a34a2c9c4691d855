import { describe, expect, it } from '@jest/globals';
import { afterMove, allowedMoves, conferenceMoves, conferenceStates, isPublic } from './conference.status.js';

describe('moves of a conference', () => {
  it('are these and no others', () => {
    const table = Object.fromEntries(conferenceStates.map((state) => [state, allowedMoves(state)]));
    expect(table).toEqual({ DRAFT: ['PUBLISH'], PUBLISHED: ['OPEN', 'ARCHIVE'], OPEN: ['CLOSE'], CLOSED: ['OPEN', 'ARCHIVE'], ARCHIVED: [] });
  });

  it('lead somewhere exactly where they are allowed, and never back into the dark', () => {
    for (const state of conferenceStates) {
      for (const move of conferenceMoves) {
        const after = afterMove(state, move);
        expect(after !== undefined).toBe(allowedMoves(state).includes(move));
        if (after !== undefined) expect(isPublic(after)).toBe(true);
      }
    }
  });
});

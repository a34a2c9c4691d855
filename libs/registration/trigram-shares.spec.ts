import { describe, expect, it } from '@jest/globals';
import { sharesIn } from './trigram-shares.js';

describe('how common a trigram is', () => {
  it('is counted once a text, and what no text has is taken for half of what one has', () => {
    const shareOf = sharesIn([' wang lagos lagos', ' okafor lagos', ' wang', ' nobody']);
    expect(['lag', 'wan', 'kaf', 'xyz'].map(shareOf)).toEqual([0.5, 0.5, 0.25, 0.125]);
    expect(sharesIn([])('lag')).toBe(1);
  });
});

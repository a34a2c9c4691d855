import { describe, expect, it } from '@jest/globals';
import { seldom } from './seldom.js';

describe('seldom', () => {
  it('tells the first fault at once, then counts those between', () => {
    let at = 0;
    const told: [unknown, number][] = [];
    const onFault = seldom(10_000, (fault, keptBack) => told.push([fault, keptBack]), () => at);
    for (at = 0; at < 25_000; at += 100) onFault(at);
    expect(told).toEqual([[0, 0], [10_000, 99], [20_000, 99]]);
  });
});

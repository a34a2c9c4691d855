import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hostRegionFor, nextHostRegion } from './rotation.rules.js';

describe('the region whose turn it is', () => {
  it('begins with the first and follows the last edition', () => {
    expect(nextHostRegion(['Chongqing', 'Sichuan'], [])).toBe('Chongqing');
    expect(nextHostRegion(['Chongqing', 'Sichuan'], ['Chongqing'])).toBe('Sichuan');
    expect(nextHostRegion(['Chongqing', 'Sichuan'], ['Sichuan', 'Chongqing'])).toBe('Chongqing');
  });

  it('is nobody where there is no rotation', () => {
    expect(nextHostRegion([], ['Chongqing'])).toBeNull();
  });

  it('passes over an edition that went elsewhere, and follows one that was held out of turn', () => {
    expect(nextHostRegion(['Chongqing', 'Sichuan'], ['Guizhou', 'Chongqing'])).toBe('Sichuan');
    expect(nextHostRegion(['A', 'B', 'C'], ['C', 'A'])).toBe('A');
  });

  it('gives each region its turn in every round', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 4 }), (rotation, rounds) => {
      const hosts: string[] = [];
      for (let n = 0; n < rotation.length * rounds; n += 1) hosts.unshift(nextHostRegion(rotation, hosts) ?? '');
      expect(hosts.reverse()).toEqual(Array.from({ length: rounds }, () => rotation).flat());
    }));
  });
});

describe('the region that hosts', () => {
  it('is another one only for a reason', () => {
    expect(hostRegionFor('Sichuan', null, null)).toEqual({ hostRegion: 'Sichuan', hostOverrideReason: null });
    expect(hostRegionFor('Sichuan', 'Guizhou', null)).toEqual([{ path: 'hostOverrideReason', code: 'conference.override-unexplained', data: { next: 'Sichuan' } }]);
    expect(hostRegionFor('Sichuan', 'Guizhou', 'Floods')).toEqual({ hostRegion: 'Guizhou', hostOverrideReason: 'Floods' });
  });

  it('needs no reason where it is the one whose turn it is, or where nobody takes turns', () => {
    expect(hostRegionFor('Sichuan', 'Sichuan', 'Habit')).toEqual({ hostRegion: 'Sichuan', hostOverrideReason: null });
    expect(hostRegionFor(null, 'Guizhou', null)).toEqual({ hostRegion: 'Guizhou', hostOverrideReason: null });
    expect(hostRegionFor(null, null, null)).toEqual([{ path: 'hostRegion', code: 'required' }]);
  });
});

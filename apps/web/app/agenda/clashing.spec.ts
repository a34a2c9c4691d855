import { describe, expect, it } from '@jest/globals';
import { clashesOf, nearestFitting } from './clashing.js';

const at = (name: string, from: string, to: string) => ({ name, startsAt: `2026-06-01T${from}:00Z`, endsAt: `2026-06-01T${to}:00Z` });
const ports = at('ports', '10:30', '12:00');

describe('what would clash', () => {
  it.each([['09:00', '10:30', 0], ['09:00', '10:31', 1], ['12:00', '13:00', 0], ['11:00', '11:30', 1], ['10:00', '13:00', 1]] as const)('from %s to %s: %i', (from, to, count) => {
    expect(clashesOf([ports], at('wanted', from, to))).toHaveLength(count);
  });

  it('compares instants, however they are written', () => {
    expect(clashesOf([{ startsAt: '2026-06-01T18:30:00+08:00', endsAt: '2026-06-01T20:00:00+08:00' }], at('wanted', '11:00', '11:30'))).toHaveLength(1);
  });

  it('names the nearest that fit', () => {
    const choices = [at('dawn', '06:00', '07:00'), at('morning', '09:00', '10:00'), at('noon', '11:30', '12:30'), at('evening', '13:00', '14:00')];
    expect(nearestFitting(choices, [ports], at('wanted', '11:00', '12:00')).map(({ name }) => name)).toEqual(['morning', 'evening']);
  });
});

import { describe, expect, it } from '@jest/globals';
import { bucketsOf } from './buckets.js';

const day = (text: string, submitted = 1, confirmed = 0) => ({ day: text, submitted, confirmed });
const total = (days: readonly { submitted: number }[]): number => days.reduce((sum, { submitted }) => sum + submitted, 0);

describe('bars of registrations', () => {
  it('are days, those without any included', () => {
    expect(bucketsOf([day('2026-02-27', 3, 1), day('2026-03-02', 2)])).toEqual({
      step: 'day', buckets: [day('2026-02-27', 3, 1), day('2026-02-28', 0), day('2026-03-01', 0), day('2026-03-02', 2)],
    });
  });

  it('are weeks from Monday where days are many, months where weeks are; nothing is lost', () => {
    const weeks = [day('2026-01-01', 5), day('2026-01-04', 2), day('2026-01-05', 1), day('2026-06-01', 4)];
    expect(bucketsOf(weeks)).toMatchObject({ step: 'week' });
    expect(bucketsOf(weeks).buckets.slice(0, 2)).toEqual([day('2025-12-29', 7), day('2026-01-05', 1)]);
    expect(total(bucketsOf(weeks).buckets)).toBe(12);
    const years = [day('2024-01-31', 5), day('2026-02-28', 2)];
    expect(bucketsOf(years)).toMatchObject({ step: 'month' });
    expect(bucketsOf(years).buckets).toHaveLength(26);
    expect(total(bucketsOf(years).buckets)).toBe(7);
  });

  it('are none where nothing was handed in', () => {
    expect(bucketsOf([]).buckets).toEqual([]);
  });
});

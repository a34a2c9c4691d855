import { describe, expect, it } from '@jest/globals';
import { areDocumentsPast, keptDaysProblems } from './retention.rules.js';

describe('the days that documents are kept', () => {
  const june = { endsOn: '2026-06-03', documentsKeptDays: 30 };

  it('are whole days after the last one', () => {
    expect(['2026-05-01', '2026-06-03', '2026-06-04', '2026-07-03'].filter((today) => areDocumentsPast(june, today))).toEqual([]);
    expect(areDocumentsPast(june, '2026-07-04')).toBe(true);
    expect(areDocumentsPast({ ...june, documentsKeptDays: 1 }, '2026-06-05')).toBe(true);
    expect(areDocumentsPast({ endsOn: '2027-12-31', documentsKeptDays: 60 }, '2028-02-29')).toBe(false);
    expect(areDocumentsPast({ endsOn: '2027-12-31', documentsKeptDays: 60 }, '2028-03-01')).toBe(true);
  });

  it('are one to a year', () => {
    expect([1, 30, 365].flatMap(keptDaysProblems)).toEqual([]);
    expect([0, 366].flatMap(keptDaysProblems)).toEqual([
      { path: 'documentsKeptDays', code: 'too-small', data: { min: 1 } }, { path: 'documentsKeptDays', code: 'too-large', data: { max: 365 } },
    ]);
  });
});

import { expect, it } from '@jest/globals';
import { categoryOpenAt, categoryStandingAt } from './category.rules.js';

const at = (hour: number): Date => new Date(Date.UTC(2026, 5, 1, hour));
const window = { opensAt: at(9), closesAt: at(17) };
const open = { state: 'OPEN' } as const;

it('opens and closes with the conference, within its own times', () => {
  expect([8, 9, 16, 17].map((hour) => categoryStandingAt(window, open, at(hour)))).toEqual(['NOT_YET', 'OPEN', 'OPEN', 'CLOSED']);
  expect(categoryOpenAt({ opensAt: null, closesAt: null }, open, at(3))).toBe(true);
  for (const state of ['DRAFT', 'PUBLISHED'] as const) expect(categoryStandingAt(window, { state }, at(12))).toBe('NOT_YET');
  for (const state of ['CLOSED', 'ARCHIVED'] as const) expect(categoryStandingAt(window, { state }, at(12))).toBe('CLOSED');
});

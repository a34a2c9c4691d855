import { describe, expect, it } from '@jest/globals';
import { isId, newId } from './ids.js';

describe('new ids', () => {
  it('are of version 7 and its variant, and say when they were made (RFC 9562, 5.7)', () => {
    const before = Date.now();
    const id = newId<'Person'>();
    expect(isId(id)).toBe(true);
    expect(id).toMatch(/^.{14}7.{4}[89ab]/);
    const made = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
    expect(made).toBeGreaterThanOrEqual(before);
    expect(made).toBeLessThanOrEqual(Date.now());
  });

  it('rise, also within a millisecond, and share no ending', () => {
    const ids = Array.from({ length: 5_000 }, () => newId<'Person'>());
    expect(ids).toEqual(ids.toSorted());
    expect(new Set(ids.map((id) => id.slice(-12))).size).toBe(ids.length);
  });
});

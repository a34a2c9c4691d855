import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeCursor, pageOf } from './page.js';

/** The rows after a cursor as a store reads them: one more than asked. */
function read(all: readonly number[], first: number, after?: string): readonly number[] {
  const last = after === undefined ? -1 : Number(decodeCursor(after, 1)?.[0]);
  return all.filter((n) => n > last).slice(0, first + 1);
}

describe('pages', () => {
  it('hold everything once, and say that they are whole only where one page holds all', () => {
    fc.assert(fc.property(fc.nat(30), fc.integer({ min: 1, max: 12 }), (count, first) => {
      const all = Array.from({ length: count }, (_, n) => n);
      const seen: number[] = [];
      let after: string | undefined;
      do {
        const page = pageOf(read(all, first, after), { first, after }, (n) => [n]);
        expect(page.isWhole).toBe(after === undefined && count <= first);
        seen.push(...page.items.map(({ node }) => node));
        after = page.hasNextPage ? page.items.at(-1)?.cursor : undefined;
      } while (after !== undefined);
      expect(seen).toEqual(all);
    }));
  });
});

import { describe, expect, it } from '@jest/globals';
import { pageOf } from '#kernel';
import { connection } from './connection.js';

const countedAs = async (rows: readonly string[], request: { first: number; after?: string }): Promise<number | 'counted'> => {
  const { totalCount } = connection(pageOf(rows, request, (row) => [row]), () => Promise.resolve(7), (row) => row);
  return typeof totalCount === 'number' ? totalCount : await totalCount() === 7 ? 'counted' : 0;
};

describe('how many there are in all', () => {
  it('is known where the first page holds all, and asked for where it does not', async () => {
    expect(await countedAs(['a', 'b'], { first: 2 })).toBe(2);
    expect(await countedAs([], { first: 2 })).toBe(0);
    expect(await countedAs(['a', 'b', 'c'], { first: 2 })).toBe('counted');
    expect(await countedAs(['b'], { first: 2, after: 'WyJhIl0' })).toBe('counted');
  });
});

import { describe, expect, it } from '@jest/globals';
import { Batches } from './batches.js';

describe('batches', () => {
  it('gathers those who come in the same turn, and those who come meanwhile', async () => {
    const sizes: number[] = [];
    const batches = new Batches(async (items: readonly number[]) => {
      sizes.push(items.length);
      await new Promise((resolve) => setTimeout(resolve, 5));
      return items.map((item) => item * 2);
    }, 4);
    const first = batches.ask(1);
    await new Promise((resolve) => setImmediate(resolve));
    const answers = await Promise.all([first, ...[2, 3, 4, 5, 6, 7].map((item) => batches.ask(item))]);
    expect(answers).toEqual([2, 4, 6, 8, 10, 12, 14]);
    expect(sizes).toEqual([1, 4, 2]);
  });

  it('tells each caller of a failed batch, and goes on with the next', async () => {
    let calls = 0;
    const batches = new Batches((items: readonly string[]) => {
      calls += 1;
      return calls === 1 ? Promise.reject(new Error('connection lost')) : Promise.resolve(items);
    });
    await expect(batches.ask('first')).rejects.toThrow('connection lost');
    expect(await batches.ask('second')).toBe('second');
  });
});

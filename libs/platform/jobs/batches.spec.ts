import { setTimeout as pause } from 'node:timers/promises';
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

  const crowd = async (isPatient: boolean): Promise<number[]> => {
    const sizes: number[] = [];
    const batches = new Batches(async (items: readonly number[]) => {
      sizes.push(items.length);
      await pause(20);
      return items;
    }, 200, { isPatient });
    // One comes first, so that it is out of step with the others; each comes again a little after its answer.
    const first = batches.ask(0);
    await pause(2);
    const again = async (item: number, asked: Promise<number>): Promise<void> => {
      await asked;
      for (let time = 0; time < 4; time += 1) {
        await pause(2);
        await batches.ask(item);
      }
    };
    await Promise.all([again(0, first), ...Array.from({ length: 40 }, (_, item) => again(item, batches.ask(item)))]);
    return sizes;
  };

  it('lets nobody go alone again and again beside a crowd, where they are patient', async () => {
    expect((await crowd(false)).filter((size) => size === 1).length).toBeGreaterThan(3);
    expect((await crowd(true)).filter((size) => size === 1)).toEqual([1]);
  });

  it('has as many under way as may be, the second one only with half as many as the last brought', async () => {
    const ends: (() => void)[] = [];
    const sizes: number[] = [];
    const batches = new Batches(async (items: readonly number[]) => {
      sizes.push(items.length);
      await new Promise<void>((resolve) => { ends.push(resolve); });
      return items;
    }, 200, { atOnce: 2, isPatient: true });
    const ask = async (count: number): Promise<void> => {
      for (let n = 0; n < count; n += 1) void batches.ask(n);
      await pause(2);
    };
    await ask(1);
    await ask(40);
    await ask(3);
    expect(sizes).toEqual([1, 40]);
    ends[0]?.();
    await pause(2);
    expect(sizes).toEqual([1, 40, 3]);
    ends[1]?.();
    await ask(5);
    expect(sizes).toEqual([1, 40, 3]);
    await ask(15);
    expect(sizes).toEqual([1, 40, 3, 20]);
    for (const end of ends) end();
  });

  it('keeps a lone caller, and one after a crowd that is gone, waiting no longer than half as long as the crowd took', async () => {
    const batches = new Batches(async (items: readonly number[]) => {
      await pause(items.length > 1 ? 100 : 0);
      return items;
    }, 200, { isPatient: true });
    // Two timers of one process: what holds the machine up holds up both.
    const isAnsweredWithin = (milliseconds: number): Promise<boolean> => Promise.race([batches.ask(1).then(() => true), pause(milliseconds, false)]);
    for (let time = 0; time < 3; time += 1) expect(await isAnsweredWithin(45)).toBe(true);
    const began = performance.now();
    await Promise.all([1, 2, 3, 4].map((item) => batches.ask(item)));
    expect(await isAnsweredWithin((performance.now() - began) / 2 + 45)).toBe(true);
    expect(await isAnsweredWithin(45)).toBe(true);
  });
});

import { afterEach, describe, expect, it } from '@jest/globals';
import { describeWhere, hasRedis, startHouse, startRedis } from '#testkit';
import type { House } from '#testkit';
import { engineOf, runDemo, sumsIn } from './demo-run.js';

const LONG = 600_000;
const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
}, 60_000);

async function house(environment: Readonly<Record<string, string>> = {}): Promise<House> {
  const started = await startHouse({ environment });
  closing.push(() => started.house.close());
  return started.house;
}

const editionIn = (said: string): string | undefined => /([a-z]+-\d{4}-\w+): hosted by/.exec(said)?.[1];

/** The numbers in a row of the closing table. */
function figuresIn(said: string, row: string): readonly number[] {
  const line = said.split('\n').find((one) => one.startsWith(`  ${row} `)) ?? '';
  return line.slice(row.length + 2).trim().split(/\s+/).map(Number);
}

describe('the demo, with BullMQ on PostgreSQL', () => {
  it('plays a conference of 520 delegates whose sums tie out, and another edition when run again', async () => {
    const home = await house();
    const first = await runDemo(home, 520).ended;
    expect(first).toEqual({ code: 0, said: expect.stringContaining('everything ties out') });
    expect(engineOf(home)).toBe('postgres');
    expect(figuresIn(first.said, 'countries and regions')).toEqual([112]);
    expect(first.said).toContain('names written in: Han, Arabic, Cyrillic, Thai, Devanagari, Hangul, Hiragana, Katakana, Latin');
    const [, taken = 0, offered = 0, waiting = 0] = figuresIn(first.said, 'visit chengdu-pandas, day 3, 07:30');
    expect({ seats: taken + offered, hasLine: waiting > 10 }).toEqual({ seats: 18, hasLine: true });
    expect(figuresIn(first.said, 'agenda.place-offered')[0]).toBeGreaterThan(10);
    expect(figuresIn(first.said, 'all')[2]).toBeGreaterThan(8);
    expect(first.said).toMatch(/programme released, 0 to tell; nobody was written to/);
    expect(first.said).toMatch(/a session was moved in the draft; nobody was written to/);
    const released = figuresIn(first.said, 'programme.released')[0] ?? 0;
    expect(first.said).toMatch(new RegExp(`1 difference to the release; a release would tell ${released} [^]*programme released again, ${released} to tell; letters: ${released} programme\\.released\n`));
    expect(released).toBeGreaterThan(30);
    expect(first.said).toMatch(/4 more seats to the pandas; letters: 4 agenda\.place-offered\n/);
    expect(first.said).toMatch(/the last in the line for the pandas goes first; letters: 1 agenda\.turn-moved\n/);
    expect(first.said).toMatch(/[1-9]\d* of 12 swapped their seat in one step[^]*visits\.swapped/);
    expect(first.said).toMatch(/a departure was cancelled; letters: \d+ visits\.departure-cancelled\n/);
    expect(first.said).toMatch(/[1-9]\d* of \d+ took another departure by the letter's link; letters: [^\n]*visits\.booked/);
    const second = await runDemo(home, 40).ended;
    expect(second.code).toBe(0);
    expect(editionIn(second.said)).not.toBe(editionIn(first.said));
  }, LONG);
});

describeWhere(hasRedis(), 'redis-server is not installed')('the demo, with BullMQ on Redis', () => {
  it('plays a conference of 60 delegates whose sums tie out', async () => {
    const redis = await startRedis();
    closing.push(() => redis.stop());
    const home = await house({ REDIS_URL: redis.url });
    const { code, said } = await runDemo(home, 60).ended;
    expect({ code, wrong: sumsIn(said).wrong, tail: said.slice(-300) }).toMatchObject({ code: 0, wrong: [] });
    expect(engineOf(home)).toBe('redis');
  }, LONG);
});

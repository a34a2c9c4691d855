import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '#identity';
import type { Actor } from '#identity';
import { isRefusal } from '#kernel';
import type { ConferenceId, Refusal } from '#kernel';
import type { RegistrationRef } from './register-delegate.js';
import { detailsOf, Reception } from './testing/reception.js';

let reception: Reception;
beforeAll(async () => { reception = await Reception.open({ connections: 16 }); });
afterAll(async () => {
  expect(await reception.broken()).toEqual([]);
  await reception.close();
});

/** `count` calls, at most `lanes` of them under way at a time, as a server's request queue would have them. */
async function crowd<T>(count: number, lanes: number, call: (n: number) => Promise<T>): Promise<T[]> {
  const answers: T[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let n = next++; n < count; n = next++) answers[n] = await call(n);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return answers;
}

/** How many answers there are of each kind: `ok`, or the code of the refusal. */
function tally(answers: readonly (RegistrationRef | Refusal)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const answer of answers) {
    const kind = isRefusal(answer) ? answer.refused : 'ok';
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

const byState = async (conferenceId: ConferenceId): Promise<Record<string, number>> => {
  const rows = await reception.query<{ state: string; n: number }>('SELECT state, count(*)::int AS n FROM registration WHERE conference_id = $1 GROUP BY state', [conferenceId]);
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
};

/** Everybody from an address of their own, entered by staff, so that the crowd is of different people. */
const enter = (conferenceId: ConferenceId, n: number, key?: string): Promise<RegistrationRef | Refusal> => reception.register(systemActor, {
  conferenceId, onBehalf: { email: `delegate-${n}@example.org`, origin: 'API' }, details: detailsOf('Delegate', `Number ${n}`),
}, key);

describe('2,000 at once for 100 places', () => {
  it('are 100 confirmed, 50 in a line of 50, and the rest refused', async () => {
    const { id } = await reception.conference();
    await reception.category(id, { capacity: 100, waitlistLimit: 50 });
    const answers = await crowd(2_000, 64, (n) => enter(id, n));
    expect(tally(answers)).toEqual({ 'ok': 150, 'places.line-full': 1_850 });
    expect(await byState(id)).toEqual({ CONFIRMED: 100, WAITLISTED: 50 });
  }, 120_000);
});

describe('the same person', () => {
  it('who presses the button 50 times is registered once', async () => {
    const { id } = await reception.conference();
    const actor = await reception.signedIn('hasty@example.org');
    const answers = await Promise.all(Array.from({ length: 50 }, () => reception.register(actor, { conferenceId: id })));
    expect(tally(answers)).toEqual({ 'ok': 1, 'registration.exists': 49 });
  });

  it('whose document is used from 50 addresses at once is registered once', async () => {
    const { id } = await reception.conference();
    const travelDocument = { kind: 'PASSPORT' as const, number: 'E 1234-5678', issuedBy: 'CN' };
    const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => reception.register(systemActor, {
      conferenceId: id, onBehalf: { email: `clerk-${n}@example.org`, origin: 'PAPER' }, details: detailsOf('Chen', `Spelling ${n}`, { travelDocument }),
    })));
    expect(tally(answers)).toEqual({ 'ok': 1, 'registration.exists': 49 });
  });
});

describe('one idempotency key', () => {
  it('50 times at once is one registration and one answer', async () => {
    const { id } = await reception.conference();
    const answers = await Promise.all(Array.from({ length: 50 }, () => enter(id, 1, 'key-1')));
    expect(tally(answers)).toEqual({ ok: 50 });
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await byState(id)).toEqual({ CONFIRMED: 1 });
  });

  it('does its work through its row: without it the same test fails', async () => {
    const loose = await Reception.open({ guards: { idempotencyRow: false } });
    try {
      const { id } = await loose.conference();
      const actor: Actor = await loose.signedIn('control@example.org');
      const answers = await Promise.all(Array.from({ length: 10 }, () => loose.register(actor, { conferenceId: id }, 'key-1')));
      expect(tally(answers)).not.toEqual({ ok: 10 });
    } finally {
      await loose.close();
    }
  });

  it('answers a repetition even when registration has closed meanwhile, and refuses other content', async () => {
    const { id } = await reception.conference();
    const first = await enter(id, 7, 'key-7');
    await reception.moveConference(id, 'CLOSE');
    expect(await enter(id, 7, 'key-7')).toEqual(first);
    expect(await enter(id, 8, 'key-7')).toMatchObject({ refused: 'idempotency.conflict' });
  });
});

describe('one address', () => {
  it('manages as many people as are allowed, however many it sends at once', async () => {
    const { id } = await reception.conference({ personsPerAccount: 5 });
    const secretary = await reception.signedIn('secretary@example.org');
    const answers = await Promise.all(Array.from({ length: 30 }, (_, n) => reception.register(secretary, { conferenceId: id, details: detailsOf('Guest', `Number ${n}`) })));
    expect(tally(answers)).toEqual({ 'ok': 5, 'registration.too-many': 25 });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountActor, Accounts } from '#identity';
import type { Actor } from '#identity';
import type { OfferId, RegistrationId } from '#kernel';
import { RegisterDelegate, WithdrawRegistration } from '#registration';
import { AcceptOffer, DeclineOffer } from './index.js';
import { Day, done } from './testing/day.js';

const SEATS = 50;
let day: Day;
let agency: Actor;
beforeAll(async () => {
  day = await Day.open({ personsPerAccount: 400 });
  agency = accountActor(await day.work.run((tx) => day.get(Accounts).findOrCreate(tx, 'agency@example.org', { locale: 'en' })));
  await day.category('guest', { capacity: SEATS });
});
afterAll(async () => {
  expect(await day.broken()).toEqual([]);
  await day.close();
});

async function register(number: number): Promise<RegistrationId> {
  return done(await day.get(RegisterDelegate).run(agency, {
    conferenceId: day.conference.id, category: 'guest', joinLine: true,
    details: { names: { latinFamily: 'Okafor', latinGiven: `Chidi ${number}` }, locale: 'en', consents: [{ key: 'privacy', textVersion: '2026-01' }] },
  })).registrationId;
}

async function deadlocks(): Promise<number> {
  // Backends hand in their figures at most once a second, when they are next used.
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  await Promise.all(Array.from({ length: 16 }, () => day.query('SELECT pg_sleep(0.05), pg_stat_force_next_flush()')));
  const [row] = await day.query<{ n: number }>('SELECT deadlocks::int AS n FROM pg_stat_database WHERE datname = current_database()');
  return row?.n ?? 0;
}

describe('an agency that declines offers and hands in registrations at the same time', () => {
  it('never waits in a circle', async () => {
    const first: RegistrationId[] = [];
    for (let number = 0; number < SEATS * 2; number += 1) first.push(await register(number));
    for (const id of first.slice(0, SEATS)) done(await day.get(WithdrawRegistration).run(agency, { id }));
    const offers = await day.query<{ id: OfferId }>("SELECT id FROM offer WHERE state = 'OPEN'");
    expect(offers).toHaveLength(SEATS);
    await Promise.all(offers.flatMap(({ id }, index) => [day.get(DeclineOffer).run(agency, { offerId: id }).then(done), register(1_000 + index)]));
    expect(await deadlocks()).toBe(0);
    expect(await day.query('SELECT state, count(*)::int AS n FROM offer WHERE id = ANY($1::uuid[]) GROUP BY state', [offers.map(({ id }) => id)]))
      .toEqual([{ state: 'DECLINED', n: SEATS }]);
    const [offer] = offers;
    if (offer === undefined) throw new Error('nothing was offered');
    expect(await day.get(AcceptOffer).run(agency, { offerId: offer.id, giveUp: [] })).toMatchObject({ refused: 'offer.unknown' });
    done(await day.get(DeclineOffer).run(agency, { offerId: offer.id }));
  }, 60_000);
});

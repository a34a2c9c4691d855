import { afterEach, describe, expect, it } from '@jest/globals';
import type { DepartureId } from '#kernel';
import { startMailbox, startRedis } from '#testkit';
import { BookForParty, CancelBooking } from '#visits';
import { CoachPark, done } from '../../libs/visits/testing/coach-park.js';
import type { Delegate } from '../../libs/visits/testing/coach-park.js';
import { RealWorkers, threeMinutesOn } from './real-workers.js';
import { ENGINES, until } from './trial-bench.js';

const HOUR_MS = 3_600_000;
const DEPARTURES = 5;
const SETTLED_MS = 120_000;

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
}, 60_000);

/** The wall clock of the conference, some days from now. */
const wall = (days: number, time: string): string => `${new Date(Date.now() + days * 24 * HOUR_MS).toISOString().slice(0, 10)}T${time}`;
/** The same for a moment in hours from now, in Asia/Shanghai, which keeps one offset. */
const inHours = (hours: number): string => new Date(Date.now() + (hours + 8) * HOUR_MS).toISOString().slice(0, 16);

describe.each(ENGINES)('a worker that was killed, and comes back late, with BullMQ on %s', (engine) => {
  it('ends offers and holds, counts minima and reminds of conference and papers late, once each, not never and not twice', async () => {
    const park = await CoachPark.open({ startsOn: wall(2, '').slice(0, 10), endsOn: wall(5, '').slice(0, 10) });
    closing.push(() => park.close());
    const mailbox = await startMailbox();
    closing.push(() => mailbox.stop());
    const redis = engine === 'redis' ? await startRedis() : undefined;
    if (redis !== undefined) closing.push(() => redis.stop());
    // Three hours ago, when no worker ran.
    park.clock.moveTo(new Date(Date.now() - 3 * HOUR_MS));
    const expected = await whatFallsDue(park);
    const workers = new RealWorkers({ databaseUrl: park.database.url, smtpUrl: mailbox.smtpUrl, redisUrl: redis?.url });
    closing.push(() => workers.close());
    for (let deaths = 0; deaths < 3; deaths += 1) {
      const before = await letters(park);
      const worker = workers.start();
      await until(async () => (await letters(park)) > before, 60_000, 'a worker to do something').catch((fault: unknown) => { if (deaths === 0) throw fault; });
      await workers.kill(worker);
      await threeMinutesOn((sql) => park.query(sql));
    }
    workers.start();
    park.clock.moveTo(new Date());
    await until(() => atRest(park), SETTLED_MS, 'all that was due to be done').catch(async (fault: unknown) => {
      throw new Error(`left: ${JSON.stringify(await park.query('SELECT name, due_at, dispatched_at, starts, failures, failure FROM outbox ORDER BY id LIMIT 10'))}`, { cause: fault });
    });
    expect(await told(park)).toEqual(expected);
    expect(await park.query('SELECT kind, registration_id FROM message GROUP BY kind, registration_id HAVING count(*) > 1')).toEqual([]);
    expect(await park.query('SELECT state, count(*)::int AS n FROM offer GROUP BY state ORDER BY state')).toEqual([{ state: 'EXPIRED', n: DEPARTURES }, { state: 'OPEN', n: 2 * DEPARTURES }]);
    expect(await park.query("SELECT state, count(*)::int AS n FROM departure WHERE minimum IS NOT NULL GROUP BY state ORDER BY state")).toEqual([{ state: 'CANCELLED', n: 1 }, { state: 'CERTAIN', n: 1 }]);
    expect(await park.broken()).toEqual([]);
    const ids = (await mailbox.mails()).map(({ messageId }) => messageId);
    expect(ids.length).toBe(new Set(ids).size);
  }, 240_000);
});

/** Letters by kind and reader that must be there in the end: each pair once. An offer may have ended before anybody could tell of it. */
type Told = Readonly<Record<string, number>>;

/** What falls due while no worker runs: offers, holds, minima and the reminder of the conference. */
async function whatFallsDue(park: CoachPark): Promise<Told> {
  const expected: Record<string, number> = {};
  const writes = (kind: string, { registrationId }: Delegate): void => { expected[`${kind} ${registrationId}`] = 1; };
  const everyone: Delegate[] = [];
  const delegate = async (): Promise<Delegate> => {
    const one = await park.delegate();
    everyone.push(one);
    return one;
  };
  const departure = async (changes: object): Promise<DepartureId> => park.departure('09:00', '11:00', { startsAt: wall(4, '09:00'), endsAt: wall(4, '11:00'), capacity: 1, offerMinutes: 60, ...changes });
  for (let n = 0; n < DEPARTURES; n += 1) {
    const offered = await departure({});
    const [leaves, lets, next] = [await delegate(), await delegate(), await delegate()];
    for (const one of [leaves, lets, next]) done(await park.book(one, offered, true));
    done(await park.get(CancelBooking).run(leaves.actor, { registrationId: leaves.registrationId, departureId: offered }));
    writes('agenda.offer-expired', lets);
    writes('agenda.place-offered', next);
    const heldOne = await departure({});
    const [holds, waits] = [await delegate(), await delegate()];
    done(await park.get(BookForParty).run(holds.actor, { departureId: heldOne, travellers: [{ registrationId: holds.registrationId }], companions: [], joinLine: false, holdMinutes: 30 }));
    done(await park.book(waits, heldOne, true));
    writes('visits.hold-expired', holds);
    writes('agenda.place-offered', waits);
  }
  const plan = { capacity: 10, minimum: 2, minimumBy: inHours(-1) };
  const [enough, tooFew] = [await departure(plan), await departure(plan)];
  for (let n = 0; n < 3; n += 1) {
    const goes = await delegate();
    done(await park.book(goes, enough));
    writes('visits.departure-certain', goes);
  }
  const stays = await delegate();
  done(await park.book(stays, tooFew));
  writes('visits.departure-cancelled', stays);
  const papers = await departure({ visitId: await park.visit({ identityNeeds: ['PHONE'], identityHours: 72 }) });
  const noPhone = await delegate();
  done(await park.book(noPhone, papers));
  writes('visits.identity-due', noPhone);
  for (const one of everyone) writes('agenda.reminder', one);
  return expected;
}

async function told(park: CoachPark): Promise<Told> {
  const rows = await park.query<{ what: string; n: number }>(`
    SELECT kind || ' ' || registration_id AS what, count(*)::int AS n FROM message
    WHERE kind IN ('agenda.place-offered', 'agenda.offer-expired', 'visits.hold-expired', 'visits.departure-certain', 'visits.departure-cancelled', 'visits.identity-due', 'agenda.reminder')
      AND NOT (kind = 'agenda.place-offered' AND registration_id IN (SELECT holder_id FROM offer WHERE state = 'EXPIRED'))
    GROUP BY 1`);
  return Object.fromEntries(rows.map(({ what, n }) => [what, n]));
}

async function letters(park: CoachPark): Promise<number> {
  const [row] = await park.query<{ n: number }>("SELECT count(*)::int AS n FROM message WHERE kind LIKE 'agenda.%' OR kind IN ('visits.hold-expired', 'visits.departure-certain', 'visits.departure-cancelled')");
  return row?.n ?? 0;
}

/** Nothing is due any more, and what follows from it was done; all are reminded, since that is one sweep's last. */
async function atRest(park: CoachPark): Promise<boolean> {
  const [row] = await park.query<{ open: number }>(`
    SELECT (SELECT count(*)::int FROM outbox WHERE failed_at IS NULL AND (due_at <= now() OR name NOT LIKE 'mail.%'))
      + (SELECT count(*)::int FROM offer WHERE state = 'OPEN' AND expires_at <= now()) + (SELECT count(*)::int FROM place WHERE expires_at <= now())
      + (SELECT count(*)::int FROM departure WHERE state = 'PLANNED' AND minimum_by <= now())
      + (SELECT 1 - count(*)::int FROM identity_reminder)
      + (SELECT count(*)::int FROM registration r WHERE NOT EXISTS (SELECT 1 FROM reminder WHERE registration_id = r.id)) AS open`);
  return row?.open === 0;
}

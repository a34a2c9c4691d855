import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '#identity';
import type { ForumId, PoolId } from '#kernel';
import { PlacesGuards, Pools, tooClose, TravelTimes } from '#places';
import { looseGuards } from '#testkit';
import { ForumTimes } from './forum-times.js';
import { CreateRoom, CreateVenue, DraftProgrammes, PreviewRelease, Programmes, ReleaseProgramme, TellRelease } from './index.js';
import { done, Stage } from './testing/stage.js';

let stage: Stage;
beforeAll(async () => { stage = await Stage.open(); });
afterAll(() => stage.close());

const release = async () => done(await stage.get(ReleaseProgramme).run(systemActor, { conferenceId: stage.conference.id }));
const on = (from: string, to: string) => ({ startsAt: `2026-06-01T${from}`, endsAt: `2026-06-01T${to}` });

async function venueWithRoom() {
  const { venueId } = done(await stage.get(CreateVenue).run(systemActor, { conferenceId: stage.conference.id, name: { en: 'A house' } }));
  return { venueId, roomId: done(await stage.get(CreateRoom).run(systemActor, { venueId, name: { en: 'A room' }, capacity: 200 })).roomId };
}

describe('what a release is foretold to do', () => {
  it('counts people who would have too little time for the way between two venues, as the release then does', async () => {
    const [here, there] = [await venueWithRoom(), await venueWithRoom()];
    await stage.work.run((tx) => stage.get(TravelTimes).plan(tx, stage.conference.id, { otherwise: 0, between: [{ site: here.venueId, otherSite: there.venueId, minutes: 40 }] }));
    const [one, two] = [await stage.forum(), await stage.forum()];
    done(await stage.schedule({ forumId: one, roomId: here.roomId, ...on('09:00', '10:00') }));
    const { sessionId } = done(await stage.schedule({ forumId: two, roomId: there.roomId, ...on('10:45', '11:30') }));
    await release();
    const both = await stage.delegate();
    for (const forumId of [one, two]) done(await stage.choose(both, forumId));
    // Nothing overlaps; half an hour is less than the way.
    const { warnings } = done(await stage.schedule({ id: sessionId, forumId: two, roomId: there.roomId, ...on('10:30', '11:15') }));
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'programme.agendas-clash', people: [both.registrationId] }));
    expect(await stage.get(PreviewRelease).of(stage.work.reader, stage.conference)).toMatchObject({ people: 1, clashing: 1 });
    const { releaseId } = await release();
    await stage.get(TellRelease).run(releaseId, null);
    expect(await stage.query("SELECT props->'clashes' AS clashes FROM message WHERE registration_id = $1 AND kind = 'programme.released'", [both.registrationId])).toEqual([{ clashes: true }]);
    done(await stage.schedule({ id: sessionId, forumId: two, roomId: there.roomId, ...on('10:40', '11:15') }));
    expect(await stage.get(PreviewRelease).of(stage.work.reader, stage.conference)).toMatchObject({ people: 1, clashing: 0 });
    await release();
  });

  it('decides about any two things as the database does', async () => {
    const plan = await stage.get(TravelTimes).of(stage.work.reader, stage.conference.id);
    const sites = [null, ...plan.between.flatMap(({ site, otherSite }) => [site, otherSite]), 'elsewhere'];
    const minute = (n: number): Date => new Date(Date.UTC(2026, 5, 1, 0, n));
    for (let from = -60; from <= 60; from += 5) {
      for (const site of sites) {
        const [one, other] = [{ startsAt: minute(100), endsAt: minute(120), site: sites[1] ?? null }, { startsAt: minute(110 + from), endsAt: minute(115 + from), site }];
        const [row] = await stage.query<{ close: boolean }>(
          "SELECT too_close($1, tstzrange($2, $3, '[)'), $4, tstzrange($5, $6, '[)'), $7) AS close", [stage.conference.id, one.startsAt, one.endsAt, one.site, other.startsAt, other.endsAt, other.site]);
        expect({ from, site, close: tooClose(plan, one, other) }).toEqual({ from, site, close: row?.close });
      }
    }
  });
});

describe('choosing a forum at the moment in which it is moved', () => {
  it('gets a letter with the new time, since whoever moved it has told only those who were there', async () => {
    const forumId = await stage.forumAt('17:00', '17:30');
    await release();
    const [session] = await stage.get(Programmes).sessionsOf(stage.work.reader, [forumId]);
    const late = await stage.delegate();
    let choosing: Promise<unknown> = Promise.resolve();
    await stage.work.run(async (tx) => {
      await tx.query('SELECT 1 FROM pool WHERE id = (SELECT pool_id FROM forum WHERE id = $1) FOR NO KEY UPDATE', [forumId]);
      choosing = stage.choose(late, forumId);
      await untilSomeoneWaits();
      await tx.query("UPDATE shown_session SET starts_at = starts_at + interval '1 hour', ends_at = ends_at + interval '1 hour', version = version + 1 WHERE id = $1", [session?.id]);
    });
    await choosing;
    const [letter] = await stage.query<{ startsAt: string }>("SELECT props#>>'{sessions,0,startsAt}' AS \"startsAt\" FROM message WHERE registration_id = $1 AND kind = 'programme.forum-place'", [late.registrationId]);
    expect(letter?.startsAt).toBe('2026-06-01T10:00:00.000Z');
  });
});

describe('moving many forums at once', () => {
  /**
   * Someone who has a place in the second pool holds the registration's lock and then wants the first pool, as every
   * sign-up does. @returns how often the move had to be begun, and whether the other had to give way
   */
  async function movedAgainstASignUp(guards: PlacesGuards): Promise<{ tries: number; gaveWay: boolean }> {
    const forums = await stage.get(Programmes).forums(stage.work.reader, await twoForums());
    const [first, second] = forums.toSorted((one, other) => (one.poolId < other.poolId ? -1 : 1));
    const delegate = await stage.delegate();
    if (first === undefined || second === undefined) throw new Error('too few forums');
    done(await stage.choose(delegate, second.id));
    const times = new ForumTimes(stage.get(Pools), stage.get(Programmes), guards);
    const signUp = stage.database.source.createQueryRunner();
    let tries = 0;
    let moving: Promise<unknown> = Promise.resolve();
    try {
      await signUp.startTransaction();
      await signUp.query('SELECT 1 FROM holder WHERE registration_id = $1 FOR NO KEY UPDATE', [delegate.registrationId]);
      moving = stage.work.run((tx) => {
        tries += 1;
        return times.renewAll(tx, forums);
      });
      await untilSomeoneWaits();
      const gaveWay = await signUp.query('SELECT 1 FROM pool WHERE id = $1 FOR NO KEY UPDATE', [first.poolId satisfies PoolId]).then(() => false, () => true);
      await (gaveWay ? signUp.rollbackTransaction() : signUp.commitTransaction());
      await moving;
      return { tries, gaveWay };
    } finally {
      await signUp.release();
    }
  }

  it('waits for whoever is signing up, and nobody has to give way', async () => {
    expect(await movedAgainstASignUp(new PlacesGuards())).toEqual({ tries: 1, gaveWay: false });
  });

  it('would end in a deadlock if it did not lock all people before the first pool', async () => {
    const { tries, gaveWay } = await movedAgainstASignUp(looseGuards({ holdersFirst: false }));
    expect(tries > 1 || gaveWay).toBe(true);
  });

  async function twoForums(): Promise<ForumId[]> {
    const made = [await stage.forumAt('13:00', '13:30'), await stage.forumAt('14:00', '14:30')];
    await release();
    expect(await stage.get(DraftProgrammes).forums(stage.work.reader, made)).toHaveLength(2);
    return made;
  }
});

async function untilSomeoneWaits(): Promise<void> {
  const waits = async (): Promise<boolean> => {
    const [row] = await stage.database.source.query<{ n: number }[]>("SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'");
    return (row?.n ?? 0) > 0;
  };
  for (let tries = 0; !await waits(); tries += 1) {
    if (tries > 500) throw new Error('nobody waits for a lock');
    await pause(10);
  }
}

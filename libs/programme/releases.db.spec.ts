import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountActor, systemActor } from '#identity';
import { newId } from '#kernel';
import type { ForumId, SessionId } from '#kernel';
import { Places } from '#places';
import fc from 'fast-check';
import {
  CreateForum, DraftDifferences, DraftProgrammes, LeaveForum, PreviewRelease, ProgrammeCalendar, Programmes, ReleaseProgramme, RemoveSession, RollBackProgramme,
  TellRelease, UpdateForum,
} from './index.js';
import type { ProgrammeReleased } from './index.js';
import { code, done, Stage } from './testing/stage.js';
import type { Delegate } from './testing/stage.js';

let stage: Stage;

beforeAll(async () => { stage = await Stage.open(); });
afterAll(() => stage.close());

const release = async (note?: string): Promise<ProgrammeReleased> => done(await stage.get(ReleaseProgramme).run(systemActor, { conferenceId: stage.conference.id, note }));
const rollBack = async (number: number): Promise<ProgrammeReleased> => done(await stage.get(RollBackProgramme).run(systemActor, { conferenceId: stage.conference.id, number }));
const differences = () => stage.get(DraftDifferences).of(stage.work.reader, stage.conference.id);
const sessionsShown = (forumId: ForumId) => stage.get(Programmes).sessionsOf(stage.work.reader, [forumId]);
const tell = async ({ releaseId }: ProgrammeReleased): Promise<number> => stage.get(TellRelease).run(releaseId, null);
const at = (from: string, to: string) => ({ startsAt: `2026-06-01T${from}`, endsAt: `2026-06-01T${to}` });

async function sessionOf(forumId: ForumId): Promise<SessionId> {
  const [session] = await stage.get(DraftProgrammes).sessionsOf(stage.work.reader, [forumId]);
  return session!.id;
}

interface Told {
  readonly locale: string;
  readonly props: { readonly clashes: boolean; readonly changes: readonly { readonly kinds: readonly string[]; readonly forumTitle: object }[] };
}
const toldTo = (delegate: Delegate): Promise<Told[]> =>
  stage.query<Told>("SELECT locale, props FROM message WHERE registration_id = $1 AND kind = 'programme.released' ORDER BY id", [delegate.registrationId]);
const busyOf = async (delegate: Delegate) =>
  (await stage.get(Places).standings(stage.work.reader, [delegate.registrationId])).filter(({ kind }) => kind === 'FORUM').flatMap(({ intervals }) => intervals.map((one) => one.startsAt.toISOString().slice(11, 16)));

/** What readers see, without what a roll-back may not take back: versions and who changed what when. */
async function content(programmes: Programmes): Promise<object> {
  const { forums, sessions, speakers } = await programmes.whole(stage.work.reader, stage.conference.id);
  return {
    forums: forums.map(({ id, title, description }) => ({ id, title, description })).sort((a, b) => a.id.localeCompare(b.id)),
    sessions: sessions.map(({ id, forumId, title, startsAt, endsAt, roomId, kind }) => ({ id, forumId, title, startsAt, endsAt, roomId, kind })),
    speakers: speakers.map(({ sessionId, position, name, role }) => ({ sessionId, position, name, role })),
  };
}

describe('before the first release', () => {
  it('what is edited is shown at once', async () => {
    const forumId = await stage.forumAt('07:00', '07:30');
    expect(await sessionsShown(forumId)).toHaveLength(1);
    expect(await differences()).toEqual([]);
  });
});

describe('after a release', () => {
  it('edits are the draft\'s until the next one, which re-times agendas and tells each person once', async () => {
    const [one, two] = [await stage.forumAt('09:00', '10:00'), await stage.forumAt('10:00', '11:00')];
    const [both, left] = [await stage.delegate('zh-Hans'), await stage.delegate()];
    for (const forumId of [one, two]) done(await stage.choose(both, forumId));
    done(await stage.choose(left, one));
    const first = await release('first');
    expect(first.notified).toBe(0);
    // The two change their times with each other: on the way they would clash, in the end they do not.
    done(await stage.schedule({ id: await sessionOf(one), forumId: one, ...at('10:00', '11:00') }));
    done(await stage.schedule({ id: await sessionOf(two), forumId: two, ...at('09:00', '10:00') }));
    expect((await sessionsShown(one))[0]?.startsAt).toEqual(new Date('2026-06-01T01:00:00Z'));
    expect(await busyOf(both)).toEqual(['01:00', '02:00']);
    expect((await differences()).map(({ kinds, forumId }) => [kinds, forumId])).toEqual([[['RETIMED'], two], [['RETIMED'], one]]);
    expect(await stage.get(PreviewRelease).of(stage.work.reader, stage.conference)).toMatchObject({
      people: 2, clashing: 0, byReason: [{ reason: 'RETIMED', people: 2 }], byLanguage: [{ locale: 'en', people: 1 }, { locale: 'zh-Hans', people: 1 }],
    });
    const second = await release();
    expect(second).toMatchObject({ number: first.number + 1, notified: 2 });
    expect(await differences()).toEqual([]);
    expect((await sessionsShown(one))[0]?.startsAt).toEqual(new Date('2026-06-01T02:00:00Z'));
    done(await stage.get(LeaveForum).run(left.actor, { registrationId: left.registrationId, forumId: one }));
    await Promise.all([tell(second), tell(second), tell(second)]);
    const [letter, ...more] = await toldTo(both);
    expect(more).toEqual([]);
    expect(letter).toMatchObject({ locale: 'zh-Hans', props: { clashes: false, changes: [{ kinds: ['RETIMED'] }, { kinds: ['RETIMED'] }] } });
    expect(await toldTo(left)).toEqual([]);
    expect(await stage.broken()).toEqual([]);
  });

  it('people whose day clashes keep both, are foretold to the editor and told so in their letter', async () => {
    const [one, two] = [await stage.forumAt('12:00', '13:00'), await stage.forumAt('13:00', '14:00')];
    await release();
    const both = await stage.delegate();
    for (const forumId of [one, two]) done(await stage.choose(both, forumId));
    const { warnings } = done(await stage.schedule({ id: await sessionOf(one), forumId: one, ...at('12:30', '13:30') }));
    expect(warnings).toContainEqual({ code: 'programme.agendas-clash', sessionIds: [await sessionOf(one)], values: { people: 1 }, people: [both.registrationId] });
    const released = await release();
    await tell(released);
    expect(await toldTo(both)).toMatchObject([{ props: { clashes: true } }]);
    expect(await busyOf(both)).toEqual(['04:30', '05:00']);
  });

  it('new words are shown and told to nobody; without any change there is no release', async () => {
    const forumId = await stage.forumAt('15:00', '16:00');
    await release();
    done(await stage.choose(await stage.delegate(), forumId));
    const [forum] = await stage.get(DraftProgrammes).forums(stage.work.reader, [forumId]);
    done(await stage.get(UpdateForum).run(systemActor, { id: forumId, version: forum!.version, title: { en: 'Renamed' } }));
    expect((await stage.get(Programmes).forums(stage.work.reader, [forumId]))[0]?.title).not.toEqual({ en: 'Renamed' });
    expect((await release()).notified).toBe(0);
    expect((await stage.get(Programmes).forums(stage.work.reader, [forumId]))[0]?.title).toEqual({ en: 'Renamed' });
    expect(code(await stage.get(ReleaseProgramme).run(systemActor, { conferenceId: stage.conference.id }))).toBe('programme.unchanged');
  });

  it('a forum of the draft cannot be chosen, and what never was public does not come out as cancelled', async () => {
    const forumId = await stage.forumAt('16:00', '17:00');
    const sessionId = await sessionOf(forumId);
    expect(code(await stage.choose(await stage.delegate(), forumId))).toBe('forum.unknown');
    done(await stage.get(RemoveSession).run(systemActor, sessionId));
    await release();
    expect(await stage.get(ProgrammeCalendar).of(stage.work.reader, stage.conference, 'en')).not.toContain(sessionId.slice(0, 30));
  });

  it('is made once of two at the same moment', async () => {
    await stage.forumAt('20:00', '20:10');
    const both = await Promise.all([1, 2].map(() => stage.get(ReleaseProgramme).run(systemActor, { conferenceId: stage.conference.id })));
    expect(both.map(code).filter((one) => one !== undefined)).toEqual(['programme.unchanged']);
  });

  it('is for those who edit the whole programme, not for one forum\'s staff', async () => {
    const { actor } = await stage.delegate();
    expect(code(await stage.get(ReleaseProgramme).run(actor, { conferenceId: stage.conference.id }))).toBe('access.denied');
    const forumId = await stage.forum();
    const ofForum = accountActor({ id: actor.accountId!, email: 'editor@example.org', locale: 'en' }, [{ role: 'PROGRAMME_EDITOR', scopeKind: 'FORUM', scopeId: forumId }]);
    expect(code(await stage.get(ReleaseProgramme).run(ofForum, { conferenceId: stage.conference.id }))).toBe('access.denied');
    expect(code(await stage.get(RollBackProgramme).run(systemActor, { conferenceId: stage.conference.id, number: 10_000 }))).toBe('release.unknown');
  });

  it('is refused while a room is double-booked by a writer whom no constraint stopped', async () => {
    const roomId = await stage.room();
    const [one, two] = [await stage.forum(), await stage.forum()];
    done(await stage.schedule({ forumId: one, roomId, ...at('21:00', '22:00') }));
    const second = done(await stage.schedule({ forumId: two, ...at('21:30', '22:30') }));
    await stage.query('ALTER TABLE session DROP CONSTRAINT session_room_once');
    await stage.query('UPDATE session SET room_id = $1 WHERE id = $2', [roomId, second.sessionId]);
    expect(await stage.get(ReleaseProgramme).run(systemActor, { conferenceId: stage.conference.id })).toMatchObject({ refused: 'programme.blocked', data: { codes: ['programme.room-double-booked'] } });
    await stage.query('UPDATE session SET room_id = NULL WHERE id = $1', [second.sessionId]);
    await stage.query('ALTER TABLE session ADD CONSTRAINT session_room_once EXCLUDE USING gist (conference_id WITH =, room_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (removed_at IS NULL AND room_id IS NOT NULL)');
  });
});

describe('a release while people sign up', () => {
  it('breaks no deadlock, loses nobody, and leaves every agenda at the released times', async () => {
    const forums: ForumId[] = [];
    for (let hour = 0; hour < 4; hour += 1) forums.push(await stage.forumAt(`1${hour}:00`, `1${hour}:50`, { capacity: 1000 }));
    await release();
    const delegates = await stage.delegates(30);
    const deadlocks = async (): Promise<number> => {
      await stage.query('SELECT pg_stat_force_next_flush()');
      const [row] = await stage.query<{ deadlocks: string }>('SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()');
      return Number(row?.deadlocks ?? 0);
    };
    const before = await deadlocks();
    const signUps = delegates.map(async (delegate, index) => {
      for (const offset of [0, 1, 2, 3]) await stage.choose(delegate, forums[(index + offset) % forums.length]!);
    });
    const releases = (async () => {
      for (const minute of ['05', '10', '15']) {
        for (const [hour, forumId] of forums.entries()) {
          done(await stage.schedule({ id: await sessionOf(forumId), forumId, ...at(`1${hour}:${minute}`, `1${hour}:55`) }));
        }
        await release();
      }
    })();
    await Promise.all([...signUps, releases]);
    expect(await deadlocks() - before).toBe(0);
    for (const delegate of delegates) expect(await busyOf(delegate)).toEqual(['02:15', '03:15', '04:15', '05:15']);
    expect(await stage.broken()).toEqual([]);
  }, 120_000);
});

describe('rolling back', () => {
  it('shows what the release showed, takes out what came since, and is known to calendars as later', async () => {
    const roomId = await stage.room();
    const [one, two] = [await stage.forum(), await stage.forum()];
    const speakers = [{ name: { en: 'Li Na' }, role: 'KEYNOTE' as const }];
    const first = done(await stage.schedule({ forumId: one, roomId, speakers, ...at('01:00', '02:00') })).sessionId;
    const second = done(await stage.schedule({ forumId: two, roomId, ...at('02:00', '03:00') })).sessionId;
    const { number } = await release();
    const before = await content(stage.get(Programmes));
    // The two change places in one room, which no single statement could do one after the other.
    done(await stage.schedule({ id: second, forumId: two, roomId: null, ...at('01:00', '02:00') }));
    done(await stage.schedule({ id: first, forumId: one, roomId, speakers: [], ...at('02:00', '03:00') }));
    done(await stage.schedule({ id: second, forumId: two, roomId, ...at('01:00', '02:00') }));
    const added = await stage.forumAt('04:00', '05:00');
    const addedSession = await sessionOf(added);
    await release();
    const delegate = await stage.delegate();
    done(await stage.choose(delegate, added));
    const rolled = await rollBack(number);
    expect(await content(stage.get(Programmes))).toEqual(before);
    expect(await content(stage.get(DraftProgrammes))).toEqual(before);
    await tell(rolled);
    expect(await toldTo(delegate)).toMatchObject([{ props: { changes: [{ kinds: ['REMOVED'] }] } }]);
    expect(await busyOf(delegate)).toEqual([]);
    const calendar = (await stage.get(ProgrammeCalendar).of(stage.work.reader, stage.conference, 'en')).replace(/\r\n[ \t]/g, '').split('BEGIN:VEVENT');
    const [session] = await sessionsShown(one);
    expect(session?.version).toBe(3);
    expect(calendar.find((text) => text.includes(first))).toContain('SEQUENCE:3');
    expect(calendar.find((text) => text.includes(addedSession))).toContain('STATUS:CANCELLED');
    expect(await stage.broken()).toEqual([]);
  });

  type Step = { readonly kind: 'MOVE' | 'REMOVE' | 'ADD' | 'RENAME' | 'RELEASE' | 'ROLL_BACK'; readonly which: number; readonly hour: number };

  it('of any history of edits and releases shows that release again, and leaves no difference', async () => {
    const step = fc.record<Step>({
      kind: fc.constantFrom('MOVE', 'REMOVE', 'ADD', 'RENAME', 'RELEASE', 'ROLL_BACK'), which: fc.nat({ max: 20 }), hour: fc.integer({ min: 0, max: 22 }),
    });
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const forumId = done(await stage.get(CreateForum).run(systemActor, {
        conferenceId: stage.conference.id, slug: `story-${newId()}`, kind: 'THEMATIC', title: { en: 'Story' }, admission: 'SIGN_UP', capacity: 5, offerMinutes: 60,
      })).forumId;
      const shown = new Map<number, object>();
      const remember = async (number: number): Promise<void> => { shown.set(number, await content(stage.get(Programmes))); };
      await remember((await release()).number);
      for (const { kind, which, hour } of steps) {
        const sessions = await stage.get(DraftProgrammes).sessionsOf(stage.work.reader, [forumId]);
        const session = sessions[which % Math.max(1, sessions.length)];
        const times = { startsAt: `2026-06-02T${String(hour).padStart(2, '0')}:00`, endsAt: `2026-06-02T${String(hour + 1).padStart(2, '0')}:00` };
        if (kind === 'ADD' || session === undefined) done(await stage.schedule({ forumId, ...times, speakers: [{ name: { en: `Speaker ${which}` }, role: 'SPEAKER' }] }));
        else if (kind === 'MOVE') done(await stage.schedule({ id: session.id, forumId, ...times }));
        else if (kind === 'RENAME') done(await stage.schedule({ id: session.id, forumId, title: { en: `Title ${which}` }, ...times }));
        else if (kind === 'REMOVE') done(await stage.get(RemoveSession).run(systemActor, session.id));
        else if (kind === 'RELEASE' && (await differences()).length > 0) {
          await remember((await release()).number);
          expect(await differences()).toEqual([]);
        } else if (kind === 'ROLL_BACK') {
          const numbers = [...shown.keys()];
          const number = numbers[which % numbers.length]!;
          const versions = new Map((await sessionsShown(forumId)).map((one) => [one.id, one]));
          const rolled = await rollBack(number);
          expect(await content(stage.get(Programmes))).toEqual(shown.get(number));
          expect(await content(stage.get(DraftProgrammes))).toEqual(shown.get(number));
          expect(await differences()).toEqual([]);
          for (const one of await sessionsShown(forumId)) expect(one.version).toBeGreaterThanOrEqual(versions.get(one.id)?.version ?? 0);
          await remember(rolled.number);
        }
      }
    }), { numRuns: 8 });
  }, 120_000);
});

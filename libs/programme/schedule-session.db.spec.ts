import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountActor, anonymousActor } from '#identity';
import { newId } from '#kernel';
import type { ConferenceId, RoomId } from '#kernel';
import { brokenConstraint } from '#platform';
import { RemoveSession, ScheduleSession, UpdateForum } from './index.js';
import type { SessionScheduled } from './index.js';
import { systemActor } from '#identity';
import { code, done, Stage } from './testing/stage.js';

let stage: Stage;
let room: RoomId;

beforeAll(async () => {
  stage = await Stage.open();
  room = await stage.room();
});
afterAll(() => stage.close());

const at = (from: string, to: string, day = '2026-06-01') => ({ startsAt: `${day}T${from}`, endsAt: `${day}T${to}` });

describe('a room', () => {
  it('is given to one of fifty who want it at the same time', async () => {
    const forums = await Promise.all(Array.from({ length: 50 }, () => stage.forum()));
    const answers = await Promise.all(forums.map((forumId) => stage.schedule({ forumId, roomId: room, ...at('09:00', '10:00') })));
    const [won, ...others] = answers.filter((answer) => code(answer) === undefined);
    expect(others).toEqual([]);
    const lost = answers.filter((answer) => code(answer) !== undefined);
    for (const answer of lost) expect(answer).toMatchObject({ refused: 'programme.room-taken', data: { sessionId: (won as SessionScheduled).sessionId } });
    expect(lost).toHaveLength(49);
  });

  it('is refused by the database to whoever writes without asking', async () => {
    const [held] = await stage.query<{ forum_id: string }>('SELECT forum_id FROM session WHERE room_id = $1', [room]);
    const fault: unknown = await stage.query(
      `INSERT INTO session (id, conference_id, forum_id, room_id, starts_at, ends_at, created_at, changed_at)
       VALUES ($1, $2, $3, $4, '2026-06-01T01:30:00Z', '2026-06-01T01:45:00Z', now(), now())`,
      [newId(), stage.conference.id, held?.forum_id, room],
    ).catch((thrown: unknown) => thrown);
    expect(brokenConstraint(fault)).toBe('session_room_once');
  });

  it('is free again where the one before ends, and after a session was moved or removed', async () => {
    const other = await stage.room();
    const first = done(await stage.schedule({ forumId: await stage.forum(), roomId: other, ...at('09:00', '10:00') }));
    const next = await stage.forum();
    expect(code(await stage.schedule({ forumId: next, roomId: other, ...at('10:00', '11:00') }))).toBeUndefined();
    expect(code(await stage.schedule({ forumId: next, roomId: other, ...at('09:30', '09:45') }))).toBe('programme.room-taken');
    await stage.get(RemoveSession).run(systemActor, first.sessionId);
    expect(code(await stage.schedule({ forumId: next, roomId: other, ...at('09:30', '09:45') }))).toBeUndefined();
  });

  it('of another conference is not known here', async () => {
    expect(code(await stage.schedule({ forumId: await stage.forum(), roomId: newId(), ...at('12:00', '13:00') }))).toBe('room.unknown');
    expect(code(await stage.schedule({ forumId: await stage.forum(), roomId: 'no id' as RoomId, ...at('12:00', '13:00') }))).toBe('room.unknown');
  });
});

describe('scheduling', () => {
  it('keeps what is said on the wall as instants, wherever this machine is', async () => {
    const { sessionId } = done(await stage.schedule({ forumId: await stage.forum(), ...at('09:30', '11:00') }));
    expect(await stage.query('SELECT starts_at, ends_at FROM session WHERE id = $1', [sessionId]))
      .toEqual([{ starts_at: new Date('2026-06-01T01:30:00Z'), ends_at: new Date('2026-06-01T03:00:00Z') }]);
  });

  it('says which field is wrong', async () => {
    const forumId = await stage.forum();
    expect(await stage.schedule({ forumId, ...at('11:00', '10:00') })).toMatchObject({ data: { problems: [{ path: 'endsAt', code: 'time.not-after-start' }] } });
    expect(await stage.schedule({ forumId, startsAt: 'tomorrow', endsAt: '2026-06-01T10:00' })).toMatchObject({ data: { problems: [{ path: 'startsAt', code: 'time.malformed' }] } });
    expect(await stage.schedule({ forumId, startsAt: '2026-06-01T09:00', endsAt: '2026-06-03T10:00' })).toMatchObject({ data: { problems: [{ path: 'endsAt', code: 'time.too-long' }] } });
  });

  it('does not link a speaker to a person who is not there', async () => {
    const speakers = [{ name: { en: 'Li Na' }, role: 'SPEAKER' as const }, { name: { en: 'Li Wei' }, role: 'SPEAKER' as const, personId: newId<'Person'>() }];
    const forumId = await stage.forum();
    expect(await stage.schedule({ forumId, speakers, ...at('06:00', '06:30') })).toMatchObject({ data: { problems: [{ path: 'speakers.1.personId', code: 'unknown' }] } });
    expect(await stage.query('SELECT id FROM session WHERE forum_id = $1', [forumId])).toEqual([]);
  });

  it('does it once for a key', async () => {
    const forumId = await stage.forum();
    const ask = (): ReturnType<Stage['schedule']> => stage.get(ScheduleSession).run(systemActor, { forumId, ...at('08:00', '08:30') }, 'key-1');
    const answers = await Promise.all([ask(), ask(), ask()]);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await stage.query('SELECT id FROM session WHERE forum_id = $1', [forumId])).toHaveLength(1);
  });

  it('warns of a speaker in two places, and of titles that lack a language', async () => {
    const speakers = [{ name: { en: 'Dr. Amina Yusuf' }, role: 'KEYNOTE' as const }];
    const one = done(await stage.schedule({ forumId: await stage.forum(), speakers, ...at('15:00', '16:00', '2026-06-02') }));
    const two = done(await stage.schedule({ forumId: await stage.forum(), title: { en: 'Keynote' }, speakers, ...at('15:30', '16:30', '2026-06-02') }));
    expect(one.warnings).toEqual([]);
    expect(two.warnings.map((warning) => warning.code)).toEqual(['programme.speaker-overlap', 'programme.untranslated-title']);
    expect(two.warnings[0]?.sessionIds).toEqual([one.sessionId, two.sessionId]);
  });

  it('lets only those who may', async () => {
    const forumId = await stage.forum();
    const input = { forumId, ...at('09:00', '10:00', '2026-06-03') };
    expect(code(await stage.schedule(input, anonymousActor('::1', 'en')))).toBe('access.sign-in-needed');
    const { actor } = await stage.delegate();
    expect(code(await stage.schedule(input, actor))).toBe('access.denied');
    const account = { id: actor.accountId!, email: 'editor@example.org', locale: 'en' };
    const elsewhere = accountActor(account, [{ role: 'ORGANISER', scopeKind: 'CONFERENCE', scopeId: newId<'Conference'>() satisfies ConferenceId }]);
    expect(code(await stage.schedule(input, elsewhere))).toBe('access.denied');
    const ofThis = accountActor(account, [{ role: 'PROGRAMME_EDITOR', scopeKind: 'FORUM', scopeId: forumId }]);
    expect(code(await stage.schedule(input, ofThis))).toBeUndefined();
    expect(code(await stage.schedule({ ...input, forumId: await stage.forum() }, ofThis))).toBe('access.denied');
  });
});

describe('two editors at once', () => {
  it('of a session: the second is told that it changed, and when', async () => {
    const forumId = await stage.forum();
    const { sessionId } = done(await stage.schedule({ forumId, ...at('10:00', '11:00') }));
    const move = (from: string, to: string): ReturnType<Stage['schedule']> => stage.schedule({ id: sessionId, forumId, version: 1, ...at(from, to) });
    const answers = await Promise.all([move('11:00', '12:00'), move('12:00', '13:00')]);
    const refused = answers.filter((answer) => code(answer) !== undefined);
    expect(refused).toEqual([{ refused: 'session.changed-meanwhile', data: { sessionId, version: 2, changedAt: stage.clock.now(), changedBy: null } }]);
  });

  it('of a forum: likewise', async () => {
    const id = await stage.forum();
    const update = stage.get(UpdateForum);
    const answers = await Promise.all([update.run(systemActor, { id, version: 1, capacity: 20 }), update.run(systemActor, { id, version: 1, capacity: 30 })]);
    expect(answers.map(code).filter((one) => one !== undefined)).toEqual(['forum.changed-meanwhile']);
  });
});

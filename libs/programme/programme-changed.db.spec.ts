import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '#identity';
import type { ForumId, SessionId } from '#kernel';
import { LeaveForum, ProgrammeCalendar, RemoveSession, TellChange } from './index.js';
import type { ProgrammeChangeId } from './index.js';
import { done, Stage } from './testing/stage.js';
import type { Delegate } from './testing/stage.js';

let stage: Stage;

beforeAll(async () => { stage = await Stage.open(); });
afterAll(() => stage.close());

interface Changed {
  readonly props: { readonly kind: string; readonly before: object | null; readonly after: object | null; readonly clashes: boolean };
  readonly locale: string;
}

const changesOf = async (forumId: ForumId): Promise<ProgrammeChangeId[]> =>
  (await stage.query<{ id: ProgrammeChangeId }>('SELECT id FROM programme_change WHERE forum_id = $1 ORDER BY id', [forumId])).map(({ id }) => id);
const tellAll = async (forumId: ForumId): Promise<void> => {
  for (const id of await changesOf(forumId)) await stage.get(TellChange).run(id, 0);
};
const toldTo = (delegate: Delegate): Promise<Changed[]> =>
  stage.query<Changed>("SELECT props, locale FROM message WHERE registration_id = $1 AND kind = 'programme.changed' ORDER BY id", [delegate.registrationId]);
const sessionOf = async (forumId: ForumId): Promise<SessionId> => {
  const [row] = await stage.query<{ id: SessionId }>('SELECT id FROM session WHERE forum_id = $1', [forumId]);
  return row!.id;
};

describe('a session that is moved', () => {
  it('re-times those who chose its forum, tells each once in their language, and counts whose day clashes now', async () => {
    const [moving, other] = [await stage.forumAt('09:00', '10:00'), await stage.forumAt('11:00', '12:00')];
    const [both, one, none] = [await stage.delegate('zh-Hans'), await stage.delegate(), await stage.delegate()];
    for (const delegate of [both, one]) done(await stage.choose(delegate, moving));
    for (const delegate of [both, none]) done(await stage.choose(delegate, other));
    const room = await stage.room();
    const moved = done(await stage.schedule({
      id: await sessionOf(moving), forumId: moving, roomId: room, startsAt: '2026-06-01T11:30', endsAt: '2026-06-01T12:30',
    }));
    expect(moved.warnings[0]).toEqual({ code: 'programme.agendas-clash', sessionIds: [moved.sessionId], values: { people: 1 } });
    await Promise.all([tellAll(moving), tellAll(moving), tellAll(moving)]);
    const after = { startsAt: '2026-06-01T03:30:00.000Z', endsAt: '2026-06-01T04:30:00.000Z', place: { 'en': 'Great Hall, Expo Centre', 'zh-Hans': '大会堂，国博中心' } };
    const before = { startsAt: '2026-06-01T01:00:00.000Z', endsAt: '2026-06-01T02:00:00.000Z', place: null };
    expect(await toldTo(both)).toMatchObject([{ locale: 'zh-Hans', props: { before, after, clashes: true } }]);
    expect(await toldTo(one)).toMatchObject([{ locale: 'en', props: { before, after, clashes: false } }]);
    expect(await toldTo(none)).toEqual([]);
    expect(await stage.broken()).toEqual([]);
  });

  it('is not told to those who chose it afterwards, nor to those who have left it', async () => {
    const forumId = await stage.forumAt('07:00', '08:00');
    const [leaver, stayer, late] = [await stage.delegate(), await stage.delegate(), await stage.delegate()];
    for (const delegate of [leaver, stayer]) done(await stage.choose(delegate, forumId));
    done(await stage.schedule({ id: await sessionOf(forumId), forumId, startsAt: '2026-06-01T07:30', endsAt: '2026-06-01T08:30' }));
    done(await stage.choose(late, forumId));
    done(await stage.get(LeaveForum).run(leaver.actor, { registrationId: leaver.registrationId, forumId }));
    await tellAll(forumId);
    expect([await toldTo(leaver), await toldTo(late)]).toEqual([[], []]);
    expect((await toldTo(stayer)).map(({ props }) => props.kind)).toEqual(['MOVED']);
  });

  it('calls for letters in the commit of the move, and for none where nobody has chosen its forum', async () => {
    const [chosen, empty] = [await stage.forumAt('05:00', '06:00'), await stage.forumAt('05:00', '06:00')];
    done(await stage.choose(await stage.delegate(), chosen));
    for (const forumId of [chosen, empty]) done(await stage.schedule({ id: await sessionOf(forumId), forumId, startsAt: '2026-06-01T05:30', endsAt: '2026-06-01T06:30' }));
    const recorded = async (forumId: ForumId): Promise<object[]> => stage.query(
      "SELECT 1 FROM outbox WHERE kind = 'fact' AND name = 'programme.changed' AND payload->>'changeId' = ANY($1)", [await changesOf(forumId)]);
    expect(await recorded(chosen)).toHaveLength(1);
    expect(await recorded(empty)).toEqual([]);
  });

  it('in its words only is told to nobody', async () => {
    const forumId = await stage.forumAt('13:00', '14:00');
    const before = await changesOf(forumId);
    done(await stage.schedule({ id: await sessionOf(forumId), forumId, title: { en: 'Another title' }, startsAt: '2026-06-01T13:00', endsAt: '2026-06-01T14:00' }));
    expect(await changesOf(forumId)).toEqual(before);
  });

  it('is told in batches, each of which calls for the next', async () => {
    const forumId = await stage.forumAt('15:00', '16:00', { capacity: 500 });
    const delegates = await stage.delegates(105);
    for (const delegate of delegates) done(await stage.choose(delegate, forumId));
    done(await stage.schedule({ id: await sessionOf(forumId), forumId, startsAt: '2026-06-01T15:30', endsAt: '2026-06-01T16:30' }));
    const changeId = (await changesOf(forumId)).at(-1)!;
    expect(await stage.get(TellChange).run(changeId, 0)).toBe(100);
    const [next] = await stage.query<{ payload: { changeId: ProgrammeChangeId; from: number } }>(
      "SELECT payload FROM outbox WHERE name = 'programme.tell-change' AND payload->>'changeId' = $1", [changeId]);
    expect(await stage.get(TellChange).run(changeId, next!.payload.from)).toBe(5);
    const told = await stage.query("SELECT DISTINCT registration_id FROM message WHERE kind = 'programme.changed' AND unique_key LIKE $1", [`%${changeId}%`]);
    expect(told).toHaveLength(105);
  }, 60_000);
});

describe('a session that goes to another forum', () => {
  it('is removed for those who chose the one, and added for those who chose the other', async () => {
    const [from, to] = [await stage.forumAt('20:00', '21:00'), await stage.forumAt('22:00', '23:00')];
    const [left, joined] = [await stage.delegate(), await stage.delegate()];
    done(await stage.choose(left, from));
    done(await stage.choose(joined, to));
    done(await stage.schedule({ id: await sessionOf(from), forumId: to, startsAt: '2026-06-01T20:00', endsAt: '2026-06-01T21:00' }));
    for (const forumId of [from, to]) await tellAll(forumId);
    expect((await toldTo(left)).map(({ props }) => props.kind)).toEqual(['REMOVED']);
    expect((await toldTo(joined)).map(({ props }) => props.kind)).toEqual(['ADDED']);
    expect(await stage.broken()).toEqual([]);
  });
});

describe('a session that is removed', () => {
  it('frees the time of those who chose it, tells them, and stays in calendars as cancelled', async () => {
    const [removed, other] = [await stage.forumAt('18:00', '19:00'), await stage.forumAt('18:30', '19:30')];
    const delegate = await stage.delegate();
    done(await stage.choose(delegate, removed));
    const id = await sessionOf(removed);
    const calendar = (): Promise<string> => stage.get(ProgrammeCalendar).of(stage.work.reader, stage.conference, 'en');
    expect(await calendar()).toContain(`UID:session-${id}@conference.example.org`.slice(0, 60));
    done(await stage.get(RemoveSession).run(systemActor, id));
    done(await stage.choose(delegate, other));
    await tellAll(removed);
    expect((await toldTo(delegate)).map(({ props }) => props.kind)).toEqual(['REMOVED']);
    const entries = (await calendar()).replace(/\r\n[ \t]/g, '').split('BEGIN:VEVENT');
    const entry = entries.find((text) => text.includes(id));
    expect(entry).toContain('SEQUENCE:2');
    expect(entry).toContain('STATUS:CANCELLED');
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountActor, systemActor } from '#identity';
import { CreateInvitations } from '#invitations';
import { InviteToForum, LeaveForum, MoveSession, Programmes, ScheduleSession, UpdateForum } from './index.js';
import { code, done, Stage } from './testing/stage.js';

let stage: Stage;

beforeAll(async () => { stage = await Stage.open(); });
afterAll(() => stage.close());

const at = (from: string, to: string) => ({ startsAt: `2026-06-01T${from}`, endsAt: `2026-06-01T${to}` });

describe('who may choose a forum', () => {
  it('are its guests, where it has a list of its own; staff of that forum keep it', async () => {
    const forumId = await stage.forum({ audience: 'GUESTS', sender: 'Secretariat of the round table', capacity: 1 });
    const [guest, other] = [await stage.delegate(), await stage.delegate()];
    expect(code(await stage.choose(guest, forumId))).toBe('forum.guests-only');
    const staff = accountActor({ id: other.actor.accountId!, email: 'table@example.org', locale: 'en' }, [{ role: 'PROGRAMME_EDITOR', scopeKind: 'FORUM', scopeId: forumId }]);
    const invite = stage.get(InviteToForum);
    expect(code(await invite.run(other.actor, { forumId, add: [guest.registrationId], remove: [] }))).toBe('access.denied');
    done(await invite.run(staff, { forumId, add: [guest.registrationId, guest.registrationId], remove: [] }));
    done(await stage.choose(guest, forumId));
    expect(code(await stage.choose(other, forumId, true))).toBe('forum.guests-only');
    expect(await stage.query("SELECT from_name FROM message WHERE registration_id = $1 AND kind = 'programme.forum-place'", [guest.registrationId]))
      .toEqual([{ from_name: 'Secretariat of the round table' }]);
    done(await invite.run(staff, { forumId, add: [], remove: [guest.registrationId] }));
    done(await stage.get(LeaveForum).run(guest.actor, { registrationId: guest.registrationId, forumId }));
    expect(code(await stage.choose(guest, forumId))).toBe('forum.guests-only');
  });

  it('are those whose invitation includes it, whatever its audience', async () => {
    const table = await stage.forum({ audience: 'GUESTS' });
    const [row] = await stage.query<{ id: string }>("SELECT id FROM category WHERE conference_id = $1 AND key = 'delegate'", [stage.conference.id]);
    const media = await stage.forum({ audience: 'CATEGORIES', categoryIds: [table as never] });
    const invited = await stage.delegate('en', async (email) => done(await stage.get(CreateInvitations).run(systemActor, {
      conferenceId: stage.conference.id, sendLetters: false, invitations: [{ name: 'Adaeze Okafor', email, categoryId: row!.id as never, forumIds: [table, media] }],
    })));
    for (const forumId of [table, media]) expect(code(await stage.choose(invited, forumId))).toBeUndefined();
    expect(code(await stage.choose(await stage.delegate(), table))).toBe('forum.guests-only');
  });

  it('are delegates of its categories, where it names some', async () => {
    const [row] = await stage.query<{ id: string }>('SELECT id FROM category WHERE conference_id = $1', [stage.conference.id]);
    const delegate = await stage.delegate();
    const mine = await stage.forum({ audience: 'CATEGORIES', categoryIds: [row!.id as never] });
    const others = await stage.forum({ audience: 'CATEGORIES', categoryIds: [mine as never] });
    expect(code(await stage.choose(delegate, others))).toBe('forum.not-for-category');
    expect(code(await stage.choose(delegate, mine))).toBeUndefined();
    expect(await stage.get(UpdateForum).run(systemActor, { id: mine, version: 1, audience: 'CATEGORIES', categoryIds: [] }))
      .toMatchObject({ data: { problems: [{ path: 'categoryIds', code: 'required' }] } });
  });
});

describe('a session that is dragged', () => {
  it('keeps its length, and its second editor is refused', async () => {
    const forumId = await stage.forum();
    const { sessionId } = done(await stage.schedule({ forumId, ...at('09:00', '10:30') }));
    const move = stage.get(MoveSession);
    done(await move.run(systemActor, { id: sessionId, version: 1, startsAt: '2026-06-01T13:15' }));
    const [session] = await stage.get(Programmes).sessionsOf(stage.work.reader, [forumId]);
    expect([session?.startsAt, session?.endsAt]).toEqual([new Date('2026-06-01T05:15:00Z'), new Date('2026-06-01T06:45:00Z')]);
    expect(code(await move.run(systemActor, { id: sessionId, version: 1, startsAt: '2026-06-01T15:00' }))).toBe('session.changed-meanwhile');
    expect(await move.run(systemActor, { id: sessionId, version: 2, startsAt: 'tomorrow' })).toMatchObject({ refused: 'input.invalid' });
    const roomId = await stage.room();
    done(await move.run(systemActor, { id: sessionId, version: 2, roomId }));
    expect((await stage.get(Programmes).sessionsOf(stage.work.reader, [forumId]))[0]).toMatchObject({ roomId, startsAt: session?.startsAt, version: 3 });
  });
});

describe('a break', () => {
  it('is on the programme and occupies nobody, until it is made a talk', async () => {
    const [forumId, other] = [await stage.forum(), await stage.forumAt('16:00', '17:00')];
    const schedule = stage.get(ScheduleSession);
    const { sessionId } = done(await schedule.run(systemActor, { forumId, kind: 'BREAK', ...at('16:00', '17:00') }));
    const delegate = await stage.delegate();
    for (const one of [forumId, other]) done(await stage.choose(delegate, one));
    const { warnings } = done(await schedule.run(systemActor, { id: sessionId, forumId, kind: 'TALK', ...at('16:00', '17:00') }));
    expect(warnings[0]).toMatchObject({ code: 'programme.agendas-clash', values: { people: 1 } });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountActor, anonymousActor } from '#identity';
import { isRefusal } from '#kernel';
import { Places, Pools } from '#places';
import { WithdrawRegistration } from '#registration';
import { ForumOffers, LeaveForum } from './index.js';
import { code, done, Stage } from './testing/stage.js';
import type { Delegate } from './testing/stage.js';

let stage: Stage;

beforeAll(async () => { stage = await Stage.open(); });
afterAll(() => stage.close());

const standingsOf = (delegate: Delegate) => stage.get(Places).standings(stage.work.reader, [delegate.registrationId]);
const forumsOf = async (delegate: Delegate) => (await standingsOf(delegate)).filter((standing) => standing.kind === 'FORUM');
const figuresOf = async (forumId: Parameters<Stage['poolOf']>[0]) => {
  const poolId = await stage.poolOf(forumId);
  return (await stage.get(Pools).figures(stage.work.reader, [poolId])).get(poolId);
};

describe('choosing a forum', () => {
  it('never gives one person two forums at one time, asked 200 times at once', async () => {
    const [one, two] = [await stage.forumAt('09:00', '10:30'), await stage.forumAt('10:00', '11:00')];
    const delegate = await stage.delegate();
    const answers = await Promise.all(Array.from({ length: 200 }, (_, index) => stage.choose(delegate, index % 2 === 0 ? one : two)));
    expect(new Set(answers.map((answer) => (isRefusal(answer) ? 'none' : answer.forumId))).size).toBe(2);
    expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(100);
    expect(new Set(answers.map(code))).toEqual(new Set([undefined, 'agenda.clash']));
    expect(await forumsOf(delegate)).toHaveLength(1);
    expect(await stage.lettersTo(delegate)).toEqual(['programme.forum-place']);
    expect(await stage.broken()).toEqual([]);
  });

  it('sells ten places to ten of 200 contenders', async () => {
    const forumId = await stage.forumAt('14:00', '15:00', { capacity: 10, waitlistLimit: 0 });
    const delegates = await stage.delegates(200);
    const answers = await Promise.all(delegates.map((delegate) => stage.choose(delegate, forumId)));
    expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(10);
    expect(new Set(answers.map(code))).toEqual(new Set([undefined, 'places.no-line']));
    expect(await figuresOf(forumId)).toMatchObject({ taken: 10, remaining: 0, waiting: 0 });
    expect(await stage.broken()).toEqual([]);
  }, 60_000);

  it('names what it clashes with', async () => {
    const [held, wanted] = [await stage.forumAt('16:00', '17:00'), await stage.forumAt('16:30', '17:30')];
    const delegate = await stage.delegate();
    done(await stage.choose(delegate, held));
    expect(await stage.choose(delegate, wanted)).toMatchObject({
      refused: 'agenda.clash', data: { with: [{ kind: 'FORUM', subjectId: held, startsAt: new Date('2026-06-01T08:00:00Z'), endsAt: new Date('2026-06-01T09:00:00Z') }] },
    });
  });

  it('lets one be in a forum that pauses while another is on', async () => {
    const forumId = await stage.forumAt('09:00', '10:00');
    done(await stage.schedule({ forumId, startsAt: '2026-06-01T11:00', endsAt: '2026-06-01T12:00' }));
    const between = await stage.forumAt('10:00', '11:00');
    const delegate = await stage.delegate();
    done(await stage.choose(delegate, forumId));
    expect(code(await stage.choose(delegate, between))).toBeUndefined();
  });

  it('puts a forum with open doors into as many agendas as like', async () => {
    const forumId = await stage.forumAt('18:00', '19:00', { admission: 'OPEN_DOORS', capacity: null });
    const delegates = await stage.delegates(5);
    for (const delegate of delegates) done(await stage.choose(delegate, forumId));
    expect(await figuresOf(forumId)).toMatchObject({ size: null, taken: 5, remaining: null });
  });

  it('again, is what it was, with one letter, having it or waiting for it; an offer must be answered', async () => {
    const forumId = await stage.forumAt('07:00', '07:30', { capacity: 1 });
    const [has, waits] = [await stage.delegate(), await stage.delegate()];
    for (let time = 0; time < 2; time += 1) {
      expect([await stage.choose(has, forumId, true), await stage.choose(waits, forumId, true)]).toMatchObject([{ outcome: 'PLACE' }, { outcome: 'LINE' }]);
    }
    expect([await stage.lettersTo(has), await stage.lettersTo(waits)]).toEqual([['programme.forum-place'], ['programme.forum-waitlisted']]);
    done(await stage.get(LeaveForum).run(has.actor, { registrationId: has.registrationId, forumId }));
    expect(await stage.choose(waits, forumId, true)).toMatchObject({ refused: 'places.already', data: { state: 'OFFERED' } });
  });

  it('is done once for a key, and answers a repetition alike', async () => {
    const forumId = await stage.forumAt('20:00', '21:00');
    const delegate = await stage.delegate();
    const answers = await Promise.all(Array.from({ length: 5 }, () => stage.choose(delegate, forumId, true, 'key')));
    for (const answer of answers) expect(answer).toEqual({ registrationId: delegate.registrationId, forumId, outcome: 'PLACE' });
    expect(await stage.lettersTo(delegate)).toEqual(['programme.forum-place']);
  });

  it('is for its own account, and for staff who may enter registrations', async () => {
    const forumId = await stage.forumAt('07:00', '08:00');
    const [delegate, stranger] = [await stage.delegate(), await stage.delegate()];
    expect(code(await stage.choose({ ...delegate, actor: stranger.actor }, forumId))).toBe('access.denied');
    expect(code(await stage.choose({ ...delegate, actor: anonymousActor('::1', 'en') }, forumId))).toBe('access.sign-in-needed');
    const desk = accountActor({ id: stranger.actor.accountId!, email: 'desk@example.org', locale: 'en' }, [
      { role: 'REGISTRATION_DESK', scopeKind: 'CONFERENCE', scopeId: stage.conference.id }]);
    expect(code(await stage.choose({ ...delegate, actor: desk }, forumId))).toBeUndefined();
  });

  it('is over when the forum is, and only for those who are confirmed', async () => {
    const forumId = await stage.forumAt('05:00', '06:00');
    const delegate = await stage.delegate();
    stage.clock.moveTo(new Date('2026-05-31T22:00:00Z'));
    expect(code(await stage.choose(delegate, forumId))).toBe('forum.over');
    stage.clock.moveTo(new Date('2026-03-02T08:00:00Z'));
    await stage.get(WithdrawRegistration).run(delegate.actor, { id: delegate.registrationId });
    expect(code(await stage.choose(delegate, forumId))).toBe('registration.not-confirmed');
  });
});

describe('leaving a forum', () => {
  it('hands the place on as an offer, each step with its letter', async () => {
    const forumId = await stage.forumAt('12:00', '13:00', { capacity: 1 });
    const [holder, waiting] = [await stage.delegate(), await stage.delegate('zh-Hans')];
    done(await stage.choose(holder, forumId));
    expect(done(await stage.choose(waiting, forumId, true))).toMatchObject({ outcome: 'LINE' });
    expect(await forumsOf(waiting)).toMatchObject([{ state: 'WAITING', position: 1 }]);
    expect(done(await stage.get(LeaveForum).run(holder.actor, { registrationId: holder.registrationId, forumId }))).toMatchObject({ was: 'PLACE' });
    expect(await forumsOf(waiting)).toMatchObject([{ state: 'OFFERED', offer: { expiresAt: new Date('2026-03-02T09:00:00Z') } }]);
    expect(await stage.lettersTo(holder)).toEqual(['programme.forum-place', 'programme.forum-left']);
    expect(await stage.lettersTo(waiting)).toEqual(['programme.forum-waitlisted']);
    expect(code(await stage.get(LeaveForum).run(holder.actor, { registrationId: holder.registrationId, forumId }))).toBe('forum.not-chosen');
    expect(await stage.broken()).toEqual([]);
  });

  it('by withdrawing altogether frees the place in the same commit', async () => {
    const forumId = await stage.forumAt('22:00', '23:00', { capacity: 1 });
    const [holder, waiting] = [await stage.delegate(), await stage.delegate()];
    done(await stage.choose(holder, forumId));
    done(await stage.choose(waiting, forumId, true));
    done(await stage.get(WithdrawRegistration).run(holder.actor, { id: holder.registrationId }));
    expect(await forumsOf(holder)).toEqual([]);
    expect(await forumsOf(waiting)).toMatchObject([{ state: 'OFFERED' }]);
  });

  it('that was offered: the one who accepts is told that the place is certain', async () => {
    const forumId = await stage.forumAt('06:00', '07:00', { capacity: 1 });
    const [holder, next] = [await stage.delegate(), await stage.delegate()];
    done(await stage.choose(holder, forumId));
    done(await stage.choose(next, forumId, true));
    done(await stage.get(LeaveForum).run(holder.actor, { registrationId: holder.registrationId, forumId }));
    const [offered] = await forumsOf(next);
    await stage.work.run(async (tx) => {
      const { placeId } = done(await stage.get(Places).acceptOffer(tx, offered!.offer!.id, { giveUp: [], state: 'CONFIRMED' }));
      const of = await stage.registrationOf(next);
      expect(await stage.get(ForumOffers).mayAccept(tx, forumId, of)).toBeUndefined();
      await stage.get(ForumOffers).accepted(tx, forumId, of, placeId);
    });
    expect(await stage.lettersTo(next)).toEqual(['programme.forum-waitlisted', 'programme.forum-place']);
  });
});

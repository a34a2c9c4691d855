import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anonymousActor, systemActor } from '#identity';
import type { Actor, Role } from '#identity';
import { isRefusal, newId } from '#kernel';
import type { DepartureId, PoolId } from '#kernel';
import { Places, Pool, turnSkipped, waitingLine } from '#places';
import { LeaveForum } from '#programme';
import { AcceptOffer, MoveInLine, OverrideClash, SetCapacity, TellTurnSkipped } from '../index.js';
import { Day, done } from '../testing/day.js';
import type { Delegate } from '../testing/day.js';

let day: Day;
beforeAll(async () => { day = await Day.open(); });
afterAll(async () => {
  expect(await day.broken()).toEqual([]);
  await day.close();
});

const poolOf = async (subjectId: string): Promise<PoolId> => (await day.database.source.manager.findOneByOrFail(Pool, { subjectId })).id;
const staff = (role: Role, scopeId: string = day.conference.id): Actor => ({ ...anonymousActor('203.0.113.9', 'en'), kind: 'ACCOUNT', grants: [{ role, scopeKind: 'CONFERENCE', scopeId }] });
const deeds = async (action: string, subjectId: string): Promise<unknown[]> =>
  (await day.query<{ data: unknown }>('SELECT data FROM audit_entry WHERE action = $1 AND subject_id = $2 ORDER BY id', [action, subjectId])).map(({ data }) => data);
const several = async (count: number): Promise<Delegate[]> => {
  const all: Delegate[] = [];
  for (let one = 0; one < count; one += 1) all.push(await day.delegate());
  return all;
};
const first = (all: readonly Delegate[], index: number): Delegate => all[index] ?? (() => { throw new Error(`nobody at ${index}`); })();

describe('a capacity', () => {
  it('that is raised is offered to the line at once; below what is taken it is refused with the people it concerns', async () => {
    const forumId = await day.forum('09:00', '10:00', 2);
    const poolId = await poolOf(forumId);
    const all = await several(3);
    for (const who of all) await day.choose(who, forumId);
    const set = (capacity: number | null, overbook = false, reason?: string) => day.get(SetCapacity).run(systemActor, { poolId, capacity, overbook, reason });
    expect(await set(3)).toEqual({ poolId, affected: [] });
    expect(await day.standings(first(all, 2))).toEqual({ [forumId]: 'OFFERED' });
    const last = [first(all, 1), first(all, 2)].map(({ registrationId }) => registrationId);
    expect(await set(1)).toEqual({ refused: 'places.below-taken', data: { taken: 3, size: 1, affected: last } });
    expect(await set(1, true)).toMatchObject({ refused: 'input.invalid', data: { problems: [{ path: 'reason', code: 'required' }] } });
    expect(await set(1, true, 'The river room is flooded.')).toEqual({ poolId, affected: last });
    expect(await day.query('SELECT size_before, size_after, taken, reason, affected FROM capacity_decision WHERE pool_id = $1', [poolId]))
      .toEqual([{ size_before: 3, size_after: 1, taken: 3, reason: 'The river room is flooded.', affected: last }]);
    expect(await deeds('places.capacity-set', poolId)).toMatchObject([{ before: 2, after: 3, overbooked: 0 }, { before: 3, after: 1, overbooked: 2 }]);
    done(await day.get(LeaveForum).run(first(all, 0).actor, { registrationId: first(all, 0).registrationId, forumId }));
    expect(await set(1)).toEqual({ poolId, affected: [last[1]] });
    expect(await day.query('SELECT reason FROM capacity_decision WHERE pool_id = $1', [poolId])).toHaveLength(1);
  });

  it('is set by whoever edits what has the places, and stays within reason', async () => {
    const poolId = await poolOf(await day.forum('09:00', '10:00', 5));
    const set = (actor: Actor, capacity: number | null, of = poolId) => day.get(SetCapacity).run(actor, { poolId: of, capacity, overbook: false });
    expect(await set(staff('PROGRAMME_EDITOR'), 6)).toEqual({ poolId, affected: [] });
    for (const actor of [staff('REGISTRATION_DESK'), staff('ORGANISER', newId<'Conference'>())]) expect(await set(actor, 7)).toMatchObject({ refused: 'access.denied' });
    expect(await set(anonymousActor('203.0.113.9', 'en'), 7)).toMatchObject({ refused: 'access.sign-in-needed' });
    expect(await set(systemActor, 7, newId<'Pool'>())).toMatchObject({ refused: 'places.unknown' });
    for (const capacity of [null, 0, -1, 2_000_000]) expect(await set(systemActor, capacity)).toMatchObject({ refused: 'input.invalid', data: { problems: [{ path: 'capacity' }] } });
  });
});

describe('a turn in a line', () => {
  it('is moved with a reason that stays with it; its holder is told, and nobody else', async () => {
    const forumId = await day.forum('11:00', '12:00');
    const poolId = await poolOf(forumId);
    const [has, second, third] = await several(3) as [Delegate, Delegate, Delegate];
    for (const who of [has, second, third]) await day.choose(who, forumId);
    const move = (who: Delegate, priority: number, reason = 'Speaks in the session.') => day.get(MoveInLine).run(staff('REGISTRATION_DESK'), { registrationId: who.registrationId, poolId, priority, reason });
    expect(await move(third, 5)).toEqual({ registrationId: third.registrationId, poolId });
    expect(await waitingLine(day.work.reader, poolId, null, 10)).toMatchObject([
      { holder: third.registrationId, position: 1, priority: 5, moveReason: 'Speaks in the session.', party: 1 }, { holder: second.registrationId, position: 2, priority: 0, moveReason: null },
    ]);
    expect([await day.lettersTo(third), await day.lettersTo(second)]).toEqual([expect.arrayContaining(['agenda.turn-moved']), expect.not.arrayContaining(['agenda.turn-moved'])]);
    expect(await deeds('places.moved-in-line', third.registrationId)).toEqual([{ poolId, kind: 'FORUM', priority: 5, before: 2, after: 1 }]);
    expect(await move(has, 5)).toMatchObject({ refused: 'places.not-waiting' });
    expect(await move(second, 101, ' ')).toMatchObject({ data: { problems: [{ path: 'priority', code: 'too-large' }, { path: 'reason', code: 'required' }] } });
    expect(await day.get(MoveInLine).run(staff('VIEWER'), { registrationId: second.registrationId, poolId, priority: 1, reason: 'x' })).toMatchObject({ refused: 'access.denied' });
    const page = await waitingLine(day.work.reader, poolId, { isWaiting: true, priority: 5, turn: (await waitingLine(day.work.reader, poolId, null, 1))[0]?.turn ?? '' }, 10);
    expect(page.map(({ holder }) => holder)).toEqual([second.registrationId]);
  });

  it('of someone who may no longer come ends with a letter when it would be asked, once', async () => {
    const forumId = await day.forum('13:00', '14:00');
    const [has, cancelled, next] = await several(3) as [Delegate, Delegate, Delegate];
    for (const who of [has, cancelled, next]) await day.choose(who, forumId);
    await day.query(`UPDATE registration SET state = 'CANCELLED' WHERE id = $1`, [cancelled.registrationId]);
    done(await day.get(LeaveForum).run(has.actor, { registrationId: has.registrationId, forumId }));
    expect([await day.standings(cancelled), await day.standings(next)]).toEqual([{}, { [forumId]: 'OFFERED' }]);
    const [skipped] = await day.factsOf(turnSkipped);
    if (skipped === undefined) throw new Error('nobody was skipped');
    expect(skipped).toMatchObject({ holder: cancelled.registrationId, reason: 'registration' });
    for (let twice = 0; twice < 2; twice += 1) await day.get(TellTurnSkipped).run(skipped);
    expect((await day.lettersTo(cancelled)).filter((kind) => kind === 'agenda.turn-skipped')).toHaveLength(1);
  });
});

describe('a clash', () => {
  const override = (who: Delegate, poolId: PoolId, actor: Actor = staff('REGISTRATION_DESK'), reason = 'Interprets in both.') =>
    day.get(OverrideClash).run(actor, { registrationId: who.registrationId, poolId, reason });

  it('is overridden by staff with a reason: marked, told and written down', async () => {
    const [held, wanted] = [await day.forum('15:00', '17:00', 9), await day.forum('16:00', '18:00', 9)];
    const [who] = await several(1) as [Delegate];
    await day.choose(who, held);
    const poolId = await poolOf(wanted);
    for (const actor of [who.actor, staff('VIEWER'), staff('ORGANISER', newId<'Conference'>())]) expect(await override(who, poolId, actor)).toMatchObject({ refused: 'access.denied' });
    expect(await override(who, poolId, systemActor, '')).toMatchObject({ refused: 'input.invalid' });
    expect(await override(who, poolId)).toEqual({ registrationId: who.registrationId, kind: 'FORUM', subjectId: wanted });
    expect(await day.get(Places).together(day.work.reader, [who.registrationId])).toMatchObject([{ cause: 'OVERRIDDEN', one: { subjectId: held }, other: { subjectId: wanted } }]);
    expect(await day.query('SELECT override_reason FROM place WHERE pool_id = $1', [poolId])).toEqual([{ override_reason: 'Interprets in both.' }]);
    expect(await day.lettersTo(who)).toEqual(expect.arrayContaining(['agenda.held-together']));
    expect(await deeds('agenda.clash-overridden', who.registrationId)).toMatchObject([{ poolId, with: [await poolOf(held)] }]);
    expect(await override(who, poolId)).toMatchObject({ refused: 'places.already' });
  });

  it('is refused to be overridden where there is none, where it is full, and for a category', async () => {
    const [alone, full, held] = [await day.forum('19:00', '20:00', 9), await day.forum('21:00', '22:00'), await day.forum('21:30', '22:30', 9)];
    const [who, other] = await several(2) as [Delegate, Delegate];
    await day.choose(other, full);
    await day.choose(who, held);
    expect(await override(who, await poolOf(alone))).toMatchObject({ refused: 'agenda.nothing-in-the-way' });
    expect(await override(who, await poolOf(full))).toMatchObject({ refused: 'places.full' });
    const [category] = await day.query<{ id: PoolId }>(`SELECT id FROM pool WHERE kind = 'CATEGORY' LIMIT 1`);
    expect(await override(who, category?.id ?? newId<'Pool'>())).toMatchObject({ refused: 'places.unknown' });
    expect(await day.standings(who)).toEqual({ [held]: 'CONFIRMED' });
  });

  it('with what is offered is overridden by taking the offer', async () => {
    const [wanted, held] = [await day.forum('06:00', '07:00'), await day.forum('06:30', '07:30', 9)];
    const [has, who] = await several(2) as [Delegate, Delegate];
    await day.choose(has, wanted);
    await day.choose(who, wanted);
    await day.choose(who, held);
    done(await day.get(LeaveForum).run(has.actor, { registrationId: has.registrationId, forumId: wanted }));
    expect(isRefusal(await override(who, await poolOf(wanted)))).toBe(false);
    expect(await day.standings(who)).toEqual({ [wanted]: 'CONFIRMED', [held]: 'CONFIRMED' });
  });
});

describe('an offer that clashes', () => {
  it('is refused with what stands in the way and the departures that would fit instead', async () => {
    const [wanted, , fits] = await day.departures(['09:00', '12:00'], ['10:00', '13:00'], ['14:00', '16:00']) as [DepartureId, DepartureId, DepartureId];
    const held = await day.forum('11:00', '12:30', 9);
    const [has, who] = await several(2) as [Delegate, Delegate];
    await day.book(has, wanted);
    await day.choose(who, held);
    await day.book(who, wanted);
    expect(await day.standings(who)).toEqual({ [held]: 'CONFIRMED', [wanted]: 'WAITING' });
    await day.work.run(async (tx) => day.get(Places).release(tx, has.registrationId, await poolOf(wanted)));
    const offerId = await day.offerOf(who);
    expect(await day.get(AcceptOffer).run(who.actor, { offerId, giveUp: [] })).toMatchObject({
      refused: 'agenda.clash', data: { with: [{ subjectId: held, travelMinutes: null }], alternatives: [fits] },
    });
    expect(await day.get(AcceptOffer).run(who.actor, { offerId, giveUp: [held] })).toMatchObject({ subjectId: wanted });
    expect(await day.standings(who)).toEqual({ [wanted]: 'CONFIRMED' });
  });
});

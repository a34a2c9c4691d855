import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '#identity';
import { isRefusal, newId } from '#kernel';
import type { ConferenceId, PoolId, RegistrationId } from '#kernel';
import { Places, Pools } from '#places';
import { Categories } from './categories.js';
import { CloneConference } from './clone-conference.js';
import { ConferenceRoom, delegates, done } from './conferences.fixture.js';
import { Conferences } from './conferences.js';
import { DefineCategory } from './define-category.js';

let room: ConferenceRoom;
let define: DefineCategory;
let categories: Categories;

beforeAll(async () => {
  room = await ConferenceRoom.open();
  define = room.get(DefineCategory);
  categories = room.get(Categories);
});
afterAll(() => room.close());

const diet = { key: 'diet', kind: 'TEXT', label: { en: 'Diet' }, required: false, options: [] } as const;
let count = 0;
const newConference = async (): Promise<ConferenceId> => {
  count += 1;
  return (await room.conference((await room.series(['Chongqing'])).id, { slug: `with-categories-${count}` })).id;
};
const figures = async (poolId: PoolId) => (await room.get(Pools).figures(room.work.reader, [poolId])).get(poolId);
const enter = (conferenceId: ConferenceId, poolId: PoolId) => room.work.run(async (tx) => {
  const holder = newId<'Registration'>() as RegistrationId;
  await room.get(Places).openHolder(tx, holder, conferenceId);
  return room.get(Places).take(tx, { holder, poolId, state: 'CONFIRMED', joinLine: true });
});

describe('a form of two editors', () => {
  it('is not overwritten by who saw an older version', async () => {
    const conferenceId = await newConference();
    const first = done(await define.run(systemActor, { ...delegates(conferenceId), questions: [diet] }));
    const again = (key: string) => define.run(systemActor, { ...delegates(conferenceId), formVersion: first.formVersion, questions: [{ ...diet, key }] });
    expect(done(await again('food')).formVersion).toBe(2);
    expect(await again('drink')).toMatchObject({ refused: 'category.changed-meanwhile', data: { version: 2 } });
    expect((await categories.versions(room.work.reader, first.id)).map(({ version }) => version)).toEqual([2, 1]);
  });
});

describe('the form of a category', () => {
  it('keeps every version that answers may have been given to', async () => {
    const conferenceId = await newConference();
    const first = await room.category(conferenceId, { questions: [diet] });
    const same = await room.category(conferenceId, { questions: [diet], title: { en: 'Delegates' } });
    const changed = await room.category(conferenceId, { questions: [{ ...diet, required: true }] });
    expect([first.formVersion, same.formVersion, changed.formVersion]).toEqual([1, 1, 2]);
    expect(changed.id).toBe(first.id);
    expect((await categories.form(room.work.reader, changed, 1)).questions[0]?.required).toBe(false);
    expect((await categories.form(room.work.reader, changed)).questions[0]?.required).toBe(true);
  });

  it('cannot be changed in what was written', async () => {
    const category = await room.category(await newConference(), { questions: [diet] });
    const rewrite = room.database.source.query("UPDATE form_version SET questions = '[]' WHERE category_id = $1", [category.id]);
    await expect(rewrite).rejects.toThrow('a version of a form is written once');
  });

  it('is refused with the path of each problem, and then nothing is changed', async () => {
    const conferenceId = await newConference();
    const refused = await define.run(systemActor, delegates(conferenceId, { questions: [diet, diet], offerMinutes: 1, closesAt: new Date(0), opensAt: new Date(1) }));
    expect(isRefusal(refused) && refused.data['problems']).toEqual([
      { path: 'closesAt', code: 'ends-before-start' }, { path: 'offerMinutes', code: 'too-small', data: { min: 5 } }, { path: 'questions.1.key', code: 'key-twice' },
    ]);
    expect(await categories.byKey(room.work.reader, conferenceId, 'delegate')).toBeNull();
  });
});

describe('the capacity of a category', () => {
  it('is its pool\'s: what is raised is offered to the line, what is taken cannot be cut', async () => {
    const conferenceId = await newConference();
    const { poolId } = await room.category(conferenceId, { capacity: 1, waitlistLimit: 5 });
    await enter(conferenceId, poolId);
    expect(await enter(conferenceId, poolId)).toMatchObject({ outcome: 'LINE' });
    await room.category(conferenceId, { capacity: 2, waitlistLimit: 5 });
    expect(await figures(poolId)).toMatchObject({ size: 2, taken: 2, waiting: 0 });
    expect(await define.run(systemActor, delegates(conferenceId, { capacity: 1, waitlistLimit: 5 }))).toMatchObject({ refused: 'places.below-taken' });
    expect((await room.category(conferenceId, { capacity: null })).poolId).toBe(poolId);
    expect(await figures(poolId)).toMatchObject({ size: null, remaining: null });
  });

  it('is made once when two define it at once', async () => {
    const conferenceId = await newConference();
    const both = await Promise.all([1, 2].map(() => define.run(systemActor, delegates(conferenceId))));
    expect(new Set(both.map((answer) => done(answer).id)).size).toBe(1);
    expect(await categories.ofConferences(room.work.reader, [conferenceId])).toHaveLength(1);
  });
});

describe('a clone', () => {
  it('takes hosts, categories, sizes and forms along, and moves every time by days on the wall clock', async () => {
    const series = await room.series(['Chongqing', 'Berlin']);
    const first = await room.conference(series.id, {
      slug: 'spring', timeZone: 'Europe/Berlin', startsOn: '2026-03-25', endsOn: '2026-03-27', editableUntil: new Date('2026-03-20T22:59:00Z'),
    });
    const opensAt = new Date('2026-01-10T08:00:00Z');
    await room.category(first.id, { capacity: 40, opensAt, questions: [diet] });
    await room.category(first.id, { questions: [{ ...diet, required: true }], capacity: 40, opensAt });
    await room.category(first.id, { key: 'media', capacity: null });
    const clone = room.get(CloneConference);
    const input = { conferenceId: first.id, slug: 'summer', startsOn: '2026-07-01' };
    const next = done(await clone.run(systemActor, input, 'once'));
    expect(next).toMatchObject({ ordinal: 2, state: 'DRAFT', startsOn: '2026-07-01', endsOn: '2026-07-03', hostRegion: 'Berlin', theme: first.theme });
    expect(next.editableUntil?.toISOString()).toBe('2026-06-26T21:59:00.000Z');
    const [delegate, media, ...others] = await categories.ofConferences(room.work.reader, [next.id]);
    expect([delegate?.key, media?.key, others.length]).toEqual(['delegate', 'media', 0]);
    expect(delegate?.opensAt?.toISOString()).toBe('2026-04-18T07:00:00.000Z');
    expect(delegate && (await categories.form(room.work.reader, delegate)).questions).toEqual([{ ...diet, required: true, hint: null, condition: null }]);
    expect(delegate && await figures(delegate.poolId)).toMatchObject({ size: 40, taken: 0 });
    expect(media && await figures(media.poolId)).toMatchObject({ size: null });
    expect(await room.get(Conferences).hostsOf(room.work.reader, [next.id])).toMatchObject([{ role: 'CO_HOST' }]);
    expect(done(await clone.run(systemActor, input, 'once')).id).toBe(next.id);
    expect(await room.database.source.query("SELECT payload FROM outbox WHERE name = 'conference.cloned'")).toEqual([{ payload: { from: first.id, to: next.id } }]);
  });

  it('may move to another country, its times on the clocks there', async () => {
    const series = await room.series([]);
    const first = await room.conference(series.id, { slug: 'asia', hostRegion: 'Chongqing', editableUntil: new Date('2026-05-20T09:00:00Z') });
    const next = done(await room.get(CloneConference).run(systemActor, {
      conferenceId: first.id, slug: 'brazil', startsOn: '2026-06-02', hostRegion: 'Bahia', country: 'BR', timeZone: 'America/Sao_Paulo', city: { en: 'Salvador' },
    }));
    expect(next).toMatchObject({ country: 'BR', timeZone: 'America/Sao_Paulo', city: { en: 'Salvador' } });
    expect(next.editableUntil?.toISOString()).toBe('2026-05-21T20:00:00.000Z');
  });
});

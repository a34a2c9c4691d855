import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '#identity';
import { newId } from '#kernel';
import type { ConferenceId } from '#kernel';
import { Places } from '#places';
import { CarryOnRun } from './carry-on-run.js';
import { RunOutcome } from './run-outcome.entity.js';
import { RegistrationRun } from './run.entity.js';
import type { RegistrationRunId } from './run.entity.js';
import { RegistrationRuns } from './runs.js';
import { StartRegistrationRun } from './start-run.js';
import type { NewRun } from './start-run.js';
import { StopRegistrationRun } from './stop-run.js';
import type { Registration } from '../registration.entity.js';
import { detailsOf, done, Reception } from '../testing/reception.js';

let reception: Reception;
let delegate: Actor;
beforeAll(async () => {
  reception = await Reception.open();
  delegate = await reception.signedIn('runs@example.org');
});
afterAll(async () => {
  expect(await reception.broken()).toEqual([]);
  await reception.close();
});

/** Staff whose role is written down, as it is looked up again while a run goes on. */
async function desk(conferenceId: ConferenceId, name: string): Promise<Actor> {
  const actor = await reception.signedIn(`${name}@example.org`, [{ role: 'REGISTRATION_DESK', scopeKind: 'CONFERENCE', scopeId: conferenceId }]);
  await reception.query("INSERT INTO role_grant (id, account_id, role, scope_kind, scope_id, granted_by, created_at) VALUES ($1, $2, 'REGISTRATION_DESK', 'CONFERENCE', $3, 'system', now())", [newId(), actor.accountId, conferenceId]);
  return actor;
}

/** A conference with so many in review. */
async function inReview(count: number, name: string): Promise<{ conferenceId: ConferenceId; staff: Actor; people: Registration[] }> {
  const { id: conferenceId } = await reception.conference({ personsPerAccount: 500 });
  await reception.category(conferenceId, { needsApproval: true });
  const people: Registration[] = [];
  for (let n = 0; n < count; n += 1) people.push(await reception.registered(delegate, { conferenceId, details: detailsOf(name, `Nr ${n}`) }));
  return { conferenceId, staff: await desk(conferenceId, name.toLowerCase()), people };
}

const start = (staff: Actor, input: Partial<NewRun> & Pick<NewRun, 'conferenceId'>, key?: string) => reception.get(StartRegistrationRun).run(staff, { deed: 'APPROVE', filter: { states: ['IN_REVIEW'] }, ...input }, key);
const carryOn = (id: RegistrationRunId): Promise<void> => reception.get(CarryOnRun).run(id);
const progress = async (id: RegistrationRunId) => (await reception.get(RegistrationRuns).progressOf([id])).get(id);
const states = async (people: readonly Registration[]): Promise<string[]> => Promise.all(people.map(async ({ id }) => (await reception.registration(id)).state));

describe('a decision over many registrations', () => {
  it('is made for those who matched when it was started, each once though two workers are at it', async () => {
    const { conferenceId, staff, people } = await inReview(12, 'Frozen');
    const { id } = done(await start(staff, { conferenceId, count: 12, reason: 'Accredited together' }));
    const late = await reception.registered(delegate, { conferenceId, details: detailsOf('Late', null) });
    await Promise.all([carryOn(id), carryOn(id), carryOn(id)]);
    await carryOn(id);
    expect(await progress(id)).toMatchObject({ total: 12, done: 12, refused: 0 });
    expect(new Set(await states(people))).toEqual(new Set(['CONFIRMED']));
    expect(await states([late])).toEqual(['IN_REVIEW']);
    for (const one of people) expect(await reception.lettersOf(one.id)).toEqual(['registration.received', 'registration.confirmed']);
    expect((await reception.database.source.manager.findOneByOrFail(RegistrationRun, { id })).finishedAt).toBeInstanceOf(Date);
  });

  it('says of each that it could not be done why, in order, and does the others', async () => {
    const { conferenceId, staff, people } = await inReview(5, 'Mixed');
    const { id } = done(await start(staff, { conferenceId, deed: 'DECLINE', reason: 'The hall is too small', filter: {} }));
    const [, second, third] = people;
    for (const one of [second, third]) await reception.query("UPDATE registration_run SET registration_ids = array_replace(registration_ids, $2::uuid, $3::uuid) WHERE id = $1", [id, one?.id, newId()]);
    await carryOn(id);
    expect(await progress(id)).toMatchObject({ total: 5, done: 3, refused: 2 });
    const page = done(await reception.get(RegistrationRuns).refusedPage(id, { first: 1 }));
    expect(page.items.map(({ node }) => [node.position, node.refused])).toEqual([[2, 'registration.unknown']]);
    const next = done(await reception.get(RegistrationRuns).refusedPage(id, { first: 9, after: page.items[0]?.cursor }));
    expect(next.items.map(({ node }) => node.position)).toEqual([3]);
    expect(await states(people)).toEqual(['DECLINED', 'IN_REVIEW', 'IN_REVIEW', 'DECLINED', 'DECLINED']);
    expect(await reception.query('SELECT DISTINCT reason FROM registration_transition WHERE registration_id = $1 AND to_state = $2', [people[0]?.id, 'DECLINED'])).toEqual([{ reason: 'The hall is too small' }]);
  });

  it('is not begun where others match than were seen, where nobody does, without a reason that is told, or by others than staff', async () => {
    const { conferenceId, staff } = await inReview(2, 'Counted');
    expect(await start(staff, { conferenceId, count: 3 })).toMatchObject({ refused: 'registration.count-differs', data: { count: 2 } });
    expect(await start(staff, { conferenceId, filter: { states: ['CONFIRMED'] } })).toMatchObject({ refused: 'registration.nobody-matches' });
    expect(await start(staff, { conferenceId, deed: 'CANCEL' })).toMatchObject({ refused: 'input.invalid', data: { problems: [{ path: 'reason', code: 'required' }] } });
    const elsewhere = await reception.conference();
    expect(await start(await desk(elsewhere.id, 'elsewhere'), { conferenceId })).toMatchObject({ refused: 'access.denied' });
    expect(await start(delegate, { conferenceId })).toMatchObject({ refused: 'access.denied' });
    expect(await reception.query('SELECT 1 FROM registration_run WHERE conference_id = $1', [conferenceId])).toEqual([]);
  });

  it('asked for twice under one key is one', async () => {
    const { conferenceId, staff } = await inReview(1, 'Twice');
    const both = [await start(staff, { conferenceId, deed: 'SEND_LINK' }, 'key-1'), await start(staff, { conferenceId, deed: 'SEND_LINK' }, 'key-1')].map(done);
    expect(both[0]).toEqual(both[1]);
  });

  it('of people of another conference is made for none of them', async () => {
    const [here, there] = [await inReview(1, 'Here'), await inReview(1, 'There')];
    expect(await start(here.staff, { conferenceId: here.conferenceId, filter: { ids: there.people.map(({ id }) => id) } })).toMatchObject({ refused: 'registration.nobody-matches' });
  });

  it('is made with the rights that its maker has by then', async () => {
    const { conferenceId, staff, people } = await inReview(2, 'Revoked');
    const { id } = done(await start(staff, { conferenceId }));
    await reception.query('DELETE FROM role_grant WHERE account_id = $1', [staff.accountId]);
    await carryOn(id);
    expect(await progress(id)).toMatchObject({ done: 0, refused: 2 });
    expect(await reception.database.source.manager.findBy(RunOutcome, { runId: id, refused: 'access.denied' })).toHaveLength(2);
    expect(await states(people)).toEqual(['IN_REVIEW', 'IN_REVIEW']);
  });

  it('is stopped before its next registration', async () => {
    const { conferenceId, staff } = await inReview(3, 'Stopped');
    const { id } = done(await start(staff, { conferenceId }));
    expect(await reception.get(StopRegistrationRun).run(delegate, id)).toMatchObject({ refused: 'access.denied' });
    done(await reception.get(StopRegistrationRun).run(staff, id));
    await carryOn(id);
    expect(await progress(id)).toMatchObject({ total: 3, done: 0, refused: 0 });
  });

  it('cancels with its reason and frees the places; the link goes to those who still have a registration, once', async () => {
    const { conferenceId, staff, people } = await inReview(3, 'Freed');
    const cancelled = done(await start(staff, { conferenceId, deed: 'CANCEL', reason: 'Moved to next year', filter: { ids: people.slice(0, 2).map(({ id }) => id) } }));
    await carryOn(cancelled.id);
    expect(await states(people)).toEqual(['CANCELLED', 'CANCELLED', 'IN_REVIEW']);
    expect(await reception.get(Places).standings(reception.work.reader, people.slice(0, 2).map(({ id }) => id))).toEqual([]);
    const linked = done(await start(staff, { conferenceId, deed: 'SEND_LINK', filter: {} }));
    await Promise.all([carryOn(linked.id), carryOn(linked.id)]);
    expect(await progress(linked.id)).toMatchObject({ done: 1, refused: 2 });
    expect(await reception.lettersOf(people[2]?.id ?? newId())).toEqual(['registration.received', 'registration.link']);
  });
});

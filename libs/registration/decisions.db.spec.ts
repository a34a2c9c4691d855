import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountActor, systemActor } from '#identity';
import type { Actor } from '#identity';
import { isRefusal, newId } from '#kernel';
import type { OfferId, PoolId, RegistrationId } from '#kernel';
import { Places, Pools } from '#places';
import type { PoolKind, Standing } from '#places';
import { AnswerCategoryOffer } from './answer-category-offer.js';
import { ApproveRegistrations } from './approve-registrations.js';
import { DeclineRegistrations } from './decline-registrations.js';
import { Registrations } from './registrations.js';
import type { Registration } from './registration.entity.js';
import { WithdrawRegistration } from './withdraw-registration.js';
import { detailsOf, done, Reception } from './testing/reception.js';

let reception: Reception;
let actor: Actor;
beforeAll(async () => {
  reception = await Reception.open();
  actor = await reception.signedIn('decisions@example.org');
});
afterAll(async () => {
  expect(await reception.broken()).toEqual([]);
  await reception.close();
});

const standings = (id: RegistrationId): Promise<readonly Standing[]> => reception.get(Places).standings(reception.work.reader, [id]);
const standingTo = async (id: RegistrationId, poolId: PoolId): Promise<string | undefined> => (await standings(id)).find((one) => one.poolId === poolId)?.state;

describe('decisions of staff', () => {
  it('are made one by one: one refused stops no other', async () => {
    const { id: conferenceId } = await reception.conference();
    await reception.category(conferenceId, { needsApproval: true });
    const [a, b, c] = await Promise.all(['A', 'B', 'C'].map((name) => reception.registered(actor, { conferenceId, details: detailsOf('Review', name) })));
    const ids = [a, b, c].flatMap((one) => (one === undefined ? [] : [one.id]));
    const unknown = newId<'Registration'>();
    const outcomes = done(await reception.get(ApproveRegistrations).run(systemActor, [...ids, unknown, ids[0] ?? unknown], 'Known to us'));
    expect(outcomes.map(({ refusal }) => refusal?.refused ?? 'ok')).toEqual(['ok', 'ok', 'ok', 'registration.unknown', 'registration.move-not-allowed']);
    const [first = unknown] = ids;
    expect(await reception.historyOf(first)).toEqual(['>SUBMITTED DELEGATE', 'SUBMITTED>IN_REVIEW SYSTEM', 'IN_REVIEW>CONFIRMED STAFF']);
    expect(await reception.lettersOf(first)).toEqual(['registration.received', 'registration.confirmed']);
    expect((await standings(first)).map(({ state }) => state)).toEqual(['CONFIRMED']);
    const declined = done(await reception.get(DeclineRegistrations).run(systemActor, [first], 'Doubly entered'));
    expect(declined).toEqual([{ registrationId: first, refusal: null }]);
    expect(await standings(first)).toEqual([]);
    expect(await reception.lettersOf(first)).toEqual(['registration.received', 'registration.confirmed', 'registration.declined']);
    expect(await reception.get(DeclineRegistrations).run(systemActor, [first], ' ')).toMatchObject({ refused: 'input.invalid' });
  });

  it('tell what became of each, also where one of them fails or is kept by somebody else', async () => {
    const { id: conferenceId } = await reception.conference();
    await reception.category(conferenceId, { needsApproval: true });
    const names = ['One', 'Broken', 'Held', 'Last'];
    const ids: RegistrationId[] = [];
    for (const name of names) ids.push((await reception.registered(actor, { conferenceId, details: detailsOf('Bulk', name) })).id);
    const [, broken, held] = ids;
    await reception.query(`CREATE FUNCTION fail_one() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.id = '${broken}' THEN RAISE EXCEPTION 'out of order'; END IF; RETURN NEW; END $$`);
    await reception.query('CREATE TRIGGER fail_one BEFORE UPDATE ON registration FOR EACH ROW EXECUTE FUNCTION fail_one()');
    const keeper = reception.database.source.createQueryRunner();
    await keeper.startTransaction();
    await keeper.query('SELECT 1 FROM registration WHERE id = $1 FOR UPDATE', [held]);
    const outcomes = done(await reception.get(ApproveRegistrations).run(systemActor, ids, 'Known to us'));
    await keeper.rollbackTransaction();
    await keeper.release();
    await reception.query('DROP TRIGGER fail_one ON registration');
    expect(outcomes.map(({ registrationId, refusal }) => [registrationId, refusal?.refused ?? 'ok'])).toEqual(ids.map((id, n) => [id, ['ok', 'fault.try-again', 'limit.busy', 'ok'][n]]));
    expect(outcomes[1]?.refusal?.data['faultId']).toMatch(/^F-/);
  });

  it('are for staff of the conference', async () => {
    const conference = await reception.conference();
    await reception.category(conference.id, { needsApproval: true });
    const registration = await reception.registered(actor, { conferenceId: conference.id });
    const staff = (scopeId: string): Actor => accountActor({ id: newId<'Account'>(), email: 'desk@example.org', locale: 'en' }, [{ role: 'REGISTRATION_DESK', scopeKind: 'CONFERENCE', scopeId }]);
    const decide = async (by: Actor): Promise<string> => done(await reception.get(ApproveRegistrations).run(by, [registration.id]))[0]?.refusal?.refused ?? 'ok';
    expect(await decide(actor)).toBe('access.denied');
    expect(await decide(staff(newId()))).toBe('access.denied');
    expect(await decide(staff(conference.id))).toBe('ok');
  });

  it('give the held place of a declined registration to the next in line', async () => {
    const { id: conferenceId } = await reception.conference();
    await reception.category(conferenceId, { capacity: 1, needsApproval: true, waitlistLimit: null });
    const [first, next] = [await reception.registered(actor, { conferenceId, details: detailsOf('First', null) }), await reception.registered(actor, { conferenceId, details: detailsOf('Next', null) })];
    expect(next.state).toBe('WAITLISTED');
    done(await reception.get(DeclineRegistrations).run(systemActor, [first.id], 'Incomplete'));
    expect((await standings(next.id)).map(({ state }) => state)).toEqual(['OFFERED']);
  });
});

describe('an offered place of a category', () => {
  const offered = async (needsApproval: boolean): Promise<{ next: Registration; offerId: OfferId }> => {
    const { id: conferenceId } = await reception.conference();
    await reception.category(conferenceId, { capacity: 1, needsApproval, waitlistLimit: 5 });
    const first = await reception.registered(actor, { conferenceId, details: detailsOf('First', null) });
    const next = await reception.registered(actor, { conferenceId, details: detailsOf('Next', null) });
    done(await reception.get(WithdrawRegistration).run(actor, { id: first.id }));
    const offer = (await standings(next.id))[0]?.offer;
    if (offer === null || offer === undefined) throw new Error('no offer was made');
    return { next, offerId: offer.id };
  };
  const answer = (registration: Registration, offerId: OfferId, how: 'accept' | 'decline') => reception.work.run(async (tx) => {
    const locked = await reception.get(Registrations).lockForVerb(tx, actor, registration.id, { states: ['WAITLISTED'] });
    if (isRefusal(locked)) return locked;
    const answers = reception.get(AnswerCategoryOffer);
    return how === 'accept' ? answers.accept(tx, actor, locked, offerId) : answers.decline(tx, actor, locked);
  });

  it('is confirmed when it is accepted', async () => {
    const { next, offerId } = await offered(false);
    done(await answer(next, offerId, 'accept'));
    expect((await reception.registration(next.id)).state).toBe('CONFIRMED');
    expect(await reception.lettersOf(next.id)).toEqual(['registration.waitlisted', 'registration.confirmed']);
    expect(await answer(next, offerId, 'accept')).toMatchObject({ refused: 'registration.not-confirmed' });
  });

  it('is held for review where staff decide', async () => {
    const { next, offerId } = await offered(true);
    done(await answer(next, offerId, 'accept'));
    expect((await reception.registration(next.id)).state).toBe('IN_REVIEW');
  });

  it('ends the registration when it is declined', async () => {
    const { next, offerId } = await offered(false);
    done(await answer(next, offerId, 'decline'));
    expect((await reception.registration(next.id)).state).toBe('WITHDRAWN');
    expect(await standings(next.id)).toEqual([]);
  });
});

describe('taking a registration back', () => {
  it('frees the category, forums and visits in one transaction, and each goes to the next in its line', async () => {
    const { id: conferenceId } = await reception.conference();
    const category = await reception.category(conferenceId, { capacity: 2, waitlistLimit: null });
    const leaving = await reception.registered(actor, { conferenceId, details: detailsOf('Leaving', null) });
    const staying = await reception.registered(actor, { conferenceId, details: detailsOf('Staying', null) });
    const waiting = await reception.registered(actor, { conferenceId, details: detailsOf('Waiting', null) });
    const pools = await Promise.all((['FORUM', 'DEPARTURE'] satisfies PoolKind[]).map((kind) => reception.work.run((tx) =>
      reception.get(Pools).create(tx, { conferenceId, kind, subjectId: newId(), size: 1, waitlistLimit: null, offerMinutes: 60 }))));
    for (const poolId of pools) {
      for (const holder of [leaving.id, staying.id]) {
        done(await reception.work.run((tx) => reception.get(Places).take(tx, { holder, poolId, state: 'CONFIRMED', joinLine: true })));
      }
    }
    const [forum, departure] = pools;
    if (forum === undefined || departure === undefined) throw new Error('no pools');
    expect([await standingTo(leaving.id, forum), await standingTo(staying.id, departure)]).toEqual(['CONFIRMED', 'WAITING']);
    done(await reception.get(WithdrawRegistration).run(actor, { id: leaving.id }));
    expect(await standings(leaving.id)).toEqual([]);
    expect([await standingTo(staying.id, forum), await standingTo(staying.id, departure), await standingTo(waiting.id, category.poolId)]).toEqual(['OFFERED', 'OFFERED', 'OFFERED']);
    expect(await reception.factsOf(leaving.id)).toEqual(['registration.confirmed', 'registration.withdrawn']);
    expect(await reception.lettersOf(leaving.id)).toEqual(['registration.confirmed', 'registration.withdrawn']);
  });

  it('is cancelled by staff with a reason, and withdrawn by its manager without one', async () => {
    const { id: conferenceId } = await reception.conference();
    const withdraw = reception.get(WithdrawRegistration);
    const [mine, other] = [await reception.registered(actor, { conferenceId, details: detailsOf('Mine', null) }), await reception.registered(actor, { conferenceId, details: detailsOf('Other', null) })];
    expect(await withdraw.run(systemActor, { id: other.id })).toMatchObject({ refused: 'input.invalid', data: { problems: [{ path: 'reason', code: 'required' }] } });
    done(await withdraw.run(systemActor, { id: other.id, reason: 'Visa refused' }));
    done(await withdraw.run(actor, { id: mine.id }));
    expect([(await reception.registration(mine.id)).state, (await reception.registration(other.id)).state]).toEqual(['WITHDRAWN', 'CANCELLED']);
    expect(await withdraw.run(actor, { id: mine.id })).toMatchObject({ refused: 'registration.move-not-allowed' });
    expect(await withdraw.run(await reception.signedIn('foe@example.org'), { id: other.id })).toMatchObject({ refused: 'access.denied' });
    expect(await reception.query('SELECT reason FROM registration_transition WHERE registration_id = $1 AND reason IS NOT NULL', [other.id])).toEqual([{ reason: 'Visa refused' }]);
  });

  it('is done once when it is asked for many times at once', async () => {
    const { id: conferenceId } = await reception.conference();
    const { id } = await reception.registered(actor, { conferenceId });
    const answers = await Promise.all(Array.from({ length: 10 }, () => reception.get(WithdrawRegistration).run(actor, { id })));
    expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1);
    expect(await reception.lettersOf(id)).toEqual(['registration.confirmed', 'registration.withdrawn']);
  });

  it('never changes what the history says', async () => {
    await expect(reception.query("UPDATE registration_transition SET reason = 'nothing'")).rejects.toThrow('the history of registrations is not changed');
    await expect(reception.query('DELETE FROM registration_transition')).rejects.toThrow('the history of registrations is not changed');
  });
});

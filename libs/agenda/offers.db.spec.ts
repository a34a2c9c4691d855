import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anonymousActor } from '#identity';
import type { OfferId } from '#kernel';
import { offerExpired, placesOffered } from '#places';
import { LinkTokens } from '#platform';
import { LeaveForum } from '#programme';
import { WithdrawRegistration } from '#registration';
import { CancelBooking } from '#visits';
import { AcceptOffer, DeclineOffer, LookAtOffer, OFFER_LINK, TellOffer, TellOfferExpired } from './index.js';
import type { OfferToAccept } from './index.js';
import { Day, done } from './testing/day.js';
import type { Delegate } from './testing/day.js';

let day: Day;
beforeAll(async () => { day = await Day.open(); });
afterAll(async () => {
  expect(await day.broken()).toEqual([]);
  await day.close();
});

const accept = (who: Delegate, input: OfferToAccept) => day.get(AcceptOffer).run(who.actor, input);
const decline = (who: Delegate, offerId: OfferId) => day.get(DeclineOffer).run(who.actor, { offerId });
const tell = async (): Promise<void> => {
  for (const { offerId } of await day.factsOf(placesOffered)) await day.get(TellOffer).run(offerId);
};

/** A forum with one place that `next` waits for, and which was just given back. */
async function offeredForum(from = '09:00', to = '11:00') {
  const [has, next, third] = [await day.delegate(), await day.delegate('delegate', 'zh-Hans'), await day.delegate()];
  const forumId = await day.forum(from, to);
  for (const who of [has, next, third]) await day.choose(who, forumId);
  const free = async (): Promise<OfferId> => {
    done(await day.get(LeaveForum).run(has.actor, { registrationId: has.registrationId, forumId }));
    return day.offerOf(next);
  };
  return { next, third, forumId, free };
}

describe('an offer of a forum', () => {
  it('is told by one letter, however often its job runs, and accepted by its reader', async () => {
    const { next, forumId, free } = await offeredForum();
    const offerId = await free();
    await tell();
    await tell();
    expect(await accept(next, { offerId, giveUp: [] })).toEqual({ registrationId: next.registrationId, kind: 'FORUM', subjectId: forumId });
    expect(await accept(next, { offerId, giveUp: [] })).toMatchObject({ subjectId: forumId });
    expect(await day.standings(next)).toEqual({ [forumId]: 'CONFIRMED' });
    expect(await day.lettersTo(next)).toEqual(['registration.confirmed', 'programme.forum-waitlisted', 'agenda.place-offered', 'programme.forum-place']);
  });

  it('is answered with the letter’s link by someone who is not signed in, and by nobody without', async () => {
    const { next, third, free } = await offeredForum();
    const offerId = await free();
    const stranger = { ...next, actor: anonymousActor('192.0.2.1', 'en') };
    const tokens = day.get(LinkTokens);
    const look = (who: Delegate, token?: string) => day.get(LookAtOffer).run(who.actor, { offerId, token });
    const unseen = [await look(stranger), await look(third), await look(stranger, tokens.linkToken('ticket', offerId)), await look(stranger, tokens.linkToken(OFFER_LINK, next.registrationId))];
    expect(unseen).toEqual(unseen.map(() => expect.objectContaining({ refused: 'offer.unknown' })));
    for (const seen of [await look(next), await look(stranger, tokens.linkToken(OFFER_LINK, offerId))]) expect(seen).toMatchObject({ registrationId: next.registrationId, kind: 'FORUM', party: 1, isOpen: true });
    expect(await accept(stranger, { offerId, giveUp: [] })).toMatchObject({ refused: 'access.sign-in-needed' });
    expect(await accept(third, { offerId, giveUp: [] })).toMatchObject({ refused: 'access.denied' });
    expect(await accept(stranger, { offerId, giveUp: [], token: tokens.linkToken('ticket', offerId) })).toMatchObject({ refused: 'offer.unknown' });
    expect(await accept(stranger, { offerId, giveUp: [], token: tokens.linkToken(OFFER_LINK, next.registrationId) })).toMatchObject({ refused: 'offer.unknown' });
    expect(await accept(stranger, { offerId, giveUp: [], token: tokens.linkToken(OFFER_LINK, offerId) })).toMatchObject({ kind: 'FORUM' });
    expect(await accept(next, { offerId: 'no-id' as OfferId, giveUp: [] })).toMatchObject({ refused: 'offer.unknown' });
  });

  it('is refused with what it clashes with, or exchanged for it, and both rooms write', async () => {
    const { next, third, forumId, free } = await offeredForum();
    const [departureId] = await day.departures(['10:00', '12:00']);
    if (departureId === undefined) throw new Error('no departure');
    await day.book(next, departureId);
    await day.book(third, departureId);
    const offerId = await free();
    expect(await accept(next, { offerId, giveUp: [] })).toMatchObject({ refused: 'agenda.clash', data: { with: [{ kind: 'DEPARTURE', subjectId: departureId }] } });
    done(await accept(next, { offerId, giveUp: [departureId] }));
    expect(await day.standings(next)).toEqual({ [forumId]: 'CONFIRMED' });
    expect((await day.standings(third))[departureId]).toBe('OFFERED');
    expect((await day.lettersTo(next)).slice(-2)).toEqual(['visits.cancelled', 'programme.forum-place']);
  });

  it('goes to the next when it is declined', async () => {
    const { next, third, forumId, free } = await offeredForum();
    const offerId = await free();
    done(await decline(next, offerId));
    done(await decline(next, offerId));
    expect([await day.standings(next), await day.standings(third)]).toEqual([{}, { [forumId]: 'OFFERED' }]);
    expect(await accept(next, { offerId, giveUp: [] })).toMatchObject({ refused: 'offer.unknown' });
  });

  it('ends with a letter when nobody answers, and goes to the next, who has it in turn', async () => {
    const { next, third, forumId, free } = await offeredForum();
    const offerId = await free();
    await day.wait(61);
    expect(await accept(next, { offerId, giveUp: [] })).toMatchObject({ refused: 'offer.expired' });
    for (const { offerId: ended } of await day.factsOf(offerExpired)) {
      await day.get(TellOfferExpired).run(ended);
      await day.get(TellOfferExpired).run(ended);
    }
    expect((await day.lettersTo(next)).filter((kind) => kind === 'agenda.offer-expired')).toHaveLength(1);
    expect(await day.standings(third)).toEqual({ [forumId]: 'OFFERED' });
    await day.get(TellOffer).run(offerId);
    expect(await day.lettersTo(next)).not.toContain('agenda.place-offered');
  });
});

describe('an offer of a departure', () => {
  it('is taken in exchange for the seat on another departure of the visit, though that is at another time', async () => {
    const [has, next] = [await day.delegate(), await day.delegate()];
    const [early, late] = await day.departures(['06:00', '07:00'], ['20:00', '21:00']);
    if (early === undefined || late === undefined) throw new Error('no departures');
    await day.book(has, early);
    await day.book(next, late);
    await day.book(next, early);
    done(await day.get(CancelBooking).run(has.actor, { registrationId: has.registrationId, departureId: early }));
    const offerId = await day.offerOf(next);
    expect(await accept(next, { offerId, giveUp: [] })).toMatchObject({ refused: 'visit.already-booked' });
    done(await accept(next, { offerId, giveUp: [late] }));
    expect(await day.standings(next)).toEqual({ [early]: 'CONFIRMED' });
    expect((await day.lettersTo(next)).slice(-2)).toEqual(['visits.cancelled', 'visits.booked']);
  });
});

describe('an offer of a category', () => {
  const withdraw = ({ actor, registrationId }: Delegate) => day.get(WithdrawRegistration).run(actor, { id: registrationId });

  async function offeredCategory(key: string, needsApproval = false) {
    await day.category(key, { capacity: 1, waitlistLimit: 5, needsApproval });
    const [has, next, third] = [await day.delegate(key), await day.delegate(key), await day.delegate(key)];
    expect([await day.stateOf(next), await day.stateOf(third)]).toEqual(['WAITLISTED', 'WAITLISTED']);
    done(await withdraw(has));
    return { next, third, offerId: await day.offerOf(next) };
  }

  it('confirms the registration, or brings it into review', async () => {
    const open = await offeredCategory('guest');
    expect(await accept(open.next, { offerId: open.offerId, giveUp: [] })).toMatchObject({ kind: 'CATEGORY' });
    expect(await accept(open.next, { offerId: open.offerId, giveUp: [] })).toMatchObject({ kind: 'CATEGORY' });
    expect(await day.stateOf(open.next)).toBe('CONFIRMED');
    const reviewed = await offeredCategory('media', true);
    done(await accept(reviewed.next, { offerId: reviewed.offerId, giveUp: [] }));
    expect(await day.stateOf(reviewed.next)).toBe('IN_REVIEW');
  });

  it('declined, ends the registration and goes to the next', async () => {
    const { next, third, offerId } = await offeredCategory('speaker');
    done(await decline(next, offerId));
    expect(await day.stateOf(next)).toBe('WITHDRAWN');
    done(await accept(third, { offerId: await day.offerOf(third), giveUp: [] }));
    expect(await day.stateOf(third)).toBe('CONFIRMED');
  });

  it('unanswered, ends the registration with one letter, and goes to the next', async () => {
    const { next, third, offerId } = await offeredCategory('staff');
    await day.wait(61);
    await day.get(TellOfferExpired).run(offerId);
    await day.get(TellOfferExpired).run(offerId);
    expect(await day.stateOf(next)).toBe('CANCELLED');
    expect((await day.lettersTo(next)).filter((kind) => kind !== 'registration.waitlisted')).toEqual(['agenda.offer-expired']);
    expect(await day.stateOf(third)).toBe('WAITLISTED');
    expect(await accept(third, { offerId: await day.offerOf(third), giveUp: [] })).toMatchObject({ kind: 'CATEGORY' });
  });
});

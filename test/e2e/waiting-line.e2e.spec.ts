import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Delegate } from './town/delegate.js';
import { onEachEngine } from './town/on-each-engine.js';
import type { MadeConference } from './town/organiser.js';
import { tokenIn } from './town/town.js';
import type { Town } from './town/town.js';

onEachEngine((openTown) => {
  let town: Town;
  let conference: MadeConference;
  let people = 0;

  beforeAll(async () => {
    town = await openTown();
    conference = await town.organiser.conference();
    await town.organiser.category(conference.id, { capacity: 50 });
    await town.organiser.open(conference.id);
  }, 60_000);
  afterAll(() => town.close(), 60_000);

  const register = (): Promise<Delegate> => {
    people += 1;
    return Delegate.register(town, conference.id, { email: `guest${people}@example.org`, latinFamily: 'Nguyễn'.normalize('NFD').replace(/\p{M}/gu, ''), latinGiven: `Thu ${people}`, native: `Nguyễn Thu ${people}` });
  };

  /** A departure with one seat that the first has and the two others wait for. */
  async function oneSeat(slug: string): Promise<{ departure: string; has: Delegate; next: Delegate; last: Delegate }> {
    const [departure = ''] = await town.organiser.visit(conference.id, slug, [[2, '09:00', '12:00', 1]]);
    const [has, next, last] = [await register(), await register(), await register()];
    expect(await has.book(departure)).toMatchObject({ state: 'CONFIRMED' });
    expect(await next.book(departure)).toMatchObject({ state: 'WAITING', positionInLine: 1 });
    expect(await last.book(departure)).toMatchObject({ state: 'WAITING', positionInLine: 2 });
    return { departure, has, next, last };
  }

  async function offerTo(delegate: Delegate): Promise<{ offerId: string; token: string }> {
    const { links } = await town.letter(delegate.email, 'agenda.place-offered');
    return { offerId: links.map((link) => /\/offers\/([0-9a-f-]{36})/.exec(link)?.[1]).find((id) => id !== undefined) ?? '', token: tokenIn(links) };
  }

  const answer = (verb: 'accept' | 'decline', input: object) => town.client.one(
    `mutation($input: ${verb === 'accept' ? 'Accept' : 'Decline'}OfferInput!) { ${verb}Offer(input: $input) { __typename ... on OfferAnswered { item { state } registration { state } } ... on Refusal { code } } }`, { input });

  describe('a freed seat', () => {
    it('is offered to the next, who takes it by the letter’s link without signing in', async () => {
      const { departure, has, next, last } = await oneSeat('pandas');
      expect(await has.cancel(departure)).toMatchObject({ state: 'GIVEN_UP' });
      const { offerId, token } = await offerTo(next);
      expect(await answer('accept', { offerId })).toMatchObject({ code: 'access.sign-in-needed' });
      expect(await answer('accept', { offerId, token: `${token}x` })).toMatchObject({ code: 'offer.unknown' });
      expect(await answer('accept', { offerId, token })).toMatchObject({ item: { state: 'CONFIRMED' } });
      expect(await answer('accept', { offerId, token })).toMatchObject({ item: { state: 'CONFIRMED' } });
      expect(await next.agenda(conference.slug)).toEqual({ [departure]: 'CONFIRMED' });
      expect(await last.agenda(conference.slug)).toEqual({ [departure]: 'WAITING' });
      expect(await town.kindsTo(next.email)).toEqual(['registration.confirmed', 'visits.waitlisted', 'agenda.place-offered', 'visits.booked']);
      expect(await town.kindsTo(has.email)).toEqual(['registration.confirmed', 'visits.booked', 'visits.cancelled']);
    }, 60_000);

    it('goes on when it is declined, and again when its time is over', async () => {
      const { departure, has, next, last } = await oneSeat('carvings');
      await has.cancel(departure);
      const declined = await offerTo(next);
      expect(await answer('decline', declined)).toMatchObject({ __typename: 'OfferAnswered' });
      const missed = await offerTo(last);
      const after = await register();
      expect(await after.book(departure)).toMatchObject({ state: 'WAITING' });
      await town.database.source.query("UPDATE offer SET expires_at = now() - interval '1 second' WHERE id = $1", [missed.offerId]);
      await town.letter(last.email, 'agenda.offer-expired');
      expect(await answer('accept', missed)).toMatchObject({ code: 'offer.expired' });
      const offered = await offerTo(after);
      expect(await answer('accept', offered)).toMatchObject({ item: { state: 'CONFIRMED' } });
      const [row] = await town.database.source.query<{ taken: number; waiting: number }[]>('SELECT taken, waiting FROM pool WHERE subject_id = $1', [departure]);
      expect(row).toEqual({ taken: 1, waiting: 0 });
    }, 60_000);

    it('of someone who withdraws goes on too, together with the place in the forum', async () => {
      const { departure, has, next } = await oneSeat('old-town');
      const { id: forum } = await town.organiser.forum(conference.id, 'withdrawn', ['14:00', '15:00'], { capacity: 1 });
      await has.choose(forum);
      expect(await next.choose(forum)).toMatchObject({ state: 'WAITING' });
      await has.withdraw();
      await town.mailbox.waitFor({ to: next.email, kind: 'agenda.place-offered' }, 2);
      expect(await next.agenda(conference.slug)).toEqual({ [departure]: 'OFFERED', [forum]: 'OFFERED' });
    }, 60_000);
  });

  describe('a freed place of a category', () => {
    it('confirms the registration of whoever takes it', async () => {
      await town.organiser.category(conference.id, { key: 'speaker', title: { en: 'Speaker' }, capacity: 1, waitlistLimit: null });
      const person = (name: string) => ({ email: `${name.toLowerCase()}@talks.example`, latinFamily: name });
      const has = await Delegate.register(town, conference.id, person('Iwu'), 'speaker');
      const next = await Delegate.register(town, conference.id, person('Sato'), 'speaker');
      expect([has.said['state'], next.said['state'], next.said['positionInLine']]).toEqual(['CONFIRMED', 'WAITLISTED', 1]);
      await has.withdraw();
      expect(await answer('accept', await offerTo(next))).toMatchObject({ registration: { state: 'CONFIRMED' } });
      expect(await town.kindsTo(next.email)).toEqual(['registration.waitlisted', 'agenda.place-offered', 'registration.confirmed']);
    }, 60_000);
  });
});

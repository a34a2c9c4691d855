import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Delegate } from './town/delegate.js';
import { onEachEngine } from './town/on-each-engine.js';
import type { MadeConference } from './town/organiser.js';
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
    return Delegate.register(town, conference.id, { email: `listener${people}@example.org`, latinFamily: 'Al-Haddad', latinGiven: `Layla ${people}`, native: `ليلى الحداد ${people}` });
  };

  const MOVE = 'mutation($input: ScheduleSessionInput!) { scheduleSession(input: $input) { __typename ... on SessionScheduled { session { startsAt } warnings { code } } ... on Refusal { code message } } }';

  describe('what clashes in time', () => {
    it('is refused with what it clashes with; one may wait for it, and the offer then swaps or is refused', async () => {
      const { organiser, client } = town;
      const first = await organiser.forum(conference.id, 'green', ['09:00', '11:00']);
      const second = await organiser.forum(conference.id, 'digital', ['10:00', '12:00'], { capacity: 1 });
      const [departure = ''] = await organiser.visit(conference.id, 'port', [[0, '10:30', '13:00', 9]]);
      const [ada, ben] = [await register(), await register()];
      expect(await ada.choose(first.id)).toMatchObject({ state: 'CONFIRMED' });
      expect(await ada.choose(second.id)).toMatchObject({ __typename: 'Clash', code: 'agenda.clash', with: [{ subjectId: first.id, title: expect.objectContaining({ en: 'Forum green' }) }] });
      expect(await ada.book(departure)).toMatchObject({ code: 'agenda.clash', with: [{ subjectId: first.id }] });
      expect(await ben.choose(second.id)).toMatchObject({ state: 'CONFIRMED' });
      expect(await ada.choose(second.id)).toMatchObject({ state: 'WAITING' });
      await ben.leave(second.id);
      const { links } = await town.letter(ada.email, 'agenda.place-offered');
      const offerId = links.map((link) => /\/offers\/([0-9a-f-]{36})/.exec(link)?.[1]).find((id) => id !== undefined);
      const accept = (giveUp: readonly string[]) => client.one('mutation($input: AcceptOfferInput!) { acceptOffer(input: $input) { __typename ... on OfferAnswered { item { state } } ... on Refusal { code } } }', { input: { offerId, giveUp } }, { bearer: ada.bearer });
      expect(await accept([])).toMatchObject({ code: 'agenda.clash' });
      expect(await accept([first.id])).toMatchObject({ item: { state: 'CONFIRMED' } });
      expect(await ada.agenda(conference.slug)).toEqual({ [second.id]: 'CONFIRMED' });
      expect(await town.kindsTo(ada.email)).toEqual(expect.arrayContaining(['programme.forum-place', 'programme.forum-waitlisted', 'agenda.place-offered', 'programme.forum-left']));
    }, 60_000);

    it('is refused for rooms as well', async () => {
      const { organiser, client } = town;
      const venue = await organiser.make('createVenue', 'Venue', { conferenceId: conference.id, name: { en: 'Convention centre' } });
      const room = await organiser.make('createRoom', 'Room', { venueId: venue.id, name: { en: 'Room 1' }, capacity: 60 });
      const [one, other] = [await organiser.forum(conference.id, 'trade', ['14:00', '15:30']), await organiser.forum(conference.id, 'health', ['15:00', '16:00'])];
      const at = (forum: { id: string; sessionId: string }, from: string, to: string) => client.one(MOVE, { input: { id: forum.sessionId, forumId: forum.id, roomId: room.id, startsAt: `${organiser.day(0)}T${from}`, endsAt: `${organiser.day(0)}T${to}` } }, { bearer: organiser.token });
      expect(await at(one, '14:00', '15:30')).toMatchObject({ __typename: 'SessionScheduled' });
      expect(await at(other, '15:00', '16:00')).toMatchObject({ code: expect.stringMatching(/room/) });
      expect(await at(other, '15:30', '16:30')).toMatchObject({ __typename: 'SessionScheduled' });
    }, 60_000);
  });

  describe('a moved session', () => {
    const CHANGED = 'programme.changed';

    /** A forum that one has chosen and another has not, moved by an hour. */
    async function moved(slug: string): Promise<{ concerned: Delegate; other: Delegate }> {
      const { organiser, client } = town;
      const forum = await organiser.forum(conference.id, slug, ['17:00', '18:00']);
      const [concerned, other] = [await register(), await register()];
      await concerned.choose(forum.id);
      await client.done(MOVE, { input: { id: forum.sessionId, forumId: forum.id, startsAt: `${organiser.day(1)}T08:00`, endsAt: `${organiser.day(1)}T09:00` } }, { bearer: organiser.token });
      await town.letter(concerned.email, CHANGED);
      return { concerned, other };
    }

    /** Has the jobs that tell of changes done once more, as a queue that lost its memory would. Gives how many letters one got. */
    async function toldAgain(to: string): Promise<number> {
      await town.quiet();
      await town.database.source.query(`INSERT INTO outbox (kind, name, payload, due_at) SELECT 'job', 'programme.tell-change', jsonb_build_object('changeId', id, 'from', 0), now()
        FROM programme_change CROSS JOIN generate_series(1, 3)`);
      await town.quiet();
      return (await town.mailbox.mails({ to, kind: CHANGED })).length;
    }

    it('is told by letter to those who chose its forum, and to nobody else', async () => {
      const { concerned, other } = await moved('culture');
      const letter = await town.letter(concerned.email, CHANGED);
      expect(letter.text).toContain('8:00');
      expect(await town.kindsTo(other.email)).toEqual(['registration.confirmed']);
    }, 60_000);

    it('is told once, however often its job runs', async () => {
      const { concerned } = await moved('education');
      expect(await toldAgain(concerned.email)).toBe(1);
    }, 60_000);

    it('is told again by each run without the letter’s key (negative control)', async () => {
      const { concerned } = await moved('tourism');
      const [index] = await town.database.source.query<{ definition: string }[]>("SELECT pg_get_indexdef('message_once'::regclass) AS definition");
      await town.database.source.query('DROP INDEX message_once');
      try {
        expect(await toldAgain(concerned.email)).toBeGreaterThan(1);
      } finally {
        await town.database.source.query('DELETE FROM message');
        await town.database.source.query(index?.definition ?? '');
      }
    }, 60_000);
  });
});

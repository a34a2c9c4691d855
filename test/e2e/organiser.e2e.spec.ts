import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { detailsOf } from './town/delegate.js';
import { onEachEngine } from './town/on-each-engine.js';
import type { Town } from './town/town.js';

onEachEngine((openTown) => {
  let town: Town;
  beforeAll(async () => { town = await openTown(); }, 60_000);
  afterAll(() => town.close(), 60_000);

  const CONFERENCE = 'query($slug: String!) { conference(slug: $slug) { state hostRegion ordinal allowedMoves startsOn categories { key form { version questions { key } } places { size } } } }';

  describe('an organiser', () => {
    it('writes a conference, publishes, opens, closes and archives it, in that order only', async () => {
      const { client, organiser } = town;
      const { id, slug } = await organiser.conference();
      await organiser.category(id, { capacity: 5 });
      const staff = { bearer: organiser.token };
      const see = (bearer?: string) => client.one<{ state: string; allowedMoves: readonly string[] } | null>(CONFERENCE, { slug }, { bearer });
      const move = (field: string) => client.one(`mutation($id: ID!) { ${field} { __typename ... on Conference { state } ... on Refusal { code } } }`, { id }, staff);
      expect(await see()).toBeNull();
      expect(await see(organiser.token)).toMatchObject({ state: 'DRAFT', allowedMoves: ['PUBLISH'] });
      expect(await move('openRegistration(conferenceId: $id)')).toMatchObject({ code: 'conference.move-illegal' });
      expect(await move('publishConference(id: $id)')).toMatchObject({ state: 'PUBLISHED' });
      expect(await see()).toMatchObject({ state: 'PUBLISHED', allowedMoves: [] });
      const visitor = await town.signIn('early@example.org');
      const register = () => client.one('mutation($input: RegisterDelegateInput!) { registerDelegate(input: $input) { ... on Registration { state } ... on Refusal { code } } }',
        { input: { conferenceId: id, category: 'delegate', details: detailsOf({ email: '', latinFamily: 'Early' }) } }, { bearer: visitor });
      expect(await register()).toEqual({ code: 'registration.not-open' });
      expect(await move('openRegistration(conferenceId: $id)')).toMatchObject({ state: 'OPEN' });
      expect(await move('archiveConference(id: $id)')).toMatchObject({ code: 'conference.move-illegal' });
      expect(await register()).toEqual({ state: 'CONFIRMED' });
      expect(await move('closeRegistration(conferenceId: $id)')).toMatchObject({ state: 'CLOSED' });
      expect(await client.one('mutation($input: RegisterDelegateInput!) { registerDelegate(input: $input) { ... on Refusal { code } } }',
        { input: { conferenceId: id, category: 'delegate', details: detailsOf({ email: '', latinFamily: 'Late' }) } }, { bearer: visitor })).toEqual({ code: 'registration.closed' });
      expect(await move('archiveConference(id: $id)')).toMatchObject({ state: 'ARCHIVED' });
      expect(await see()).toMatchObject({ state: 'ARCHIVED' });
    }, 60_000);

    it('clones it to the next edition, hosted by the next region of the rotation', async () => {
      const { client, organiser } = town;
      const { id, slug } = await organiser.conference();
      await organiser.category(id, { capacity: 5, questions: [{ key: 'shirt', kind: 'TEXT', label: { en: 'Size of shirt' }, required: true }] });
      const next = await organiser.make<{ id: string }>('cloneConference', 'Conference', { conferenceId: id, slug: `${slug}-next`, startsOn: organiser.day(365) });
      expect(next.id).not.toBe(id);
      const [before, after] = [await client.one(CONFERENCE, { slug }, { bearer: organiser.token }), await client.one(CONFERENCE, { slug: `${slug}-next` }, { bearer: organiser.token })];
      expect([before['hostRegion'], after['hostRegion']]).toEqual(['Chongqing', 'Sichuan']);
      expect(after).toMatchObject({ state: 'DRAFT', ordinal: 2, startsOn: organiser.day(365), categories: [{ key: 'delegate', form: { questions: [{ key: 'shirt' }] }, places: { size: 5 } }] });
    }, 60_000);

    it('departs from the rotation only with a reason', async () => {
      const { client, organiser } = town;
      const input = { seriesId: (await organiser.conference()).seriesId, slug: 'elsewhere', city: { en: 'Chongqing' }, country: 'CN', timeZone: 'Asia/Shanghai', startsOn: organiser.day(9), endsOn: organiser.day(10), hostRegion: 'Chongqing' };
      const make = (more: object) => client.one('mutation($input: CreateConferenceInput!) { createConference(input: $input) { ... on Conference { hostRegion hostOverrideReason } ... on InvalidInput { problems { path code } } ... on Refusal { code } } }', { input: { ...input, ...more } }, { bearer: organiser.token });
      expect(await make({})).not.toHaveProperty('hostRegion');
      expect(await make({ hostOverrideReason: 'Sichuan receives another congress that week.' })).toMatchObject({ hostRegion: 'Chongqing', hostOverrideReason: 'Sichuan receives another congress that week.' });
    }, 60_000);
  });
});

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { differences, examplesIn, filled, unboundIn } from './town/documented.js';
import type { Bound } from './town/documented.js';
import { onEachEngine } from './town/on-each-engine.js';
import { tokenIn } from './town/town.js';
import type { Town } from './town/town.js';

const MUST_SHOW = `createSeries createConference cloneConference publishConference openRegistration closeRegistration defineCategory registerDelegate startRegistration
  updateRegistration submitRegistration approveRegistrations declineRegistrations withdrawRegistration createVenue createRoom createForum scheduleSession chooseForum
  leaveForum createVisit addDeparture bookDeparture cancelBooking acceptOffer declineOffer requestSignInLink redeemSignInLink
  createContact mergeContacts contacts createInvitations invitation answerInvitation recordAnswer invitations revokeInvitation createDelegation inviteMember
  createTemplate sendTest createAudience createCampaign startCampaign pauseCampaign resumeCampaign cancelCampaign createReminderRule campaignFigures
  conference conferences programme visits registrations myRegistration myAgenda messages me`.split(/\s+/);

const examples = examplesIn(readFileSync('docs/api.md', 'utf8'));

onEachEngine((openTown) => {
  const bound: Bound = new Map();
  let town: Town;

  beforeAll(async () => {
    town = await openTown();
    bound.set('admin token', town.organiser.token);
  }, 60_000);
  afterAll(() => town.close(), 60_000);

  /** `<token in the letter registration.confirmed to ada@example.org>`: what a reader finds in the newest such letter. */
  async function openLetters(text: string): Promise<void> {
    for (const name of unboundIn(text, bound)) {
      const [, what, kind = '', to = ''] = /^(token|offer|invitation) in the letter (\S+) to (\S+)$/.exec(name) ?? [];
      if (what === undefined) continue;
      const { links } = await town.letter(to, kind);
      const inPath = what === 'offer' ? /\/offers\/([0-9a-f-]{36})/ : /\/invitations\/([\w-]+)$/;
      bound.set(name, what === 'token' ? tokenIn(links) : (links.map((link) => inPath.exec(link)?.[1]).find((id) => id !== undefined) ?? ''));
    }
  }

  describe('docs/api.md', () => {
    it('shows every operation that scripts need', () => {
      const shown = examples.map(({ query }) => query).join('\n');
      expect(MUST_SHOW.filter((name) => !new RegExp(`\\b${name}\\b\\s*[({]`).test(shown))).toEqual([]);
    });

    it.each(examples.map((example) => [example.title, example] as const))('%s', async (_title, example) => {
      const [variables, bearer = ''] = [JSON.stringify(example.variables), example.headers['authorization']?.replace('Bearer ', '')];
      await openLetters(`${variables} ${bearer}`);
      const { data, errors } = await town.client.insist(example.query, JSON.parse(filled(variables, bound)) as object, {
        bearer: bearer === '' ? undefined : filled(bearer, bound), locale: example.headers['accept-language'] ?? 'en',
      });
      expect({ errors, differences: differences(example.answer, data, bound) }).toEqual({ errors: undefined, differences: [] });
    }, 30_000);
  });
});

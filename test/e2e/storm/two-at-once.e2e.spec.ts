import { afterEach, describe, expect, it } from '@jest/globals';
import { ApiFleet } from './api-fleet.js';
import type { Taken } from './api-fleet.js';
import { codeIn } from '../town/graphql-client.js';
import { signedIn, together } from './crowd.js';

const TRIES = 200;
const CLIENTS = 64;
const EXPECTED = new Set(['agenda.clash', 'places.already', 'visit.already-booked']);
const LONG = 180_000;

const REGISTER = 'mutation($input: RegisterDelegateInput!) { result: registerDelegate(input: $input) { __typename ... on Registration { id } ... on Refusal { code message } } }';
const BOOK = 'mutation($input: BookDepartureInput!) { result: bookDeparture(input: $input) { __typename ... on AgendaItem { state } ... on Refusal { code } } }';

let fleet: ApiFleet;
const opened: ApiFleet[] = [];
afterEach(async () => { for (const one of opened.splice(0)) await one.close(); }, 30_000);

/** Each books two departures that overlap, so many times at once. Gives how many have both, how many have one, and what refused the rest. */
async function bothAtOnce(people: number, triesEach: number, taken: Taken = {}): Promise<{ both: number; one: number; codes: readonly string[] }> {
  fleet = await ApiFleet.open(2, taken);
  opened.push(fleet);
  const { organiser } = fleet;
  const conference = await organiser.conference();
  await organiser.category(conference.id);
  const [early = '', late = ''] = [
    ...(await organiser.visit(conference.id, 'port', [[2, '09:00', '12:00', 500]])), ...(await organiser.visit(conference.id, 'old-town', [[2, '11:00', '14:00', 500]])),
  ];
  await organiser.open(conference.id);
  const registered: { bearer: string; registrationId: string }[] = [];
  for (const { number, bearer } of await signedIn(fleet, people)) {
    const details = { names: { latinFamily: `Delegate ${number}`, order: 'GIVEN_FIRST' }, consents: [{ key: 'privacy', textVersion: '1' }] };
    const { id } = await fleet.client(number).done<{ id: string }>(REGISTER, { input: { conferenceId: conference.id, category: 'delegate', details } }, { bearer });
    registered.push({ bearer, registrationId: id });
  }
  const codes = new Set<string>();
  let turn = 0;
  for (const { bearer, registrationId } of registered) {
    const tries = Array.from({ length: triesEach }, (_, number) => (number % 2 === 0 ? early : late));
    await together(tries, CLIENTS, async (departureId) => {
      const code = codeIn(await fleet.client(turn++ >> 1).insist(BOOK, { input: { registrationId, departureId, joinLine: false } }, { bearer }));
      if (code !== undefined) codes.add(code);
    });
  }
  const rows = await fleet.database.source.query<{ holds: number }[]>("SELECT count(*)::int AS holds FROM place p JOIN pool o ON o.id = p.pool_id WHERE o.kind = 'DEPARTURE' GROUP BY p.holder_id");
  return { both: rows.filter(({ holds }) => holds > 1).length, one: rows.filter(({ holds }) => holds === 1).length, codes: [...codes].sort() };
}

describe('one person who books two departures that overlap, 200 times at once over HTTP', () => {
  it('has one of them, never both', async () => {
    const { codes, ...held } = await bothAtOnce(3, TRIES);
    expect(held).toEqual({ both: 0, one: 3 });
    expect(codes.filter((code) => !EXPECTED.has(code))).toEqual([]);
    expect(codes).toContain('agenda.clash');
  }, LONG);

  it('has both without the lock of the holder and its constraint (negative control)', async () => {
    const { both } = await bothAtOnce(12, 40, { guards: ['holderLock'], constraints: [['busy', 'busy_once']] });
    expect(both).toBeGreaterThan(0);
  }, LONG);
});

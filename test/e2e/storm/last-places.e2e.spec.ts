import { afterEach, describe, expect, it } from '@jest/globals';
import { ApiFleet } from './api-fleet.js';
import type { Taken } from './api-fleet.js';
import { signedIn, together } from './crowd.js';
import type { Contender } from './crowd.js';

const CLIENTS = 96;
const PLACES = 100;
const LONG = 300_000;

const REGISTER = `mutation($input: RegisterDelegateInput!, $key: String!) { result: registerDelegate(input: $input, idempotencyKey: $key) {
  __typename ... on Registration { id state } ... on Refusal { code } } }`;

interface Said {
  readonly __typename: string;
  readonly id?: string;
  readonly state?: string;
  readonly code?: string;
}

let fleet: ApiFleet;
const opened: ApiFleet[] = [];
afterEach(async () => { for (const one of opened.splice(0)) await one.close(); }, 30_000);

/** Everybody tries to register for one of the places, each tenth twice at the same time under one key: what does not hold is listed. */
async function rush(count: number, taken: Taken = {}): Promise<{ readonly wrong: readonly string[]; readonly seconds: number }> {
  fleet = await ApiFleet.open(2, taken);
  opened.push(fleet);
  const { organiser } = fleet;
  const conference = await organiser.conference();
  await organiser.category(conference.id, { capacity: PLACES, waitlistLimit: 0 });
  await organiser.open(conference.id);
  const contenders = await signedIn(fleet, count);
  const attempts = contenders.flatMap((one) => (one.number % 10 === 0 ? [one, one] : [one]));
  const heard = new Map<Contender, Said[]>(contenders.map((one) => [one, []]));
  const began = performance.now();
  let turn = 0;
  await together(attempts, CLIENTS, async (one) => {
    const input = {
      conferenceId: conference.id, category: 'delegate', joinLine: false,
      details: { names: { latinFamily: `Contender ${one.number}`, order: 'GIVEN_FIRST' }, consents: [{ key: 'privacy', textVersion: '1' }] },
    };
    heard.get(one)?.push(await fleet.client(turn++).one<Said>(REGISTER, { input, key: `storm-${one.number}` }, { bearer: one.bearer }));
  });
  return { wrong: await whatIsWrong(heard, conference.id), seconds: (performance.now() - began) / 1_000 };
}

async function whatIsWrong(heard: ReadonlyMap<Contender, readonly Said[]>, conferenceId: string): Promise<readonly string[]> {
  const all = [...heard.values()];
  const wrong: string[] = [];
  const unless = (holds: boolean, what: string): void => { if (!holds) wrong.push(what); };
  const [row] = await fleet.database.source.query<{ taken: number; placed: number; people: number; confirmed: number }[]>(`
    SELECT (SELECT sum(taken)::int FROM pool WHERE conference_id = $1) AS taken, (SELECT count(*)::int FROM place WHERE conference_id = $1) AS placed,
      (SELECT count(DISTINCT account_id)::int FROM registration WHERE conference_id = $1 AND state = 'CONFIRMED') AS people,
      (SELECT count(*)::int FROM registration WHERE conference_id = $1 AND state = 'CONFIRMED') AS confirmed`, [conferenceId]);
  const winners = all.filter((said) => said.some(({ state }) => state === 'CONFIRMED')).length;
  unless(winners === PLACES, `${winners} were told that they have a place`);
  unless(row?.confirmed === PLACES && row.placed === PLACES && row.taken === PLACES, `the database holds ${JSON.stringify(row)}`);
  unless(row?.people === row?.confirmed, `${(row?.confirmed ?? 0) - (row?.people ?? 0)} have more than one registration`);
  const others = new Set(all.flat().filter(({ state }) => state === undefined).map(({ code, __typename }) => code ?? __typename));
  unless([...others].every((code) => code === 'places.no-line'), `refused by ${[...others].join(', ')}`);
  // Of two under one key, a later refusal may not follow a place: the same request gets the same answer.
  const torn = all.filter((said) => new Set(said.map(({ id, code }) => id ?? code)).size > 1);
  unless(torn.length === 0, `${torn.length} got another answer to the same request, as ${JSON.stringify(torn[0])}`);
  return wrong;
}

describe('the last hundred places, over HTTP, by two api processes on one database', () => {
  it('are had by exactly a hundred of 10,000 who try at once, each tenth of them twice', async () => {
    const { wrong, seconds } = await rush(10_000);
    process.stdout.write(`11,000 requests for 100 places, 2 apis, ${CLIENTS} clients: ${seconds.toFixed(1)} s\n`);
    expect(wrong).toEqual([]);
  }, LONG);

  it('are sold more than once without the condition of the pool (negative control)', async () => {
    const { wrong } = await rush(1_000, { guards: ['poolCondition'], constraints: [['pool', 'pool_not_oversold']] });
    expect(wrong.join('\n')).toMatch(/1\d\d were told that they have a place/);
  }, LONG);

  it('are answered otherwise the second time without the row of the key (negative control)', async () => {
    const { wrong } = await rush(400, { guards: ['idempotencyRow'] });
    expect(wrong.join('\n')).toMatch(/got another answer to the same request/);
  }, LONG);
});

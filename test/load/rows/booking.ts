import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GraphqlClient } from '../../e2e/town/graphql-client.js';
import { Organiser } from '../../e2e/town/organiser.js';
import { measureCpu } from '../cpu.js';
import { load } from '../load-client.js';
import { registrationBody, signedInDelegates } from '../people.js';
import type { Delegate } from '../people.js';
import { hasPgbench, transactionsOf } from '../pgbench.js';
import { compared } from '../row.js';
import type { BenchOptions, Row } from '../row.js';
import { TOKEN } from '../stage.js';
import type { Stage, Started } from '../stage.js';
import { takeTurns } from '../turns.js';
import { markedAll, openConference } from './registration.js';

const DATABASE = 'booking';
const LIMIT = 'booking_limit';
const CONNECTIONS = 64;
const DEPARTURES = 4;
/** More than can be answered; each books one departure a turn, so that nothing of an agenda stands in the way. */
const MOST_A_SECOND = 1_500;
const SEAT = '"state":"CONFIRMED"';
const TURN = '"state":"WAITING"';
const BOOK = `mutation($input: BookDepartureInput!, $key: String) { bookDeparture(input: $input, idempotencyKey: $key) {
  __typename ... on AgendaItem { state positionInLine } ... on Refusal { code message } } }`;

// What the least program writes on as many rows: a seat counted while there is one, else a turn; and who has it.
const SCHEMA = `
  CREATE TABLE departure (id integer PRIMARY KEY, taken integer NOT NULL, waiting integer NOT NULL, size integer NOT NULL) WITH (fillfactor = 50);
  INSERT INTO departure SELECT n, 0, 0, 500 FROM generate_series(1, ${DEPARTURES}) AS n;
  CREATE TABLE booking (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), departure integer NOT NULL, person bigint NOT NULL, state text NOT NULL, booked_at timestamptz NOT NULL DEFAULT now(), UNIQUE (departure, person))`;
const TRANSACTION = `\\set d random(1, ${DEPARTURES})
\\set p random(1, 9000000000000)
BEGIN;
WITH seat AS (UPDATE departure SET taken = taken + 1 WHERE id = :d AND taken < size RETURNING id)
INSERT INTO booking (departure, person, state) SELECT :d, :p, CASE WHEN EXISTS (SELECT 1 FROM seat) THEN 'CONFIRMED' ELSE 'WAITING' END;
UPDATE departure SET waiting = waiting + 1 WHERE id = :d AND taken >= size;
COMMIT;
`;

interface Booker extends Delegate {
  readonly registrationId: string;
}

/** Bookings into a few hot departures that fill up and then grow lines, through the real API, beside the bare statement on as many rows. */
export async function bookingRows(stage: Stage, { seconds, rounds, short }: BenchOptions): Promise<Row[]> {
  await stage.houseDatabase(DATABASE);
  const api = await stage.api(DATABASE);
  const conferenceId = await openConference(api.port, {});
  const bookers = await registered(stage, api, conferenceId, Math.ceil(MOST_A_SECOND * Math.min(seconds, 5)));
  if (hasPgbench()) {
    await stage.emptyDatabase(LIMIT);
    await stage.ask(LIMIT, SCHEMA);
    writeFileSync(join(stage.folder, 'booking.sql'), TRANSACTION);
  }
  const turned = await takeTurns([
    { name: 'own', turn: () => ownTurn(stage, api, conferenceId, bookers, seconds) },
    ...(hasPgbench() ? [{ name: 'bare', turn: () => bareTurn(stage, seconds) }] : []),
  ], rounds, () => ({ api: api.pid, postgres: stage.databasePid }), !short);
  await api.stop();
  const bound = turned.cpu('own');
  return [
    compared('booking', 'bookings/s', turned.figure('own') ?? 0, `pgbench, the bare statement on ${DEPARTURES} hot rows`, turned.figure('bare'), {}, bound),
    compared('booking p99', 'ms', turned.figure('own', 'p99') ?? 0, 'its median', turned.figure('own', 'p50'), {}, bound),
    compared('booking CPU', 'ms each', turned.figure('own', 'cpu') ?? 0, 'of it in the api', turned.figure('own', 'api'), {}, bound),
  ];
}

/** People with a confirmed registration each. */
async function registered(stage: Stage, api: Started, conferenceId: string, count: number): Promise<Booker[]> {
  const delegates = await signedInDelegates(stage, DATABASE, count);
  const bodies = delegates.map((delegate, number) => registrationBody(conferenceId, delegate, number, randomUUID()));
  markedAll(await load({ ports: [api.port], connections: CONNECTIONS, seconds: 600, bodies, bearers: delegates.map(({ bearer }) => bearer), repeat: false, marks: ['"__typename":"Registration"'] }));
  const rows = await stage.ask<{ id: string; account_id: string }>(DATABASE, "SELECT id, account_id FROM registration WHERE conference_id = $1 AND state = 'CONFIRMED'", [conferenceId]);
  const byAccount = new Map(rows.map((row) => [row.account_id, row.id]));
  if (byAccount.size !== count) throw new Error(`${count} people were registered, and ${byAccount.size} are there`);
  return delegates.map((delegate) => ({ ...delegate, registrationId: byAccount.get(delegate.accountId) ?? '' }));
}

/** Departures of this turn's own, of which a third of the requests finds no seat. */
async function ownTurn(stage: Stage, api: Started, conferenceId: string, bookers: readonly Booker[], seconds: number): Promise<Record<string, number>> {
  const client = new GraphqlClient(`http://127.0.0.1:${api.port}`, 2);
  const organiser = new Organiser(client, TOKEN);
  const seats = Math.max(5, Math.ceil(seconds * 40));
  const day = 1 + (await stage.ask<{ n: number }>(DATABASE, 'SELECT count(*)::int AS n FROM visit'))[0]!.n / DEPARTURES;
  const departures: string[] = [];
  for (let n = 0; n < DEPARTURES; n += 1) departures.push(...await organiser.visit(conferenceId, `visit-${randomUUID()}`, [[day, '09:00', '12:00', seats]]));
  client.close();
  const bodies = bookers.map(({ registrationId }, number) => JSON.stringify({
    query: BOOK, variables: { key: randomUUID(), input: { registrationId, departureId: departures[number % DEPARTURES], joinLine: true } },
  }));
  const used = measureCpu({ api: api.pid, postgres: stage.databasePid });
  const result = await load({ ports: [api.port], connections: CONNECTIONS, seconds, bodies, bearers: bookers.map(({ bearer }) => bearer), repeat: false, marks: [SEAT, TURN] });
  const spent = used();
  const booked = markedAll(result);
  const [row] = await stage.ask<{ seats: number; turns: number; taken: number; waiting: number; above: number }>(DATABASE, `
    SELECT (SELECT count(*)::int FROM place WHERE pool_id = ANY(pools.ids)) AS seats, (SELECT count(*)::int FROM waitlist_entry WHERE pool_id = ANY(pools.ids)) AS turns,
      sums.taken, sums.waiting, sums.above
    FROM (SELECT array_agg(pool_id) AS ids FROM departure WHERE id = ANY($1::uuid[])) AS pools,
      LATERAL (SELECT sum(taken)::int AS taken, sum(waiting)::int AS waiting, count(*) FILTER (WHERE taken > size)::int AS above FROM pool WHERE id = ANY(pools.ids)) AS sums`, [departures]);
  const said = { seats: result.byMark[SEAT] ?? 0, turns: result.byMark[TURN] ?? 0 };
  if (row?.seats !== said.seats || row.turns !== said.turns || row.taken !== said.seats || row.waiting !== said.turns || row.above !== 0) {
    throw new Error(`${JSON.stringify(said)} were acknowledged, and there is ${JSON.stringify(row)}`);
  }
  const { api: ofApi = 0, postgres = 0 } = spent.seconds;
  return { value: result.rate, p50: result.p50, p99: result.p99, cpu: (ofApi + postgres) / booked * 1_000, api: ofApi / booked * 1_000 };
}

async function bareTurn(stage: Stage, seconds: number): Promise<Record<string, number>> {
  const count = async (): Promise<number> => (await stage.ask<{ n: number }>(LIMIT, 'SELECT count(*)::int AS n FROM booking'))[0]?.n ?? 0;
  const before = await count();
  const { rate, done } = await transactionsOf(join(stage.folder, 'booking.sql'), stage.urlOf(LIMIT), seconds);
  const there = await count() - before;
  if (there !== done) throw new Error(`pgbench says it wrote ${done} bookings, and there are ${there}`);
  return { value: rate };
}

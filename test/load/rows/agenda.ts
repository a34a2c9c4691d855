import { load } from '../load-client.js';
import { compared } from '../row.js';
import type { BenchOptions, Row } from '../row.js';
import type { Stage } from '../stage.js';
import { takeTurns } from '../turns.js';
import { CONNECTIONS, programme, readers, UNLIMITED } from './filled-programme.js';
import { markedAll } from './registration.js';

const DATABASE = 'agenda';
const READERS = 200;
const QUERY = 'query A($slug: String!) { myAgenda(conferenceSlug: $slug) { items { id kind title startsAt endsAt state positionInLine forum { id slug } } } }';

/** What somebody who is signed in has chosen, with titles and times; nothing of it is kept. */
export async function agendaRows(stage: Stage, { seconds, rounds, short }: BenchOptions): Promise<Row[]> {
  await stage.houseDatabase(DATABASE);
  const api = await stage.api(DATABASE, UNLIMITED);
  const made = await programme(api, short ? 3 : 12, short ? 1 : 10);
  const bearers = await readers(stage, DATABASE, api, made, short ? 20 : READERS);
  const bare = await stage.script('./peers/programme-server.ts', { DATABASE_URL: stage.urlOf(DATABASE), SLUG: made.slug });
  const body = JSON.stringify({ query: QUERY, variables: { slug: made.slug } });
  const asked = async (port: number, path: string): Promise<Record<string, number>> => {
    const result = await load({ ports: [port], connections: CONNECTIONS, seconds, bodies: bearers.map(() => body), bearers, repeat: true, marks: ['"state":"CONFIRMED"', '"state" : "CONFIRMED"'], path });
    markedAll(result);
    return { value: result.rate, p99: result.p99 };
  };
  const turned = await takeTurns([
    { name: 'own', turn: () => asked(api.port, '/graphql') },
    { name: 'agg', turn: () => asked(bare.port, '/agenda') },
  ], rounds, () => ({ api: api.pid, bare: bare.pid, postgres: stage.databasePid }), !short);
  await bare.stop();
  await api.stop();
  const own = turned.figure('own') ?? 0;
  return [
    compared('agenda', 'reads/s', own, 'one json_agg statement', turned.figure('agg'), {}, turned.cpu('own')),
    compared('agenda p99', 'ms', turned.figure('own', 'p99') ?? 0, 'one json_agg statement', turned.figure('agg', 'p99'), {}, turned.cpu('own')),
  ];
}

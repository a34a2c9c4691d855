import { randomUUID } from 'node:crypto';
import { GraphqlClient } from '../../e2e/town/graphql-client.js';
import { Organiser } from '../../e2e/town/organiser.js';
import { load } from '../load-client.js';
import { registrationBody, signedInDelegates } from '../people.js';
import { compared } from '../row.js';
import type { BenchOptions, Row } from '../row.js';
import { TOKEN } from '../stage.js';
import type { Stage, Started } from '../stage.js';
import { takeTurns } from '../turns.js';
import type { Contender } from '../turns.js';
import { markedAll } from './registration.js';

const DATABASE = 'programme';
const CONNECTIONS = 64;
const READERS = 200;
export const FIELDS = 'id slug title kind sessions { id title startsAt endsAt room { name venue { name } } speakers { name role } }';
const MARK = '"programme":{"';
/** The load client asks far more often than people behind one address may. */
const UNLIMITED = { RATE_LIMITS: 'off' };

interface Made {
  readonly slug: string;
  readonly conferenceId: string;
  readonly forums: readonly string[];
}

/** The whole programme, as anybody reads it and as somebody with choices of their own does, beside one json_agg statement and kept bytes. */
export async function programmeRows(stage: Stage, { seconds, rounds, short }: BenchOptions): Promise<Row[]> {
  await stage.houseDatabase(DATABASE);
  const api = await stage.api(DATABASE, UNLIMITED);
  const made = await programme(api, short ? 3 : 12, short ? 3 : 10);
  const bearers = await readers(stage, api, made, short ? 20 : READERS);
  const bare = await stage.script('./peers/programme-server.ts', { DATABASE_URL: stage.urlOf(DATABASE), SLUG: made.slug });
  const body = (fields: string): string => JSON.stringify({ query: `query P($slug: String!) { programme(conferenceSlug: $slug) { version forums { ${fields} } } }`, variables: { slug: made.slug } });
  const asked = async (port: number, query: string, who: readonly string[] = [], path = '/graphql'): Promise<Record<string, number>> => {
    const result = await load({ ports: [port], connections: CONNECTIONS, seconds, bodies: who.length === 0 ? [query] : who.map(() => query), bearers: who, repeat: true, marks: [MARK, '"programme" : {"'], path });
    markedAll(result);
    return { value: result.rate, p99: result.p99, bytes: result.bytes / result.answered };
  };
  const contenders: Contender[] = [
    { name: 'own', turn: () => asked(api.port, body(FIELDS)) },
    { name: 'cached', turn: () => asked(bare.port, '{}', [], '/cached') },
    { name: 'agg', turn: () => asked(bare.port, '{}', [], '/agg') },
    { name: 'mine', turn: () => asked(api.port, body(`${FIELDS} mine { state }`), bearers) },
    { name: 'bare mine', turn: () => asked(bare.port, '{}', bearers, '/mine') },
  ];
  const turned = await takeTurns(contenders, rounds, () => ({ api: api.pid, bare: bare.pid, postgres: stage.databasePid }), !short);
  await staysFresh(stage, api, bare, made);
  await bare.stop();
  await api.stop();
  const own = turned.figure('own') ?? 0;
  const mine = turned.figure('mine') ?? 0;
  return [
    compared('programme', 'reads/s', own, 'bare Fastify, version check and kept bytes', turned.figure('cached'), { least: 0.8 }, turned.cpu('own')),
    compared('programme', 'reads/s', own, 'one json_agg statement', turned.figure('agg'), { least: 10 }, turned.cpu('own')),
    compared('programme p99', 'ms', turned.figure('own', 'p99') ?? 0, 'one json_agg statement', turned.figure('agg', 'p99'), {}, `${Math.round(turned.figure('own', 'bytes') ?? 0)} bytes an answer`),
    compared('programme, mine', 'reads/s', mine, 'one json_agg statement', turned.figure('bare mine'), { least: 0.9 }, turned.cpu('mine')),
  ];
}

/** A published conference whose forums have sessions in rooms with speakers. */
export async function programme(api: Started, forums: number, sessions: number): Promise<Made> {
  const client = new GraphqlClient(`http://127.0.0.1:${api.port}`, 4);
  const organiser = new Organiser(client, TOKEN);
  const both = (en: string, zh: string): Readonly<Record<string, string>> => ({ 'en': en, 'zh-Hans': zh });
  const { id: conferenceId, slug } = await organiser.conference();
  await organiser.category(conferenceId, {});
  await organiser.open(conferenceId);
  const { id: venueId } = await organiser.make('createVenue', 'Venue', { conferenceId, name: both('Convention centre', '会议中心') });
  const ids: string[] = [];
  for (let n = 0; n < forums; n += 1) {
    const { id: roomId } = await organiser.make('createRoom', 'Room', { venueId, name: both(`Room ${n}`, `${n}号厅`), capacity: 300 });
    const { id: forumId } = await organiser.make('createForum', 'Forum', { conferenceId, slug: `forum-${n}`, kind: 'THEMATIC', title: both(`Forum ${n}`, `论坛${n}`), capacity: 1_000_000 });
    for (let k = 0; k < sessions; k += 1) {
      const at = (minutes: number): string => `${organiser.day(n % 4)}T${String(8 + k).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
      await organiser.make('scheduleSession', 'SessionScheduled', {
        forumId, roomId, title: both(`Session ${k} of forum ${n}`, `论坛${n}第${k}场`), startsAt: at(0), endsAt: at(50),
        speakers: [{ name: both('Amina Yusuf', '阿米娜'), role: 'KEYNOTE' }, { name: both('Li Na', '李娜'), role: 'MODERATOR' }],
      }, 'session { id }');
    }
    ids.push(forumId);
  }
  client.close();
  return { slug, conferenceId, forums: ids };
}

/** Sign-ins of delegates who have chosen two forums each. */
async function readers(stage: Stage, api: Started, { conferenceId, forums }: Made, count: number): Promise<string[]> {
  const delegates = await signedInDelegates(stage, DATABASE, count);
  const all = async (bodies: readonly string[], bearers: readonly string[], marks: readonly string[]): Promise<void> => {
    markedAll(await load({ ports: [api.port], connections: CONNECTIONS, seconds: 300, bodies, bearers, repeat: false, marks }));
  };
  await all(delegates.map((delegate, number) => registrationBody(conferenceId, delegate, number, randomUUID())), delegates.map(({ bearer }) => bearer), ['"__typename":"Registration"']);
  const rows = await stage.ask<{ id: string; account_id: string }>(DATABASE, 'SELECT id, account_id FROM registration WHERE conference_id = $1', [conferenceId]);
  const byAccount = new Map(rows.map((row) => [row.account_id, row.id]));
  for (const offset of [0, 1]) {
    await all(delegates.map(({ accountId }, number) => JSON.stringify({
      query: 'mutation($input: ChooseForumInput!) { chooseForum(input: $input) { __typename ... on AgendaItem { state } ... on Refusal { code } } }',
      variables: { input: { registrationId: byAccount.get(accountId), forumId: forums[(number + offset) % forums.length] } },
    })), delegates.map(({ bearer }) => bearer), ['"state":"CONFIRMED"', '"code":"agenda.clash"']);
  }
  return delegates.map(({ bearer }) => bearer);
}

/** What another process commits shows on the very next read, here and beside. */
async function staysFresh(stage: Stage, api: Started, bare: Started, { slug, forums }: Made): Promise<void> {
  const other = await stage.api(DATABASE, UNLIMITED);
  const [writer, reader] = [new GraphqlClient(`http://127.0.0.1:${other.port}`, 2), new GraphqlClient(`http://127.0.0.1:${api.port}`, 2)];
  const [row] = await stage.ask<{ version: number }>(DATABASE, 'SELECT version FROM forum WHERE id = $1', [forums[0]]);
  let version = row?.version ?? 1;
  for (let n = 0; n < 10; n += 1) {
    const title = `Renamed ${n} ${randomUUID()}`;
    ({ version } = await writer.done<{ version: number }>(
      'mutation($input: UpdateForumInput!) { updateForum(input: $input) { __typename ... on Forum { version } ... on Refusal { code message } } }', { input: { id: forums[0], version, title: { en: title } } }, { bearer: TOKEN }));
    const read = await reader.insist('query($slug: String!) { programme(conferenceSlug: $slug) { forums { title } } }', { slug }, {});
    const beside = await fetch(`http://127.0.0.1:${bare.port}/cached`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }).then((answer) => answer.text());
    if (!JSON.stringify(read.data).includes(title)) throw new Error('what another process committed did not show on the next read');
    if (!beside.includes(title)) throw new Error('the kept bytes were not those of the next read');
  }
  writer.close();
  reader.close();
  await other.stop();
}

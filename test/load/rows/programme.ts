import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { GraphqlClient } from '../../e2e/town/graphql-client.js';
import { load } from '../load-client.js';
import { postgraphile } from '../peers/postgraphile.js';
import { compared } from '../row.js';
import type { BenchOptions, Row } from '../row.js';
import { TOKEN } from '../stage.js';
import type { Stage, Started } from '../stage.js';
import { takeTurns } from '../turns.js';
import type { Contender } from '../turns.js';
import { CONNECTIONS, FIELDS, programme, readers, UNLIMITED } from './filled-programme.js';
import type { Made } from './filled-programme.js';
import { markedAll } from './registration.js';

const DATABASE = 'programme';
const READERS = 200;
const OWN = `${FIELDS} mine { state }`;
const POSTGRAPHILE = `query P($slug: String!) { programme: programmeBySlug(slug: $slug) { version forums(orderBy: SLUG_ASC) { nodes { id: rowId slug title kind mine
  sessions(orderBy: STARTS_AT_ASC) { nodes { id: rowId title startsAt endsAt room { name venue { name } } speakers(orderBy: POSITION_ASC) { nodes { name role } } } } } } } }`;
const MARKS = ['"programme":{"', '"programme" : {"'];

/** The whole programme, as anybody reads it and as somebody with choices of their own does, beside the limits and the peers. */
export async function programmeRows(stage: Stage, { seconds, rounds, short }: BenchOptions): Promise<Row[]> {
  await stage.houseDatabase(DATABASE);
  const api = await stage.api(DATABASE, UNLIMITED);
  const made = await programme(api, short ? 3 : 12, short ? 3 : 10);
  const bearers = await readers(stage, DATABASE, api, made, short ? 20 : READERS);
  const bare = await stage.script('./peers/programme-server.ts', { DATABASE_URL: stage.urlOf(DATABASE), SLUG: made.slug });
  const loaders = await stage.script('./peers/dataloader-server.ts', { DATABASE_URL: stage.urlOf(DATABASE) });
  const peer = short ? undefined : await postgraphile(stage, DATABASE);
  const body = (fields: string): string => JSON.stringify({ query: `query P($slug: String!) { programme(conferenceSlug: $slug) { version forums { ${fields} } } }`, variables: { slug: made.slug } });
  const peersBody = JSON.stringify({ query: POSTGRAPHILE, variables: { slug: made.slug } });
  const asked = async (port: number, query: string, who: readonly string[] = [], path = '/graphql'): Promise<Record<string, number>> => {
    const result = await load({ ports: [port], connections: CONNECTIONS, seconds, bodies: who.length === 0 ? [query] : who.map(() => query), bearers: who, repeat: true, marks: MARKS, path });
    markedAll(result);
    return { value: result.rate, p99: result.p99, bytes: result.bytes / result.answered };
  };
  const contenders: Contender[] = [
    { name: 'own', turn: () => asked(api.port, body(FIELDS)) },
    { name: 'cached', turn: () => asked(bare.port, '{}', [], '/cached') },
    { name: 'agg', turn: () => asked(bare.port, '{}', [], '/agg') },
    { name: 'mine', turn: () => asked(api.port, body(OWN), bearers) },
    { name: 'bare mine', turn: () => asked(bare.port, '{}', bearers, '/mine') },
    { name: 'loaders', turn: () => asked(loaders.port, body(OWN), bearers) },
    ...(peer === undefined ? [] : [{ name: 'postgraphile', turn: () => asked(peer.port, peersBody, bearers) }]),
    { name: 'executed', turn: () => asked(api.port, body(FIELDS), [TOKEN]) },
  ];
  const turned = await takeTurns(contenders, rounds, () => ({ api: api.pid, bare: bare.pid, loaders: loaders.pid, postgres: stage.databasePid, ...(peer === undefined ? {} : { postgraphile: peer.pid }) }), !short);
  await saysTheSame(bearers, { own: [api.port, body(OWN)], bare: [bare.port, '{}', '/mine'], loaders: [loaders.port, body(OWN)], ...(peer === undefined ? {} : { postgraphile: [peer.port, peersBody] }) });
  await staysFresh(stage, api, bare, made);
  for (const started of [peer, loaders, bare, api]) await started?.stop();
  const own = turned.figure('own') ?? 0;
  const mine = turned.figure('mine') ?? 0;
  const executed = turned.figure('executed') ?? 0;
  const missing = short ? 'not in the short form' : 'not to be had here';
  return [
    compared('programme', 'reads/s', own, 'bare Fastify, version check and kept bytes', turned.figure('cached'), { least: 0.8 }, turned.cpu('own')),
    compared('programme', 'reads/s', own, 'one json_agg statement', turned.figure('agg'), { least: 10 }, turned.cpu('own')),
    compared('programme p99', 'ms', turned.figure('own', 'p99') ?? 0, 'one json_agg statement', turned.figure('agg', 'p99'), {}, `${Math.round(turned.figure('own', 'bytes') ?? 0)} bytes an answer`),
    compared('programme, mine', 'reads/s', mine, 'one json_agg statement', turned.figure('bare mine'), { least: 0.9 }, turned.cpu('mine')),
    compared('programme, mine', 'reads/s', mine, peer === undefined ? `PostGraphile (${missing})` : 'PostGraphile', turned.figure('postgraphile'), { least: 2.5 }, turned.cpu('mine')),
    compared('programme, mine', 'reads/s', mine, 'plain Apollo with dataloader', turned.figure('loaders'), { least: 3 }, turned.cpu('mine')),
    compared('programme, by staff', 'reads/s', executed, 'one json_agg statement', turned.figure('agg'), {}, `nothing kept; ${turned.cpu('executed')}`),
  ];
}

type Where = readonly [port: number, body: string, path?: string];
interface Forum { readonly id: string; readonly mine: { readonly state: string } | string | null; readonly sessions: unknown }

/** For some of those who ask, the project and each peer tell the same sessions, speakers, times and choices. */
async function saysTheSame(bearers: readonly string[], all: Readonly<Record<string, Where>>): Promise<void> {
  for (const bearer of bearers.slice(0, 5)) {
    const told = await Promise.all(Object.entries(all).map(async ([name, [port, body, path = '/graphql']]) => {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body, headers: { 'content-type': 'application/json', 'authorization': `Bearer ${bearer}` } });
      const { data } = await answer.json() as { data: { programme: { forums: readonly Forum[] | { readonly nodes: readonly Forum[] } } } };
      return [name, plainForums(data.programme.forums)] as const;
    }));
    const [[, first] = []] = told;
    if (!JSON.stringify(first).includes('CONFIRMED')) throw new Error('nobody has a choice in what was read');
    for (const [name, forums] of told) if (!isDeepStrictEqual(forums, first)) throw new Error(`${name} told another programme`);
  }
}

// PostGraphile wraps lists into nodes and calls the state itself `mine`; PostgreSQL prints instants with their offset, at the end of lists by another order.
function plainForums(forums: readonly Forum[] | { readonly nodes: readonly Forum[] }): unknown {
  const list = 'nodes' in forums ? forums.nodes : forums;
  return JSON.parse(JSON.stringify(list.toSorted((a, b) => a.id.localeCompare(b.id)), (key, value: unknown) => {
    if (key === 'mine' && typeof value === 'string') return { state: value };
    if (key === 'startsAt' || key === 'endsAt') return new Date(String(value)).toISOString();
    return typeof value === 'object' && value !== null && 'nodes' in value ? value.nodes : value;
  }));
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

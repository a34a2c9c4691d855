import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo from '@as-integrations/fastify';
import DataLoader from 'dataloader';
import Fastify from 'fastify';
import type { FastifyRequest } from 'fastify';
import pg from 'pg';

// The programme as plain Apollo on Fastify answers it: a resolver for each step, a DataLoader and a prepared statement for each kind.

type Row = Readonly<Record<string, unknown>> & { readonly id: string; readonly key: string; readonly pool_id: string; readonly room_id: string | null; readonly venue_id: string };
type Many = DataLoader<string, readonly Row[]>;
interface Context {
  readonly forums: Many;
  readonly sessions: Many;
  readonly speakers: Many;
  readonly rooms: Many;
  readonly venues: Many;
  readonly mine: Many;
}

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 12 });
const rows = async (name: string, text: string, values: readonly unknown[]): Promise<Row[]> => (await pool.query<Row>({ name, text, values: [...values] })).rows;
const loader = (name: string, text: string, ...more: readonly unknown[]): Many => new DataLoader(async (keys) => {
  const found = Map.groupBy(await rows(name, text, [keys, ...more]), ({ key }) => key);
  return keys.map((key) => found.get(key) ?? []);
});

function contextOf(request: FastifyRequest): Promise<Context> {
  const bearer = (request.headers.authorization ?? '').slice('Bearer '.length);
  return Promise.resolve({
    forums: loader('forums', 'SELECT conference_id AS key, id, pool_id, slug, title, kind FROM shown_forum WHERE conference_id = ANY($1::uuid[]) AND removed_at IS NULL ORDER BY slug'),
    sessions: loader('sessions', `SELECT s.forum_id AS key, s.id, s.room_id, coalesce(s.title, f.title) AS title, s.starts_at AS "startsAt", s.ends_at AS "endsAt"
      FROM shown_session s JOIN shown_forum f ON f.id = s.forum_id WHERE s.forum_id = ANY($1::uuid[]) AND s.removed_at IS NULL ORDER BY s.starts_at`),
    speakers: loader('speakers', 'SELECT session_id AS key, id, name, role FROM shown_speaker WHERE session_id = ANY($1::uuid[]) ORDER BY position'),
    rooms: loader('rooms', 'SELECT id AS key, id, venue_id, name FROM shown_room WHERE id = ANY($1::uuid[])'),
    venues: loader('venues', 'SELECT id AS key, id, name FROM shown_venue WHERE id = ANY($1::uuid[])'),
    mine: loader('mine', `SELECT l.pool_id AS key, l.id, l.state FROM place l JOIN registration m ON m.id = l.holder_id JOIN sign_in n ON n.account_id = m.account_id
      WHERE l.pool_id = ANY($1::uuid[]) AND n.secret_hash = sha256(convert_to($2, 'UTF8'))`, bearer),
  });
}

const one = async (loading: Promise<readonly Row[]>): Promise<Row | null> => (await loading)[0] ?? null;
const server = new ApolloServer<Context>({
  typeDefs: `
    scalar Text
    type Query { programme(conferenceSlug: String!): Programme }
    type Programme { version: String! forums: [Forum!]! }
    type Forum { id: ID! slug: String! title: Text! kind: String! mine: Mine sessions: [Session!]! }
    type Mine { state: String! }
    type Session { id: ID! title: Text! startsAt: String! endsAt: String! room: Room speakers: [Speaker!]! }
    type Room { name: Text! venue: Venue! }
    type Venue { name: Text! }
    type Speaker { name: Text! role: String! }`,
  resolvers: {
    Query: {
      programme: async (_: unknown, { conferenceSlug }: { conferenceSlug: string }) =>
        (await rows('programme', 'SELECT c.id, c.id AS key, v.version FROM conference c JOIN conference_version v ON v.conference_id = c.id WHERE c.slug = $1', [conferenceSlug]))[0],
    },
    Programme: { forums: ({ id }: Row, _: unknown, { forums }: Context) => forums.load(id) },
    Forum: {
      mine: (row: Row, _: unknown, { mine }: Context) => one(mine.load(row.pool_id)),
      sessions: ({ id }: Row, _: unknown, { sessions }: Context) => sessions.load(id),
    },
    Session: {
      startsAt: (row: Row) => (row['startsAt'] as Date).toISOString(),
      endsAt: (row: Row) => (row['endsAt'] as Date).toISOString(),
      room: (row: Row, _: unknown, { rooms: all }: Context) => (row.room_id === null ? null : one(all.load(row.room_id))),
      speakers: ({ id }: Row, _: unknown, { speakers }: Context) => speakers.load(id),
    },
    Room: { venue: (row: Row, _: unknown, { venues }: Context) => one(venues.load(row.venue_id)) },
  },
  plugins: [ApolloServerPluginCacheControlDisabled()],
  stringifyResult: (value) => JSON.stringify(value),
});
await server.start();
const app = Fastify();
app.get('/', () => 'ready');
await app.register(fastifyApollo(server), { context: contextOf });
await app.listen({ host: '127.0.0.1', port: Number(process.env['PORT']) });

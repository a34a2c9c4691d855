import Fastify from 'fastify';
import pg from 'pg';

// The limits of a programme query on bare Fastify: one json_agg statement each time (/agg; /mine and /agenda for a bearer), and its bytes kept for as long as the version row stays (/cached).

const PROGRAMME = (me: string, mine: string): string => `
  WITH ${me} sp AS (
    SELECT p.session_id, json_agg(json_build_object('name', p.name, 'role', p.role) ORDER BY p.position) AS all
    FROM shown_speaker p JOIN conference c ON c.id = p.conference_id WHERE c.slug = $1 GROUP BY 1),
  se AS (
    SELECT s.forum_id, json_agg(json_build_object('id', s.id, 'title', coalesce(s.title, f.title), 'startsAt', s.starts_at, 'endsAt', s.ends_at,
      'room', CASE WHEN r.id IS NOT NULL THEN json_build_object('name', r.name, 'venue', json_build_object('name', h.name)) END, 'speakers', coalesce(sp.all, '[]')) ORDER BY s.starts_at) AS all
    FROM conference c JOIN shown_forum f ON f.conference_id = c.id JOIN shown_session s ON s.forum_id = f.id AND s.removed_at IS NULL
    LEFT JOIN shown_room r ON r.id = s.room_id LEFT JOIN shown_venue h ON h.id = r.venue_id LEFT JOIN sp ON sp.session_id = s.id WHERE c.slug = $1 GROUP BY 1)
  SELECT json_build_object('data', json_build_object('programme', json_build_object('version', v.version, 'forums', (
    SELECT json_agg(json_build_object('id', f.id, 'slug', f.slug, 'title', f.title, 'kind', f.kind${mine}, 'sessions', coalesce(se.all, '[]')) ORDER BY f.slug)
    FROM shown_forum f LEFT JOIN se ON se.forum_id = f.id WHERE f.conference_id = c.id AND f.removed_at IS NULL))))::text AS body
  FROM conference c JOIN conference_version v ON v.conference_id = c.id WHERE c.slug = $1`;
const ANYBODY = PROGRAMME('', '');
const SOMEBODY = PROGRAMME(`me AS MATERIALIZED (SELECT l.pool_id, l.state FROM sign_in n JOIN registration m ON m.account_id = n.account_id JOIN conference c ON c.id = m.conference_id
  JOIN place l ON l.holder_id = m.id WHERE c.slug = $1 AND n.secret_hash = sha256(convert_to($2, 'UTF8'))),`,
`, 'mine', (SELECT json_build_object('state', me.state) FROM me WHERE me.pool_id = f.pool_id)`);
const AGENDA = `
  SELECT json_build_object('data', json_build_object('myAgenda', json_build_object('items', (
    SELECT json_agg(json_build_object('id', l.id, 'kind', p.kind, 'title', f.title, 'state', l.state, 'positionInLine', NULL, 'forum', json_build_object('id', f.id, 'slug', f.slug),
      'startsAt', (SELECT min(lower(i.during)) FROM pool_interval i WHERE i.pool_id = p.id), 'endsAt', (SELECT max(upper(i.during)) FROM pool_interval i WHERE i.pool_id = p.id)))
    FROM place l JOIN pool p ON p.id = l.pool_id JOIN shown_forum f ON f.id = p.subject_id WHERE l.holder_id = m.id AND p.kind = 'FORUM'))))::text AS body
  FROM conference c JOIN registration m ON m.conference_id = c.id JOIN sign_in n ON n.account_id = m.account_id
  WHERE c.slug = $1 AND n.secret_hash = sha256(convert_to($2, 'UTF8'))`;
const VERSION = 'SELECT v.version::text AS version FROM conference c JOIN conference_version v ON v.conference_id = c.id WHERE c.slug = $1';

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 12 });
const slug = process.env['SLUG'] ?? '';
let kept: { readonly version: string | undefined; readonly body: string } | undefined;

async function one<Column extends string>(name: string, text: string, values: readonly string[], column: Column): Promise<string> {
  const { rows } = await pool.query<Record<Column, string>>({ name, text, values: [...values] });
  return rows[0]?.[column] ?? '';
}

const app = Fastify();
app.get('/', () => 'ready');
app.post('/agg', async (_request, reply) => reply.type('application/json').send(await one('agg', ANYBODY, [slug], 'body')));
const bearerOf = (authorization: string | undefined): string => (authorization ?? '').slice('Bearer '.length);
app.post('/mine', async ({ headers }, reply) => reply.type('application/json').send(await one('mine', SOMEBODY, [slug, bearerOf(headers.authorization)], 'body')));
app.post('/agenda', async ({ headers }, reply) => reply.type('application/json').send(await one('agenda', AGENDA, [slug, bearerOf(headers.authorization)], 'body')));
app.post('/cached', async (_request, reply) => {
  const version = await one('version', VERSION, [slug], 'version');
  if (kept?.version !== version) kept = { version, body: await one('agg', ANYBODY, [slug], 'body') };
  return reply.type('application/json').send(kept.body);
});
await app.listen({ host: '127.0.0.1', port: Number(process.env['PORT']) });

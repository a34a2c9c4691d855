import Fastify from 'fastify';
import pg from 'pg';

// The limits of a programme query on bare Fastify: one json_agg statement each time (/agg), and its bytes kept for as long as the version row stays (/cached).

const PROGRAMME = (mine: string): string => `
  SELECT json_build_object('data', json_build_object('programme', json_build_object('version', v.version, 'forums', (
    SELECT json_agg(json_build_object('id', f.id, 'slug', f.slug, 'title', f.title, 'kind', f.kind${mine}, 'sessions', (
      SELECT json_agg(json_build_object('id', s.id, 'title', coalesce(s.title, f.title), 'startsAt', s.starts_at, 'endsAt', s.ends_at,
        'room', (SELECT json_build_object('name', r.name, 'venue', json_build_object('name', h.name)) FROM shown_room r JOIN shown_venue h ON h.id = r.venue_id WHERE r.id = s.room_id),
        'speakers', (SELECT coalesce(json_agg(json_build_object('name', p.name, 'role', p.role) ORDER BY p.position), '[]') FROM shown_speaker p WHERE p.session_id = s.id)) ORDER BY s.starts_at)
      FROM shown_session s WHERE s.forum_id = f.id AND s.removed_at IS NULL)) ORDER BY f.slug)
    FROM shown_forum f WHERE f.conference_id = c.id AND f.removed_at IS NULL))))::text AS body
  FROM conference c JOIN conference_version v ON v.conference_id = c.id WHERE c.slug = $1`;
const MINE = `, 'mine', (SELECT json_build_object('state', l.state) FROM place l JOIN registration m ON m.id = l.holder_id
  JOIN sign_in n ON n.account_id = m.account_id WHERE l.pool_id = f.pool_id AND m.conference_id = c.id AND n.secret_hash = sha256(convert_to($2, 'UTF8')))`;
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
app.post('/agg', async (_request, reply) => reply.type('application/json').send(await one('agg', PROGRAMME(''), [slug], 'body')));
app.post('/mine', async (request, reply) => reply.type('application/json').send(await one('mine', PROGRAMME(MINE), [slug, (request.headers.authorization ?? '').slice('Bearer '.length)], 'body')));
app.post('/cached', async (_request, reply) => {
  const version = await one('version', VERSION, [slug], 'version');
  if (kept?.version !== version) kept = { version, body: await one('agg', PROGRAMME(''), [slug], 'body') };
  return reply.type('application/json').send(kept.body);
});
await app.listen({ host: '127.0.0.1', port: Number(process.env['PORT']) });

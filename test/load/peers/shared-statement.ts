import Fastify from 'fastify';
import pg from 'pg';

// The limit of this stack: bare Fastify, no GraphQL, no rules; what arrives while a statement is under way shares the next.

interface Entry {
  readonly email: string;
  readonly given: string;
  readonly family: string;
  readonly organisation: string;
}
interface Waiting {
  readonly entry: Entry;
  readonly resolve: (id: string | undefined) => void;
  readonly reject: (fault: unknown) => void;
}

const WRITE = `
  WITH asked AS (SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) WITH ORDINALITY AS t(email, given, family, organisation, n)),
  room AS (SELECT size - taken AS free FROM place_count WHERE category = 1 AND shard = 16 FOR UPDATE),
  made AS (
    INSERT INTO entry (conference, category, email, given, family, organisation)
    SELECT 1, 1, email, given, family, organisation FROM asked, room WHERE n <= free ON CONFLICT DO NOTHING RETURNING id, email),
  counted AS (UPDATE place_count SET taken = taken + (SELECT count(*) FROM made) WHERE category = 1 AND shard = 16),
  told AS (INSERT INTO outgoing (topic, payload) SELECT 'registration.made', jsonb_build_object('id', id, 'email', email) FROM made)
  SELECT id, email FROM made`;
const MOST = 256;

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 4 });
const waiting: Waiting[] = [];
let isBusy = false;

async function drain(): Promise<void> {
  isBusy = true;
  while (waiting.length > 0) {
    const batch = waiting.splice(0, MOST);
    const column = (name: keyof Entry): string[] => batch.map(({ entry }) => entry[name]);
    try {
      const { rows } = await pool.query<{ id: string; email: string }>({ name: 'write', text: WRITE, values: [column('email'), column('given'), column('family'), column('organisation')] });
      const ids = new Map(rows.map(({ id, email }) => [email, id]));
      for (const { entry, resolve } of batch) resolve(ids.get(entry.email));
    } catch (fault) {
      for (const { reject } of batch) reject(fault);
    }
  }
  isBusy = false;
}

const app = Fastify();
app.get('/', () => 'ready');
app.post<{ Body: Entry }>('/graphql', async (request, reply) => {
  const id = await new Promise<string | undefined>((resolve, reject) => {
    waiting.push({ entry: request.body, resolve, reject });
    if (!isBusy) void drain();
  });
  return reply.send(id === undefined ? { refused: true } : { id, state: 'CONFIRMED' });
});
await app.listen({ host: '127.0.0.1', port: Number(process.env['PORT']) });

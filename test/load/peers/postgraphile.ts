import { fileURLToPath } from 'node:url';
import { freePort } from '#platform';
import type { Stage, Started } from '../stage.js';
import { installed } from './install.js';

const SERVER = fileURLToPath(new URL('./postgraphile-server.mjs', import.meta.url));
// The same tables, as an application of PostGraphile would show them: views with their keys told, and the asker's own as a function.
const VIEWS = `
  CREATE SCHEMA reading;
  CREATE VIEW reading.programme AS SELECT c.id, c.slug, v.version FROM conference c JOIN conference_version v ON v.conference_id = c.id;
  CREATE VIEW reading.forum AS SELECT id, conference_id, pool_id, slug, title, kind FROM shown_forum WHERE removed_at IS NULL;
  CREATE VIEW reading.session AS SELECT s.id, s.forum_id, s.room_id, coalesce(s.title, f.title) AS title, s.starts_at, s.ends_at
    FROM shown_session s JOIN shown_forum f ON f.id = s.forum_id WHERE s.removed_at IS NULL;
  CREATE VIEW reading.room AS SELECT id, venue_id, name FROM shown_room;
  CREATE VIEW reading.venue AS SELECT id, name FROM shown_venue;
  CREATE VIEW reading.speaker AS SELECT id, session_id, position, name, role FROM shown_speaker;
  CREATE FUNCTION reading.me() RETURNS uuid[] STABLE LANGUAGE sql AS $$
    SELECT array_agg(m.id) FROM sign_in n JOIN registration m ON m.account_id = n.account_id WHERE n.secret_hash = sha256(convert_to(current_setting('reading.secret', true), 'UTF8')) $$;
  CREATE FUNCTION reading.forum_mine(one reading.forum) RETURNS text STABLE LANGUAGE sql AS $$
    SELECT l.state FROM place l WHERE l.pool_id = one.pool_id AND l.holder_id = ANY (reading.me()) $$;
  COMMENT ON VIEW reading.programme IS E'@primaryKey id\\n@unique slug';
  COMMENT ON VIEW reading.forum IS E'@primaryKey id\\n@foreignKey (conference_id) references reading.programme (id)|@foreignFieldName forums';
  COMMENT ON VIEW reading.session IS E'@primaryKey id\\n@foreignKey (forum_id) references reading.forum (id)|@foreignFieldName sessions\\n@foreignKey (room_id) references reading.room (id)|@fieldName room';
  COMMENT ON VIEW reading.room IS E'@primaryKey id\\n@foreignKey (venue_id) references reading.venue (id)|@fieldName venue';
  COMMENT ON VIEW reading.venue IS E'@primaryKey id';
  COMMENT ON VIEW reading.speaker IS E'@primaryKey id\\n@foreignKey (session_id) references reading.session (id)|@foreignFieldName speakers';`;

/** PostGraphile over a database of the project that has a programme, or nothing where it cannot be had. */
export async function postgraphile(stage: Stage, database: string): Promise<Started | undefined> {
  const folder = await installed('postgraphile', { dependencies: { postgraphile: '5.1.5', graphql: '16.15.0', pg: '8.23.1' } });
  if (folder === undefined) return undefined;
  await stage.ask(database, VIEWS);
  const port = await freePort();
  return stage.start(SERVER, port, { cwd: stage.folder, environment: { PEER_FOLDER: folder, DATABASE_URL: stage.urlOf(database), PORT: String(port) } });
}

import type { Stage } from '../stage.js';

// Registrations as the verb leaves them, written by one statement, so that a million are there in minutes.
const FILL = `
  WITH shape AS (
    SELECT c.id AS category_id, c.conference_id, c.pool_id FROM category c WHERE c.conference_id = $1 AND c.key = 'delegate'),
  someone AS MATERIALIZED (
    SELECT n, gen_random_uuid() AS person_id, gen_random_uuid() AS account_id,
      (lpad(to_hex((extract(epoch FROM now()) * 1000)::bigint - 10000000 + n), 12, '0') || '7' || substr(md5(n::text), 1, 3) || '8' || substr(md5('b' || n), 1, 15))::uuid AS id,
      (ARRAY['Nwachukwu', 'Lin', 'Ferrari', 'Haddad', 'Okonkwo', 'Sato', 'Kowalska', 'Tan', 'Mukherjee', 'Oliveira'])[1 + n % 10] AS family, md5('given' || n) AS given
    FROM generate_series($2::int + 1, $3::int) AS n),
  accounts AS (INSERT INTO account (id, email, email_key) SELECT account_id, 'filled' || n || '@example.org', 'filled' || n || '@example.org' FROM someone RETURNING 1),
  people AS (
    INSERT INTO person (id, latin_family, latin_given, name_order, badge_name, nationality, residence, created_at, updated_at)
    SELECT person_id, family, given, 'GIVEN_FIRST', given || ' ' || family, 'NG', 'NG', now(), now() FROM someone RETURNING 1)
  INSERT INTO registration (id, conference_id, category_id, person_id, account_id, email, code, state, origin, locale, organisation, languages, form_version, answers, consents,
    nationality, latin_key, native_key, sort_name, search_text, created_at, submitted_at, updated_at, version)
  SELECT id, conference_id, category_id, person_id, account_id, 'filled' || n || '@example.org', 'F' || n, 'CONFIRMED', 'SELF', 'en', 'Lagos Chamber of Commerce', '{en}', 1, '[]', '[]',
    'NG', lower(given) || ' ' || lower(family), '', lower(family) || ' ' || given, ' ' || lower(family) || ' ' || given || ' lagos chamber of commerce filled' || n || '@example.org f' || n, now(), now(), now(), 2
  FROM someone, shape`;
const COUNT = `
  INSERT INTO registration_count (conference_id, category_id, state, shard, n) SELECT $1, id, 'CONFIRMED', 0, $2::int FROM category WHERE conference_id = $1 AND key = 'delegate'
  ON CONFLICT (conference_id, category_id, state, shard) DO UPDATE SET n = registration_count.n + excluded.n`;
const BATCH = 20_000;

/** Raises a conference from so many registrations to so many, without going through the API. */
export async function fill(stage: Stage, database: string, conferenceId: string, from: number, to: number): Promise<void> {
  for (let begin = from; begin < to; begin += BATCH) await stage.ask(database, FILL, [conferenceId, begin, Math.min(to, begin + BATCH)]);
  await stage.ask(database, COUNT, [conferenceId, to - from]);
  await stage.ask(database, 'VACUUM ANALYZE');
}

import { searchAscii } from '#kernel';
import pg from 'pg';
import type { Stage } from '../stage.js';

const SYLLABLES = 'ba chi do fer gan hol ira jin kwa lu mar ndo oko pra qui ros sha tan ume vas wan xi yo zel ade bri cor dia eno fos gre haz ibi jos kel lem mwa nor osu pet'.split(' ');
const HAN = [...'安白宝成春德东恩方芳丰高光国海浩和红华辉慧吉佳建健江杰金晶静俊康兰乐丽林玲龙梅美敏明宁平琪强清庆荣瑞山尚胜诗世书思松涛天婷文武希贤晓欣新秀雪雅妍阳怡义英永宇玉园媛云泽珍志智中竹子紫宗佐'];
const FAMILIES = [...'王李张刘陈杨赵黄周吴徐孙胡朱郭何高罗郑梁谢宋唐许邓'];
const PRIVACY = JSON.stringify([{ key: 'privacy', textVersion: '2026-01', givenAt: '2026-11-22T08:00:00Z' }]);

// Registrations as the verb leaves them, of people each with a name and an address of their own, every second one in Han too. Foreign keys are
// not looked at, so that a million are there in minutes.
const FILL = `
  WITH shape AS (
    SELECT c.id AS category_id, c.conference_id, c.pool_id FROM category c WHERE c.conference_id = $1 AND c.key = 'delegate'),
  numbered AS (SELECT n, (n::bigint * 7919 % 1000003)::int AS k FROM generate_series($2::int + 1, $3::int) AS n),
  drawn AS (
    SELECT *, 1 + k % 40 AS a, 1 + k / 40 % 40 AS b, 1 + k / 1600 % 40 AS c, 1 + n % 40 AS d, 1 + k % cardinality($8::text[]) AS f, 1 + k / 25 % cardinality($6::text[]) AS g, 1 + k / 2500 % cardinality($6::text[]) AS h FROM numbered),
  someone AS MATERIALIZED (
    SELECT n, gen_random_uuid() AS person_id, gen_random_uuid() AS account_id,
      (lpad(to_hex((extract(epoch FROM now()) * 1000)::bigint - 10000000 + n), 12, '0') || '7' || substr(md5(n::text), 1, 3) || '8' || substr(md5('b' || n), 1, 15))::uuid AS id,
      initcap(($5::text[])[a] || ($5::text[])[b] || ($5::text[])[c]) AS family, initcap(($5::text[])[d] || ($5::text[])[b]) AS given,
      CASE WHEN n % 2 = 1 THEN ($8::text[])[f] || ($6::text[])[g] || ($6::text[])[h] END AS native, ($9::text[])[f] || ($7::text[])[g] || ($7::text[])[h] AS code,
      lower(($5::text[])[d] || ($5::text[])[b] || '.' || ($5::text[])[a] || ($5::text[])[b] || ($5::text[])[c]) || to_hex(n) || '@example.org' AS email
    FROM drawn),
  accounts AS (INSERT INTO account (id, email, email_key) SELECT account_id, email, email FROM someone),
  people AS (
    INSERT INTO person (id, native_name, latin_family, latin_given, name_order, badge_name, nationality, residence, created_at, updated_at)
    SELECT person_id, native, family, given, 'GIVEN_FIRST', given || ' ' || family, 'NG', 'NG', now(), now() FROM someone),
  managers AS (INSERT INTO person_account (account_id, person_id, created_at) SELECT account_id, person_id, now() FROM someone),
  lines AS (INSERT INTO managed_count (conference_id, account_id, live, drafts) SELECT $1, account_id, 1, 0 FROM someone),
  holders AS (INSERT INTO holder (registration_id, conference_id) SELECT id, $1 FROM someone),
  places AS (INSERT INTO place (id, conference_id, pool_id, holder_id, state) SELECT gen_random_uuid(), $1, pool_id, id, 'CONFIRMED' FROM someone, shape),
  counted AS (UPDATE pool SET taken = taken + ($3 - $2) FROM shape WHERE pool.id = shape.pool_id),
  history AS (
    INSERT INTO registration_transition (id, registration_id, conference_id, from_state, to_state, at, mover)
    SELECT gen_random_uuid(), id, $1, step.before, step.after, now(), step.mover
    FROM someone, (VALUES (NULL, 'SUBMITTED', 'DELEGATE'), ('SUBMITTED', 'CONFIRMED', 'SYSTEM')) AS step(before, after, mover)),
  letters AS (
    INSERT INTO message (id, kind, unique_key, conference_id, registration_id, account_id, to_address, to_name, locale, props, state, message_id, sent_at)
    SELECT gen_random_uuid(), 'registration.confirmed', 'filled:' || id, $1, id, account_id, email, given || ' ' || family, 'en', jsonb_build_object('registrationId', id, 'latinName', given || ' ' || family), 'SENT', id || '@example.org', now() FROM someone)
  INSERT INTO registration (id, conference_id, category_id, person_id, account_id, email, code, state, origin, locale, organisation, job_title, languages, form_version, answers, consents,
    nationality, latin_key, native_key, sort_name, search_text, created_at, submitted_at, updated_at, version)
  SELECT id, conference_id, category_id, person_id, account_id, email, 'F' || n, 'CONFIRMED', 'SELF', 'en', 'Lagos Chamber of Commerce', 'Director', '{en}', 1, '[]', $4::jsonb,
    'NG', least(lower(given), lower(family)) || ' ' || greatest(lower(given), lower(family)), coalesce(native, ''), lower(family) || ' ' || lower(given),
    coalesce(' ' || CASE WHEN native IS NOT NULL THEN code END, '') || ' ' || lower(family) || ' ' || lower(given) || ' lagos chamber of commerce ' || replace(email, '.', ' ') || ' f' || n, now(), now(), now(), 2
  FROM someone, shape`;
const COUNT = `
  INSERT INTO registration_count (conference_id, category_id, state, shard, n) SELECT $1, id, 'CONFIRMED', 0, $2::int FROM category WHERE conference_id = $1 AND key = 'delegate'
  ON CONFLICT (conference_id, category_id, state, shard) DO UPDATE SET n = registration_count.n + excluded.n`;
const SEARCH_INDEX = "SELECT indexdef FROM pg_indexes WHERE indexname = 'registration_search'";
const BATCH = 20_000;

/** Raises a conference from so many registrations to so many, without going through the API; the search index is built after them, as a restored database's is. */
export async function fill(stage: Stage, database: string, conferenceId: string, from: number, to: number): Promise<void> {
  const [index] = await stage.ask<{ indexdef: string }>(database, SEARCH_INDEX);
  if (index === undefined) throw new Error('the index of the search is not there');
  await stage.ask(database, 'DROP INDEX registration_search');
  await add(stage, database, conferenceId, from, to);
  await stage.ask(database, index.indexdef);
  await stage.ask(database, 'VACUUM ANALYZE');
  await stage.ask(database, 'CHECKPOINT');
}

/** Adds registrations from one number to another to what is there, each index kept at once and nothing analysed. */
export async function add(stage: Stage, database: string, conferenceId: string, from: number, to: number): Promise<void> {
  const client = new pg.Client({ connectionString: stage.urlOf(database), options: '-c session_replication_role=replica' });
  await client.connect();
  try {
    for (let begin = from; begin < to; begin += BATCH) {
      await client.query(FILL, [conferenceId, begin, Math.min(to, begin + BATCH), PRIVACY, SYLLABLES, HAN, HAN.map(searchAscii), FAMILIES, FAMILIES.map(searchAscii)]);
    }
    await client.query(COUNT, [conferenceId, to - from]);
  } finally {
    await client.end();
  }
}

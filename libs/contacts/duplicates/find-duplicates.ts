import { Clock } from '#kernel';
import type { SeriesId } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';

/** A name that so many share says little: only with something else besides. Larger groups are not compared at all. */
const MOST_NAMESAKES = 20;
const MOST_SHARING_PHONE = 10;
const MOST_COLLEAGUES = 60;

// Pairs come from equal spellings of names, equal phones, and like names within an organisation. A pair whose names can be
// compared and differ is no pair, whatever else agrees: an office shares its phone.
const FIND = `
  WITH own AS MATERIALIZED (SELECT * FROM contact WHERE series_id = $1 AND merged_into IS NULL),
  keyed AS (SELECT id, k.key FROM own, unnest(name_keys) AS k(key) WHERE length(k.key) >= 4 OR k.key !~ '^[a-z]*$'),
  shared AS (SELECT key, count(DISTINCT id) AS n FROM keyed GROUP BY key HAVING count(DISTINCT id) BETWEEN 2 AND ${MOST_NAMESAKES}),
  namesakes AS (SELECT a.id AS one, b.id AS other, min(n) AS n FROM keyed a JOIN shared USING (key) JOIN keyed b ON b.key = a.key AND a.id < b.id GROUP BY 1, 2),
  phones AS (SELECT phone FROM own WHERE phone IS NOT NULL GROUP BY phone HAVING count(*) BETWEEN 2 AND ${MOST_SHARING_PHONE}),
  sharing AS (SELECT a.id AS one, b.id AS other FROM own a JOIN phones USING (phone) JOIN own b ON b.phone = a.phone AND a.id < b.id),
  houses AS (SELECT organisation_key FROM own WHERE organisation_key <> '' GROUP BY 1 HAVING count(*) BETWEEN 2 AND ${MOST_COLLEAGUES}),
  colleagues AS (
    SELECT a.id AS one, b.id AS other FROM own a JOIN houses USING (organisation_key) JOIN own b ON b.organisation_key = a.organisation_key AND a.id < b.id
    WHERE similarity(a.latin_name, b.latin_name) >= 0.6),
  pairs AS (SELECT one, other FROM namesakes UNION SELECT one, other FROM sharing UNION SELECT one, other FROM colleagues),
  signs AS (
    SELECT p.one, p.other, coalesce(n.n, 99) AS namesakes, n.n IS NOT NULL AS name,
      coalesce(a.native_name = b.native_name, false) OR coalesce(lower(a.latin_name) = lower(b.latin_name), false) AS same_letters,
      coalesce(similarity(a.latin_name, b.latin_name) >= 0.6, false) AS alike,
      coalesce(a.phone = b.phone, false) AS phone, a.organisation_key <> '' AND a.organisation_key = b.organisation_key AS organisation,
      coalesce(length(split_part(a.address_key, '@', 1)) >= 5 AND split_part(a.address_key, '@', 1) = split_part(b.address_key, '@', 1), false) AS mailbox,
      coalesce(a.country = b.country, false) AS country, coalesce(a.country <> b.country, false) AS abroad,
      coalesce(a.native_name <> b.native_name AND a.native_name ~ '[^ -~]' AND b.native_name ~ '[^ -~]', false) AS other_native,
      (a.latin_name IS NOT NULL AND b.latin_name IS NOT NULL) OR (a.native_name IS NOT NULL AND b.native_name IS NOT NULL) AS comparable
    FROM pairs p JOIN own a ON a.id = p.one JOIN own b ON b.id = p.other LEFT JOIN namesakes n ON n.one = p.one AND n.other = p.other),
  scored AS (
    SELECT *, CASE WHEN name THEN 0.5 WHEN alike THEN 0.3 ELSE 0 END + CASE WHEN name AND namesakes = 2 THEN 0.1 ELSE 0 END
      + CASE WHEN phone THEN 0.4 ELSE 0 END + CASE WHEN organisation THEN 0.3 ELSE 0 END + CASE WHEN mailbox THEN 0.2 ELSE 0 END
      + CASE WHEN country THEN 0.05 ELSE 0 END - CASE WHEN abroad THEN 0.2 ELSE 0 END - CASE WHEN other_native THEN 0.5 ELSE 0 END AS score
    FROM signs WHERE name OR alike OR NOT comparable)
  INSERT INTO contact_duplicate (one_id, other_id, series_id, score, reasons, found_at)
  SELECT one, other, $1, least(score, 1), array_remove(ARRAY[
      CASE WHEN name AND same_letters THEN 'NAME' WHEN name THEN 'READING' WHEN alike THEN 'SIMILAR_NAME' END, CASE WHEN phone THEN 'PHONE' END,
      CASE WHEN organisation THEN 'ORGANISATION' END, CASE WHEN mailbox THEN 'MAILBOX' END, CASE WHEN country THEN 'COUNTRY' END], NULL), $2
  FROM scored WHERE score >= 0.6
  ON CONFLICT (one_id, other_id) DO UPDATE SET score = excluded.score, reasons = excluded.reasons, found_at = excluded.found_at`;
const FORGET = 'DELETE FROM contact_duplicate WHERE series_id = $1 AND found_at < $2 AND NOT is_dismissed';

/** Looks through a series' contacts for those that may be one person, across scripts and addresses. What was dismissed stays so. */
@Injectable()
export class FindDuplicates {
  constructor(private readonly work: UnitOfWork, private readonly clock: Clock) {}

  async run(seriesId: SeriesId): Promise<void> {
    const now = this.clock.now();
    await this.work.run(async (tx) => {
      await tx.query(FIND, [seriesId, now]);
      await tx.query(FORGET, [seriesId, now]);
    });
  }
}

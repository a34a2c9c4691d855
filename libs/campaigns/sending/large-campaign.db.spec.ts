import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '#identity';
import { AudienceCounts, EstimateCampaign, FillCampaign } from '../index.js';
import { CampaignRoom, done } from '../testing/campaign-room.js';

/** The short form; `CAMPAIGN_ROWS=200000` is the long one. */
const ROWS = Number(process.env['CAMPAIGN_ROWS'] ?? 6_000);
/** What ends a statement of the house (libs/platform/database/connect.ts). */
const STATEMENT_SECONDS = 60;

const PEOPLE = `
  INSERT INTO contact (id, series_id, address, address_key, native_name, latin_name, organisation, organisation_key, country, locale, tags, match_key, search_text, sort_name, created_at, updated_at)
  SELECT gen_random_uuid(), $1, 'guest-' || n || '@d' || n % 900 || '.example.org', 'guest-' || n || '@d' || n % 900 || '.example.org', CASE WHEN n % 3 = 0 THEN '王小明' END, 'Guest Number ' || n,
    'Organisation ' || n % 7000, 'organisation ' || n % 7000, (ARRAY['CN', 'NG', 'BR', 'FR', 'EG', 'RU'])[n % 6 + 1], (ARRAY['zh-Hans', 'en', 'pt', 'fr', 'ar', NULL])[n % 6 + 1], ARRAY['guest'], 'guest ' || n, 'guest ' || n, 'guest ' || n, now(), now()
  FROM generate_series($2::int, $3::int) n`;
const SUPPRESSED = `
  INSERT INTO suppression (id, conference_id, address_key, address, reason)
  SELECT gen_random_uuid(), NULL, 'guest-' || n || '@d' || n % 900 || '.example.org', 'x', 'UNSUBSCRIBED' FROM generate_series(1, $1::int, 100) n`;

describe(`a campaign to ${ROWS} people`, () => {
  let room: CampaignRoom;
  beforeAll(async () => {
    room = await CampaignRoom.open();
    for (let from = 1; from <= ROWS; from += 20_000) await room.query(PEOPLE, [room.conference.seriesId, from, Math.min(from + 19_999, ROWS)]);
    await room.query(SUPPRESSED, [ROWS]);
    for (const table of ['contact', 'suppression']) await room.database.source.query(`ANALYZE ${table}`);
  }, 900_000);
  afterAll(() => room.close());

  it('is counted, frozen and written into the ledger, each statement in its time', async () => {
    const took: Record<string, number> = {};
    const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
      const began = performance.now();
      const answer = await work();
      took[what] = Math.round((performance.now() - began) / 100) / 10;
      return answer;
    };
    const filter = { tags: ['guest'] };
    const id = await room.draft(filter);
    const { recipients } = await timed('count', () => room.get(AudienceCounts).count(room.work.reader, room.conference, filter));
    expect(recipients).toBe(ROWS - Math.ceil(ROWS / 100));
    expect(done(await timed('estimate', () => room.get(EstimateCampaign).run(systemActor, id)))).toMatchObject({ recipients });
    await timed('freeze', () => room.start(id, recipients));
    const chunks: number[] = [];
    await timed('fill', async () => {
      for (let isMore = true; isMore;) {
        const began = performance.now();
        isMore = await room.work.run((tx) => room.get(FillCampaign).chunk(tx, id));
        chunks.push(performance.now() - began);
      }
    });
    expect([await room.count('campaign_recipient'), await room.count('message'), await room.count('invitation')]).toEqual([recipients, recipients, recipients]);
    if (process.env['CAMPAIGN_ROWS'] !== undefined) process.stderr.write(`a campaign to ${ROWS}: ${JSON.stringify({ ...took, slowestChunk: Math.max(...chunks) / 1_000, chunkMs: chunks.filter((_, n) => n % Math.ceil(chunks.length / 12) === 0).map(Math.round) })} s\n`);
    for (const what of ['count', 'estimate', 'freeze']) expect(took[what]).toBeLessThan(STATEMENT_SECONDS);
    expect(Math.max(...chunks)).toBeLessThan(STATEMENT_SECONDS * 500);
  }, Math.max(300_000, ROWS * 20));
});

import type { Conference } from '#conferences';
import type { CampaignId } from '#kernel';
import type { Tx } from '#platform';
import type { AudienceDesk } from '../audience/audience-desk.js';
import { toBeWritten } from '../audience/audience-filter.js';
import type { AudienceFilter } from '../audience/audience-filter.js';
import { localeSql } from '../audience/likely-locale.js';

/**
 * Writes down whom a campaign writes to, as they are at this moment, by one statement: what happens to contacts and registrations afterwards
 * changes neither who is written to nor how they are addressed.
 * @returns how many
 */
export async function freezeAudience(tx: Tx, desk: AudienceDesk, campaignId: CampaignId, conference: Conference, filter: AudienceFilter): Promise<number> {
  const parameters: unknown[] = [campaignId, conference.id];
  const audience = await desk.sql(tx.em, conference, filter, parameters);
  const locale = localeSql(conference, parameters);
  const [row] = await tx.query<{ n: number }>(`
    WITH frozen AS (
      INSERT INTO campaign_recipient (campaign_id, address_key, conference_id, contact_id, address, native_name, latin_name, salutation, title, organisation, country, locale, registration_id)
      SELECT $1, contact.address_key, $2, ${audience.contactId}, contact.address, contact.native_name, contact.latin_name, contact.salutation, contact.title,
        contact.organisation, contact.country, ${locale}, ${audience.registrationId}
      FROM ${audience.from} WHERE ${toBeWritten(audience)}
      ON CONFLICT ON CONSTRAINT campaign_recipient_once DO NOTHING RETURNING 1)
    SELECT count(*)::int AS n FROM frozen`, parameters);
  return row?.n ?? 0;
}

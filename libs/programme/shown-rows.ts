import { Injectable } from '@nestjs/common';
import type { ConferenceId, ForumId, RoomId, VenueId } from '#kernel';
import type { Tx } from '#platform';
import type { EntityTarget } from 'typeorm';
import { Forum } from './forum.entity.js';
import { Room } from './room.entity.js';
import { Session } from './session.entity.js';
import { ShownForum, ShownRoom, ShownSession, ShownVenue } from './shown.entities.js';
import { Speaker } from './speaker.entity.js';
import { Venue } from './venue.entity.js';

/** What of a conference is to be shown as the draft has it; absent parts are left as they are shown. */
export interface Touched {
  readonly venues?: readonly VenueId[];
  readonly rooms?: readonly RoomId[];
  /** With their sessions and speakers. */
  readonly forums?: readonly ForumId[];
}

/**
 * Copies the draft to what is shown. What was taken out stays as cancelled where it was ever shown, for calendars;
 * where it never was, nobody learns of it.
 */
@Injectable()
export class ShownRows {
  /** Under the locks of the forums touched, or of all of them. */
  async copy(tx: Tx, conferenceId: ConferenceId, only?: Touched): Promise<void> {
    const ids = (of: readonly string[] | undefined): readonly string[] | null => (only === undefined ? null : of ?? []);
    await upsert(tx, Venue, ShownVenue, conferenceId, 'd.id', ids(only?.venues));
    await upsert(tx, Room, ShownRoom, conferenceId, 'd.id', ids(only?.rooms));
    await upsert(tx, Forum, ShownForum, conferenceId, 'd.id', ids(only?.forums), true);
    await upsert(tx, Session, ShownSession, conferenceId, 'd.forum_id', ids(only?.forums), true);
    await this.copySpeakers(tx, conferenceId, ids(only?.forums));
  }

  private async copySpeakers(tx: Tx, conferenceId: ConferenceId, forums: readonly string[] | null): Promise<void> {
    const ofForums = 'IN (SELECT s.id FROM session s WHERE s.conference_id = $1 AND s.removed_at IS NULL AND ($2::uuid[] IS NULL OR s.forum_id = ANY($2)))';
    await tx.query(`DELETE FROM shown_speaker WHERE conference_id = $1 AND session_id ${ofForums}`, [conferenceId, forums]);
    const columns = columnsOf(tx, Speaker).join(', ');
    await tx.query(`INSERT INTO shown_speaker (${columns}) SELECT ${columns} FROM speaker WHERE conference_id = $1 AND session_id ${ofForums}`, [conferenceId, forums]);
  }
}

async function upsert(
  tx: Tx, from: EntityTarget<object>, to: EntityTarget<object>, conferenceId: ConferenceId, key: string, keys: readonly string[] | null, keepsRemoved = false,
): Promise<void> {
  if (keys?.length === 0) return;
  const [draft, shown] = [from, to].map((target) => tx.em.connection.getMetadata(target).tableName);
  const columns = columnsOf(tx, from);
  await tx.query(`
    INSERT INTO ${shown} (${columns.join(', ')}) SELECT ${columns.map((column) => `d.${column}`).join(', ')} FROM ${draft} d
    WHERE d.conference_id = $1 AND ($2::uuid[] IS NULL OR ${key} = ANY($2))
      ${keepsRemoved ? `AND (d.removed_at IS NULL OR EXISTS (SELECT 1 FROM ${shown} s WHERE s.id = d.id))` : ''}
    ON CONFLICT (id) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`, [conferenceId, keys]);
}

/** Names of a table's columns, as its entity has them. */
export function columnsOf(tx: Tx, entity: EntityTarget<object>): string[] {
  return tx.em.connection.getMetadata(entity).columns.map(({ databaseName }) => databaseName);
}

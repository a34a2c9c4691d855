import { Injectable } from '@nestjs/common';
import type { AccountId, ConferenceId } from '#kernel';
import type { Tx } from '#platform';
import { Forum } from './forum.entity.js';
import { Session } from './session.entity.js';
import { columnsOf } from './shown-rows.js';
import { Speaker } from './speaker.entity.js';

const rows = (table: string): string =>
  `(SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.id), '[]') FROM ${table} t WHERE t.conference_id = $1)`;
const TAKE = `
  SELECT jsonb_build_object('forums', ${rows('shown_forum')}, 'sessions', ${rows('shown_session')}, 'speakers', ${rows('shown_speaker')},
    'rooms', ${rows('shown_room')}, 'venues', ${rows('shown_venue')}) AS snapshot`;
const KEPT = "FROM programme_release r CROSS JOIN LATERAL jsonb_populate_recordset";
const NOT_CONTENT = new Set(['id', 'conference_id', 'slug', 'pool_id', 'version', 'created_at', 'changed_at', 'changed_by']);

/** What a release showed, as rows in one document, and the way back from it to the draft. */
@Injectable()
export class Snapshots {
  /** What is shown now. */
  async take(tx: Tx, conferenceId: ConferenceId): Promise<object> {
    const [row] = await tx.query<{ snapshot: object }>(TAKE, [conferenceId]);
    if (row === undefined) throw new Error('no snapshot was taken');
    return row.snapshot;
  }

  /**
   * Makes the draft what a release showed, under the locks of all forums. Whatever differs gets a new version, so that
   * calendars know it as later; what came since is taken out and not deleted. Rooms and venues are only ever added.
   */
  async restore(tx: Tx, conferenceId: ConferenceId, number: number, by: AccountId | null, at: Date): Promise<void> {
    for (const [entity, part] of [[Forum, 'forums'], [Session, 'sessions']] as const) {
      const table = tx.em.connection.getMetadata(entity).tableName;
      const content = columnsOf(tx, entity).filter((column) => !NOT_CONTENT.has(column));
      const kept = `${KEPT}(null::${table}, r.snapshot->'${part}') k WHERE r.conference_id = $1 AND r.number = $2`;
      const same = content.map((column) => `k.${column} IS NOT DISTINCT FROM d.${column}`).join(' AND ');
      // First all that differs is taken out, so that two sessions can change rooms; then what was kept is put in.
      await tx.query(`
        UPDATE ${table} d SET removed_at = $3, version = d.version + 1, changed_at = $3, changed_by = $4
        WHERE d.conference_id = $1 AND NOT EXISTS (SELECT 1 ${kept} AND k.id = d.id AND ${same})
          AND (d.removed_at IS NULL OR EXISTS (SELECT 1 ${kept} AND k.id = d.id AND k.removed_at IS NULL))`, [conferenceId, number, at, by]);
      await tx.query(`UPDATE ${table} d SET ${content.map((column) => `${column} = k.${column}`).join(', ')} ${kept} AND k.id = d.id AND k.removed_at IS NULL`, [conferenceId, number]);
    }
    await this.restoreSpeakers(tx, conferenceId, number);
  }

  private async restoreSpeakers(tx: Tx, conferenceId: ConferenceId, number: number): Promise<void> {
    await tx.query('DELETE FROM speaker WHERE conference_id = $1', [conferenceId]);
    const columns = columnsOf(tx, Speaker);
    // Someone who was erased since stays printed as was, linked to nobody.
    const values = columns.map((column) => (column === 'person_id' ? '(SELECT p.id FROM person p WHERE p.id = k.person_id)' : `k.${column}`));
    await tx.query(`
      INSERT INTO speaker (${columns.join(', ')}) SELECT ${values.join(', ')} ${KEPT}(null::speaker, r.snapshot->'speakers') k
      WHERE r.conference_id = $1 AND r.number = $2`, [conferenceId, number]);
  }
}

import { Injectable } from '@nestjs/common';
import type { AccountId, ConferenceId, ForumId, RegistrationId } from '#kernel';
import { rowsOf } from '#platform';
import type { Tx } from '#platform';
import type { EntityManager } from 'typeorm';

const ADD = `
  INSERT INTO forum_guest (forum_id, conference_id, registration_id, added_at, added_by)
  SELECT $1, $2, r, $4, $5 FROM unnest($3::uuid[]) AS r ON CONFLICT DO NOTHING`;

/** A forum's own list of guests. They stay one record with one badge; the list only says who may choose it. */
@Injectable()
export class ForumGuests {
  async has(em: EntityManager, forumId: ForumId, registrationId: RegistrationId): Promise<boolean> {
    return (await rowsOf(em, 'SELECT 1 FROM forum_guest WHERE forum_id = $1 AND registration_id = $2', [forumId, registrationId])).length > 0;
  }

  /** Who is on it already stays on it. */
  async add(tx: Tx, forum: { id: ForumId; conferenceId: ConferenceId }, ids: readonly RegistrationId[], at: Date, by: AccountId | null): Promise<void> {
    await tx.query(ADD, [forum.id, forum.conferenceId, ids, at, by]);
  }

  async remove(tx: Tx, forumId: ForumId, ids: readonly RegistrationId[]): Promise<void> {
    await tx.query('DELETE FROM forum_guest WHERE forum_id = $1 AND registration_id = ANY($2::uuid[])', [forumId, ids]);
  }
}

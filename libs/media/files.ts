import type { AccountId, ConferenceId, FileId } from '#kernel';
import { rowsOf } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { File } from './file.entity.js';
import type { FileOwner } from './take-file.js';

export interface FileUses {
  readonly conferenceId: ConferenceId;
  /** The registration (or whatever else) whose files these are. */
  readonly usedBy: string;
  readonly fileIds: readonly FileId[];
  /** Whose uploads may be used, besides those in use there already. */
  readonly owner: FileOwner;
}

/** Uploaded files and what uses them. */
@Injectable()
export class Files {
  byId(em: EntityManager, id: FileId): Promise<File | null> {
    return em.findOneBy(File, { id });
  }

  byIds(em: EntityManager, ids: readonly FileId[]): Promise<File[]> {
    return em.findBy(File, { id: In(ids) });
  }

  /**
   * Says which files something uses from now on, in place of those before; a file that nothing uses is thrown away after
   * a day.
   * @returns the ids that may not be used (unknown, or someone else's upload): then nothing was written
   */
  async setUses(tx: Tx, { conferenceId, usedBy, fileIds, owner }: FileUses): Promise<readonly FileId[]> {
    const wanted = [...new Set(fileIds)].sort();
    const usable = await tx.query<{ id: FileId }>(
      `SELECT id FROM file WHERE id = ANY($1::uuid[]) AND (principal = $2 OR account_id = $3 OR EXISTS (
         SELECT 1 FROM file_use u WHERE u.file_id = file.id AND u.used_by = $4)) ORDER BY id FOR KEY SHARE`,
      [wanted, owner.principal, signedInAccount(owner), usedBy],
    );
    const known = new Set(usable.map(({ id }) => id));
    const unusable = wanted.filter((id) => !known.has(id));
    if (unusable.length > 0) return unusable;
    await tx.query('DELETE FROM file_use WHERE used_by = $1 AND NOT file_id = ANY($2::uuid[])', [usedBy, wanted]);
    await tx.query(
      'INSERT INTO file_use (file_id, used_by, conference_id) SELECT id, $2, $3 FROM unnest($1::uuid[]) AS t (id) ON CONFLICT DO NOTHING',
      [wanted, usedBy, conferenceId],
    );
    return [];
  }

  /** What uses a file, for deciding who may read it. */
  async usesOf(em: EntityManager, id: FileId): Promise<readonly { usedBy: string; conferenceId: ConferenceId }[]> {
    const rows = await rowsOf<{ used_by: string; conference_id: ConferenceId }>(em, 'SELECT used_by, conference_id FROM file_use WHERE file_id = $1', [id]);
    return rows.map((row) => ({ usedBy: row.used_by, conferenceId: row.conference_id }));
  }
}

/** Whether someone uploaded a file. What an account's tokens sent is the account's; a token has only what it sent itself. */
export function isOwner(file: Pick<File, 'accountId' | 'principal'>, who: FileOwner): boolean {
  return file.principal === who.principal || (file.accountId !== null && file.accountId === signedInAccount(who));
}

/** The account that signed in itself: a token acts for one, with fewer rights. */
function signedInAccount({ accountId, principal }: FileOwner): AccountId | null {
  return principal === `account:${accountId ?? ''}` ? accountId : null;
}

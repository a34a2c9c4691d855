import { isId } from '#kernel';
import type { ForumId } from '#kernel';
import type { Tx } from '#platform';
import { In } from 'typeorm';
import { Forum } from './forum.entity.js';

/**
 * Forums locked until the commit, in the order of their ids. Whoever changes a forum or its sessions comes here first;
 * whoever takes a place in one never does, so that sign-ups do not wait for editors.
 */
export async function lockForums(tx: Tx, ids: readonly ForumId[]): Promise<Forum[]> {
  return tx.em.find(Forum, { where: { id: In(ids.filter(isId)) }, order: { id: 'ASC' }, lock: { mode: 'for_no_key_update' } });
}

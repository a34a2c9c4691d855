import type { ContactId } from '#kernel';
import type { Tx } from '#platform';

// Rows that go with the contact (ON DELETE CASCADE) are parts of it; all others that refer to it are uses.
const REFERENCES = `
  SELECT c.conrelid::regclass::text AS table, quote_ident(a.attname) AS column
  FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
  WHERE c.contype = 'f' AND c.confrelid = 'contact'::regclass AND c.confdeltype <> 'c' AND cardinality(c.conkey) = 1
  ORDER BY 1, 2`;

/**
 * Which of these contacts something refers to: an invitation, a campaign's frozen audience, a merge. Rooms above this one
 * are asked through their foreign keys, so that none can be forgotten.
 */
export async function usedContacts(tx: Tx, ids: readonly ContactId[]): Promise<ReadonlySet<ContactId>> {
  if (ids.length === 0) return new Set();
  const references = await tx.query<{ table: string; column: string }>(REFERENCES);
  const used = new Set<ContactId>();
  for (const { table, column } of references) {
    const rows = await tx.query<{ id: ContactId }>(`SELECT DISTINCT ${column} AS id FROM ${table} WHERE ${column} = ANY($1::uuid[])`, [ids]);
    for (const { id } of rows) used.add(id);
  }
  return used;
}

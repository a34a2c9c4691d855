import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { Tx } from './unit-of-work.js';

/**
 * Writes many records of an entity by one statement, whose text does not depend on how many there are. Columns that a
 * record lacks are NULL: give whole records.
 */
export async function insertRows<Row extends ObjectLiteral>(tx: Tx, entity: EntityTarget<Row>, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const { columns, tablePath } = tx.em.connection.getMetadata(entity);
  const names = columns.map(({ databaseName }) => `"${databaseName}"`).join(', ');
  const records = rows.map((row) => {
    const record: Record<string, unknown> = {};
    for (const { databaseName, propertyName } of columns) record[databaseName] = row[propertyName];
    return record;
  });
  await tx.query(`INSERT INTO ${tablePath} (${names}) SELECT ${names} FROM jsonb_populate_recordset(NULL::${tablePath}, $1::jsonb)`, [JSON.stringify(records)]);
}

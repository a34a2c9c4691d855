import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import type { EntityMetadata } from 'typeorm';
import { ApiRoom } from '../../apps/api/conferences/api-room.fixture.js';

interface Column {
  readonly table_name: string;
  readonly column_name: string;
  readonly is_nullable: 'YES' | 'NO';
  readonly data_type: string;
  readonly element: string | null;
  readonly column_default: string | null;
  readonly is_identity: 'YES' | 'NO';
  readonly is_generated: 'ALWAYS' | 'NEVER';
}

let room: ApiRoom;

beforeAll(async () => { room = await ApiRoom.open(); });
afterAll(() => room.close());

async function columnsNow(): Promise<ReadonlyMap<string, Column>> {
  const rows = await room.database.source.query<Column[]>(`
    SELECT c.table_name, c.column_name, c.is_nullable, c.data_type, e.data_type AS element, c.column_default, c.is_identity, c.is_generated
    FROM information_schema.columns c LEFT JOIN information_schema.element_types e
      ON e.object_name = c.table_name AND e.object_schema = c.table_schema AND e.collection_type_identifier = c.dtd_identifier
    WHERE c.table_schema = 'public'`);
  return new Map(rows.map((row) => [`${row.table_name}.${row.column_name}`, row]));
}

const NAMES: Readonly<Record<string, string>> = {
  int: 'integer', int4: 'integer', int8: 'bigint', int2: 'smallint', bool: 'boolean', timestamptz: 'timestamp with time zone', varchar: 'character varying',
  float8: 'double precision',
};

function problemsOf(entity: EntityMetadata, columns: ReadonlyMap<string, Column>): string[] {
  const declared = entity.columns.flatMap((column) => {
    const name = `${entity.tableName}.${column.databaseName}`;
    const found = columns.get(name);
    if (found === undefined) return [`${name} is not in the database`];
    const type = typeof column.type === 'string' ? NAMES[column.type] ?? column.type : 'text';
    const present = found.data_type === 'ARRAY' ? `${found.element ?? '?'}[]` : found.data_type;
    return [
      ...(present === (column.isArray ? `${type}[]` : type) ? [] : [`${name} is ${present}, not ${type}${column.isArray ? '[]' : ''}`]),
      ...((found.is_nullable === 'YES') === column.isNullable ? [] : [`${name} is ${column.isNullable ? 'not ' : ''}nullable in the database`]),
    ];
  });
  const known = new Set(entity.columns.map(({ databaseName }) => databaseName));
  const needed = [...columns.values()].filter((column) => column.table_name === entity.tableName && !known.has(column.column_name)
    && column.is_nullable === 'NO' && column.column_default === null && column.is_identity === 'NO' && column.is_generated === 'NEVER');
  return [...declared, ...needed.map((column) => `${entity.tableName}.${column.column_name} must be written, but its entity does not know it`)];
}

const problems = async (): Promise<string[]> => {
  const columns = await columnsNow();
  return room.app.get(DataSource).entityMetadatas.flatMap((entity) => problemsOf(entity, columns));
};

it('entities say what the migrated schema says', async () => {
  expect(room.app.get(DataSource).entityMetadatas.length).toBeGreaterThan(15);
  expect(await problems()).toEqual([]);
});

it('and this would be seen if they did not', async () => {
  await room.database.source.query(`
    ALTER TABLE series ALTER COLUMN slug DROP NOT NULL, ALTER COLUMN rotation TYPE text USING rotation::text, ADD COLUMN motto text NOT NULL;
    ALTER TABLE host DROP COLUMN website`);
  expect((await problems()).sort()).toEqual([
    'host.website is not in the database', 'series.motto must be written, but its entity does not know it', 'series.rotation is text, not text[]',
    'series.slug is nullable in the database',
  ]);
});

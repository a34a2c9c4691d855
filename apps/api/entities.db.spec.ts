import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import type { EntityMetadata } from 'typeorm';
import { WholeApi } from './testing/whole-api.js';

interface Column {
  readonly table_name: string;
  readonly column_name: string;
  readonly udt_name: string;
  readonly is_nullable: 'YES' | 'NO';
  readonly is_key: boolean;
}

const COLUMNS = `
  SELECT c.table_name, c.column_name, c.udt_name, c.is_nullable, k.column_name IS NOT NULL AS is_key
  FROM information_schema.columns c
  LEFT JOIN (information_schema.table_constraints t JOIN information_schema.key_column_usage k USING (constraint_schema, constraint_name))
    ON t.constraint_type = 'PRIMARY KEY' AND t.table_name = c.table_name AND k.column_name = c.column_name
  WHERE c.table_schema = 'public'`;
const NAME_OF: Readonly<Record<string, string>> = { int: 'int4', integer: 'int4', bigint: 'int8', smallint: 'int2', boolean: 'bool', real: 'float4', 'time without time zone': 'time' };

let api: WholeApi;
let columns: readonly Column[];

beforeAll(async () => {
  api = await WholeApi.open();
  columns = await api.database.source.query(COLUMNS);
});
afterAll(() => api.close());

/** Where an entity says something else than its migrated table, as sentences. */
function differences(entity: EntityMetadata): string[] {
  const table = new Map(columns.filter((column) => column.table_name === entity.tableName).map((column) => [column.column_name, column]));
  const own = entity.columns.flatMap((column) => {
    const at = `${entity.tableName}.${column.databaseName}`;
    const found = table.get(column.databaseName);
    if (found === undefined) return [`${at} is not in the database`];
    const type = `${column.isArray ? '_' : ''}${NAME_OF[String(column.type)] ?? String(column.type)}`;
    return [
      ...(type === found.udt_name ? [] : [`${at} is ${found.udt_name}, not ${type}`]),
      ...(column.isNullable === (found.is_nullable === 'YES') ? [] : [`${at}: the entity says nullable ${column.isNullable}, the database ${found.is_nullable}`]),
    ];
  });
  const keys = [...table.values()].filter((column) => column.is_key).map((column) => column.column_name).sort();
  const said = entity.primaryColumns.map((column) => column.databaseName).sort();
  return [...own, ...(keys.join() === said.join() ? [] : [`${entity.tableName}: the key is ${keys.join()}, not ${said.join()}`])];
}

describe('the entities', () => {
  it('say what the migrated schema says: columns, types, what may be null, keys', () => {
    const { entityMetadatas } = api.app.get(DataSource);
    expect(entityMetadatas.length).toBeGreaterThan(20);
    expect(entityMetadatas.flatMap(differences)).toEqual([]);
  });

  it('would be found to differ', () => {
    const [venue] = api.app.get(DataSource).entityMetadatas.filter(({ tableName }) => tableName === 'venue');
    columns = columns.map((column) => (column.table_name === 'venue' && column.column_name === 'address' ? { ...column, is_nullable: 'NO', udt_name: 'text' } : column));
    expect(venue === undefined ? [] : differences(venue)).toEqual([
      'venue.address is text, not jsonb', 'venue.address: the entity says nullable true, the database NO',
    ]);
  });
});

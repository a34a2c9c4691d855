import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { throwawayDatabase } from '#testkit';
import type { ThrowawayDatabase } from '#testkit';
import { migrate, pendingMigrations, readMigrations } from './migrate.js';
import { rowsOf } from './unit-of-work.js';

let database: ThrowawayDatabase;
let folder: string;

beforeEach(async () => {
  database = await throwawayDatabase();
  folder = mkdtempSync(join(tmpdir(), 'huiguan-migrations-'));
  await database.source.query('DROP TABLE migration');
});

afterEach(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

const read = <Row>(sql: string): Promise<readonly Row[]> => rowsOf<Row>(database.source.manager, sql);
const file = (name: string, sql: string): void => { writeFileSync(join(folder, name), sql); };

describe('migrate', () => {
  it('applies files in the order of their numbers, each once', async () => {
    file('0002_stop.sql', "INSERT INTO stop (name) VALUES ('Ciqikou')");
    file('0001_stops.sql', 'CREATE TABLE stop (name text)');
    expect(await pendingMigrations(read, folder)).toEqual(['0001_stops.sql', '0002_stop.sql']);
    expect(await migrate(database.url, folder)).toEqual(['0001_stops.sql', '0002_stop.sql']);
    expect(await migrate(database.url, folder)).toEqual([]);
    expect(await database.source.query('SELECT name FROM stop')).toHaveLength(1);
  });

  it('looks for what is pending without changing anything', async () => {
    file('0001_stops.sql', 'CREATE TABLE stop (name text)');
    await pendingMigrations(read, folder);
    expect(await database.source.query("SELECT to_regclass('migration') AS history")).toEqual([{ history: null }]);
  });

  it('refuses a file that was changed after it was applied', async () => {
    file('0001_stops.sql', 'CREATE TABLE stop (name text)');
    await migrate(database.url, folder);
    file('0001_stops.sql', 'CREATE TABLE stop (title text)');
    await expect(migrate(database.url, folder)).rejects.toThrow('migration 0001_stops.sql was changed after it was applied');
  });

  it('keeps nothing of a file that fails, and what came before it', async () => {
    file('0001_stops.sql', 'CREATE TABLE stop (name text)');
    file('0002_broken.sql', 'CREATE TABLE guide (name text); SELECT * FROM nowhere');
    await expect(migrate(database.url, folder)).rejects.toThrow(/0002_broken\.sql failed: .*nowhere/);
    expect(await database.source.query("SELECT to_regclass('stop')::text AS stop, to_regclass('guide') AS guide")).toEqual([{ stop: 'stop', guide: null }]);
  });

  it('lets several processes start at once: one of them does the work', async () => {
    file('0001_stops.sql', 'SELECT pg_sleep(0.2); CREATE TABLE stop (name text)');
    const applied = await Promise.all(Array.from({ length: 4 }, () => migrate(database.url, folder)));
    expect(applied.flat()).toEqual(['0001_stops.sql']);
  });

  it('refuses two files with one number', () => {
    file('0001_stops.sql', 'SELECT 1');
    file('0001_guides.sql', 'SELECT 1');
    expect(() => readMigrations(folder)).toThrow('two migrations are numbered 0001');
  });
});

import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Stage } from './stage.js';

/** What the least program has to write for one registration: a capacity counted, a row, an outbox row. */
const SCHEMA = `
  CREATE TABLE place_count (category integer, shard integer, taken integer NOT NULL, size integer NOT NULL, PRIMARY KEY (category, shard)) WITH (fillfactor = 50);
  INSERT INTO place_count SELECT 1, shard, 0, 2000000000 FROM generate_series(0, 16) AS shard;
  CREATE TABLE entry (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(), conference integer NOT NULL, category integer NOT NULL, email text NOT NULL, given text NOT NULL,
    family text NOT NULL, organisation text NOT NULL, state text NOT NULL DEFAULT 'CONFIRMED', created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (conference, email));
  CREATE TABLE outgoing (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, topic text NOT NULL, payload jsonb NOT NULL, created_at timestamptz NOT NULL DEFAULT now())`;

// Shard 16 is the hot row; shards 0 to 15 are drawn from.
const transaction = (shard: string): string => `\\set a random(1, 2000000000)
\\set b random(1, 2000000000)
${shard}
BEGIN;
UPDATE place_count SET taken = taken + 1 WHERE category = 1 AND shard = :s AND taken < size;
INSERT INTO entry (conference, category, email, given, family, organisation) VALUES (1, 1, 'd' || :a || '.' || :b || '@example.org', 'Adaeze', 'Nwachukwu', 'Lagos Chamber of Commerce');
INSERT INTO outgoing (topic, payload) VALUES ('registration.made', jsonb_build_object('email', 'd' || :a || '.' || :b || '@example.org', 'category', 1));
COMMIT;
`;

export const LIMITS_DATABASE = 'limits';

export function hasPgbench(): boolean {
  return spawnSync('pgbench', ['--version'], { stdio: 'ignore' }).status === 0;
}

export async function preparePgbench(stage: Stage): Promise<void> {
  await stage.emptyDatabase(LIMITS_DATABASE);
  await stage.ask(LIMITS_DATABASE, SCHEMA);
  writeFileSync(join(stage.folder, 'hot.sql'), transaction('\\set s 16'));
  writeFileSync(join(stage.folder, 'sharded.sql'), transaction('\\set s random(0, 15)'));
}

/** Transactions a second that pgbench (of Debian's postgresql-contrib) commits with 16 clients and prepared statements. */
export async function pgbench(stage: Stage, script: 'hot' | 'sharded', seconds: number): Promise<number> {
  const before = await written(stage);
  const { rate, done } = await transactionsOf(join(stage.folder, `${script}.sql`), stage.urlOf(LIMITS_DATABASE), seconds);
  const there = await written(stage) - before;
  if (there !== done) throw new Error(`pgbench says it wrote ${done} entries, and there are ${there}`);
  return rate;
}

/** How many transactions of a script pgbench commits, and a second, with 16 clients and prepared statements. */
export async function transactionsOf(file: string, databaseUrl: string, seconds: number): Promise<{ readonly rate: number; readonly done: number }> {
  const said = await run(['-n', '-M', 'prepared', '-c', '16', '-j', '2', '-T', String(Math.max(1, Math.round(seconds))), '-f', file, databaseUrl]);
  return { rate: Number(/tps = ([\d.]+)/.exec(said)?.[1]), done: Number(/number of transactions actually processed: (\d+)/.exec(said)?.[1]) };
}

async function written(stage: Stage): Promise<number> {
  const [row] = await stage.ask<{ n: number }>(LIMITS_DATABASE, 'SELECT count(*)::int AS n FROM entry');
  return row?.n ?? 0;
}

function run(args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('pgbench', [...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { said += chunk.toString(); });
    child.once('error', reject);
    child.once('close', (code) => { if (code === 0) resolve(said); else reject(new Error(`pgbench: ${said}`)); });
  });
}

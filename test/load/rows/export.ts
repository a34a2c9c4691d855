import { spawn } from 'node:child_process';
import { get } from 'node:http';
import { memoryOf } from '../cpu.js';
import { compared, plain } from '../row.js';
import type { BenchOptions, Row } from '../row.js';
import { TOKEN } from '../stage.js';
import type { Stage, Started } from '../stage.js';
import { takeTurns } from '../turns.js';
import { fill } from './filled.js';
import { openConference } from './registration.js';

const DATABASE = 'exporting';

/** The export of a large conference as CSV through the API, beside psql's \copy of the same rows. */
export async function exportRows(stage: Stage, { rounds, short }: BenchOptions): Promise<Row[]> {
  const count = short ? 500 : 100_000;
  await stage.houseDatabase(DATABASE);
  const api = await stage.api(DATABASE);
  const conferenceId = await openConference(api.port, {});
  await fill(stage, DATABASE, conferenceId, 0, count);
  const before = memoryOf(api.pid, true);
  const turned = await takeTurns([
    { name: 'own', turn: () => exported(api, conferenceId, count) },
    { name: 'copy', turn: () => copied(stage, conferenceId, count) },
  ], rounds, () => ({ api: api.pid, postgres: stage.databasePid }));
  const growth = memoryOf(api.pid, true) - before;
  await api.stop();
  const bound = turned.cpu('own');
  return [
    compared('export', 'rows/s', turned.figure('own') ?? 0, 'psql \\copy', turned.figure('copy'), { least: 0.4 }, bound),
    plain('export first byte', 'ms', turned.figure('own', 'firstByte') ?? 0, { most: 100 }, bound),
    plain('export memory growth', 'MB', growth, { most: 50 }, `${count} rows; peak resident memory`),
  ];
}

function exported(api: Started, conferenceId: string, count: number): Promise<Record<string, number>> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    let firstByte = 0;
    let lines = 0;
    const path = `/exports/registrations?format=csv&conferenceId=${conferenceId}`;
    get({ host: '127.0.0.1', port: api.port, path, headers: { authorization: `Bearer ${TOKEN}` } }, (answer) => {
      answer.on('data', (chunk: Buffer) => {
        if (firstByte === 0) firstByte = performance.now() - began;
        for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1;
      });
      answer.on('end', () => {
        if (lines !== count + 1) reject(new Error(`${lines - 1} of ${count} registrations came (status ${answer.statusCode ?? 0})`));
        else resolve({ value: count / ((performance.now() - began) / 1_000), firstByte });
      });
    }).once('error', reject);
  });
}

/** The same columns as text, as an administrator with a terminal would take them. */
async function copied(stage: Stage, conferenceId: string, count: number): Promise<Record<string, number>> {
  const began = performance.now();
  const sql = `\\copy (SELECT r.*, p.* FROM registration r LEFT JOIN person p ON p.id = r.person_id WHERE r.conference_id = '${conferenceId}' ORDER BY r.id) TO STDOUT WITH CSV HEADER`;
  const child = spawn('psql', ['-X', '-q', '-c', sql, stage.urlOf(DATABASE)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let lines = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1;
  });
  await new Promise<void>((resolve, reject) => { child.once('error', reject); child.once('close', () => { resolve(); }); });
  if (lines !== count + 1) throw new Error(`\\copy gave ${lines - 1} of ${count}`);
  return { value: count / ((performance.now() - began) / 1_000) };
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Row } from './row.js';

let folder: string;
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'huiguan-bench-short-')); });
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

describe('the benches, in their short form', () => {
  it('run, find there what was acknowledged, and write their rows', async () => {
    const file = join(folder, 'rows.json');
    const child = spawn(process.execPath, ['--no-warnings', 'dist/test/load/main.js', '--short', '--json', file], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { said += chunk.toString(); });
    const code = await new Promise<number | null>((resolve) => { child.once('close', resolve); });
    expect({ code, said: code === 0 ? '' : said }).toEqual({ code: 0, said: '' });
    const rows = JSON.parse(readFileSync(file, 'utf8')) as Row[];
    for (const row of rows) expect(Object.keys(row).sort()).toEqual(['boundBy', 'goal', 'met', 'name', 'peer', 'ratio', 'unit', 'value']);
    expect(rows.length).toBeGreaterThan(0);
  }, 300_000);
});

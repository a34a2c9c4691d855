import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';

const run = promisify(execFile);
/** The short form; `CONTACT_ROWS=200000` is the long one. */
const ROWS = Number(process.env['CONTACT_ROWS'] ?? 10_000);

interface Measured {
  readonly peakMegabytes: number;
  readonly left: number;
  readonly first: { readonly rows: number; readonly new: number };
  readonly again: { readonly new: number; readonly updated: number; readonly unchanged: number };
}

describe('an import of a long workbook, in a process of its own', () => {
  it(`stays within 512 MB with ${ROWS} rows, changes nothing the second time, and can be undone to nothing`, async () => {
    const { stdout } = await run(process.execPath, [
      // A heap as small as the promise: what does not fit into it ends the process.
      '--max-old-space-size=256', '--max-semi-space-size=8', '--no-warnings', '--conditions=source', '--import', './test/faults/run-source.mjs', 'libs/contacts/testing/measure-import.ts', String(ROWS), 'xlsx',
    ], { env: process.env, maxBuffer: 10_000_000 });
    const measured = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Measured;
    if (process.env['CONTACT_ROWS'] !== undefined) process.stderr.write(stdout);
    expect(measured.first).toMatchObject({ rows: ROWS, new: ROWS });
    expect(measured.again).toMatchObject({ new: 0, updated: 0, unchanged: ROWS });
    expect(measured.left).toBe(0);
    expect(measured.peakMegabytes).toBeLessThan(512);
  }, 900_000);
});

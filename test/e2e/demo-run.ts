import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { House } from '#testkit';

/** How one run of the demo ended. */
export interface DemoEnd {
  readonly code: number | null;
  readonly said: string;
}

/** A run of `npm run demo` against a house, and what it said; `ended` never rejects. */
export interface DemoRun {
  readonly ended: Promise<DemoEnd>;
  said(): string;
}

export function runDemo(house: House, delegates: number): DemoRun {
  const child = spawn(process.execPath, ['dist/apps/demo/main.js', '--delegates', String(delegates)], {
    env: { PATH: process.env['PATH'], DATA_DIR: house.folder }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  const heard: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => heard.push(chunk.toString()));
  const said = (): string => heard.join('');
  const ended = new Promise<DemoEnd>((resolve) => {
    child.once('error', (fault) => { resolve({ code: null, said: `${said()}${fault.message}` }); });
    child.once('close', (code) => { resolve({ code, said: said() }); });
  });
  return { ended, said };
}

/** Lines of the demo's closing sums, and those of them that are wrong. */
export function sumsIn(said: string): { readonly ok: number; readonly wrong: readonly string[] } {
  const lines = said.split('\n');
  return { ok: lines.filter((line) => line.startsWith('  ok ')).length, wrong: lines.filter((line) => line.startsWith('  WRONG')) };
}

/** The queue engine that a house's worker says it has. */
export function engineOf(house: House): string | undefined {
  return /"engine":"(\w+)"/.exec(readFileSync(join(house.folder, 'log', 'worker.log'), 'utf8'))?.[1];
}

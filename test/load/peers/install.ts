import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const FOLDER = resolve('var/bench');
const LIMIT_MS = 300_000;

/**
 * Installs a peer's npm packages into a folder of its own below var, once, without their install scripts. Nothing where
 * they cannot be had, so that the row can say so.
 */
export async function installed(name: string, manifest: { readonly dependencies: Readonly<Record<string, string>>; readonly overrides?: Readonly<Record<string, string>> }): Promise<string | undefined> {
  const folder = join(FOLDER, name);
  const mark = join(folder, 'installed');
  if (existsSync(mark)) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, ...manifest }));
  process.stderr.write(`installing ${name} into ${folder} ...\n`);
  const child = spawn('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: folder, stdio: 'ignore', timeout: LIMIT_MS });
  const code = await new Promise<number | null>((done) => { child.once('error', () => { done(1); }); child.once('close', done); });
  if (code !== 0) {
    process.stderr.write(`${name} could not be installed\n`);
    return undefined;
  }
  writeFileSync(mark, '');
  return folder;
}

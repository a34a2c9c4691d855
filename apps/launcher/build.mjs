// Builds what is stale: TypeScript into dist/, the pages into dist/web/. `node build.mjs` by itself always builds, with `--stale` where need be.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root, runQuietly } from './prepare.mjs';

const stampFile = join(root, 'dist', '.built-from');
const compiler = join(root, 'node_modules', 'typescript7', 'lib', 'tsc.js');

const WRITTEN_BY_THE_BUILD = new Set(['graphql-env.d.ts']);

/** Builds unless dist holds what the sources say. Gives the exit code. */
export async function buildIfStale() {
  const stamp = sourcesStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return 0;
  console.error('Building ...');
  return build(stamp);
}

export async function build(stamp = sourcesStamp()) {
  rmSync(stampFile, { force: true });
  rmSync(join(root, 'dist', '.compiled'), { recursive: true, force: true });
  const [types, pages] = await Promise.all([runQuietly(process.execPath, [compiler, '-p', 'tsconfig.json']), buildPages()]);
  if (types === 0) {
    removeLeftovers(join(root, 'dist'), root);
    const { bundle } = await import('./bundle.mjs');
    await bundle(root);
  }
  const code = types || pages;
  if (code === 0) writeFileSync(stampFile, stamp);
  return code;
}

/** The web app says itself how its pages are built (build:web in package.json). */
async function buildPages() {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (!('build:web' in scripts)) return 0;
  rmSync(join(root, 'dist', 'web'), { recursive: true, force: true });
  return runQuietly('npm', ['run', '--silent', 'build:web'], { env: { ...process.env, NODE_ENV: 'production' } });
}

/** Modules in dist whose source is gone would otherwise be loaded for ever. */
function removeLeftovers(built, source) {
  for (const part of ['apps', 'libs', 'test']) {
    for (const file of filesUnder(join(built, part))) {
      const name = file.slice(join(built, part).length);
      const origin = join(source, part, name.replace(/\.js(\.map)?$/, ''));
      if (/\.js(\.map)?$/.test(name) && !existsSync(`${origin}.ts`) && !existsSync(`${origin}.tsx`)) rmSync(file);
    }
  }
}

/** Changes with every source file's name, size and time of change. */
function sourcesStamp() {
  const hash = createHash('sha256');
  const files = [...['apps', 'libs', 'test'].flatMap((part) => filesUnder(join(root, part))), join(root, 'tsconfig.json'), join(root, 'package-lock.json')];
  for (const file of files.sort()) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file.slice(root.length)}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.') || WRITTEN_BY_THE_BUILD.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit(await (process.argv.includes('--stale') ? buildIfStale() : build()));

// Runs on the system's Node (20 or newer) in a clone that may have no node_modules yet: only built-in modules here.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const pinnedNode = join(root, 'node_modules', 'node', 'bin', 'node');

/** Installs what the lock file asks for, unless node_modules already holds exactly that. */
export async function install() {
  if (isInstalled()) return;
  const release = await installLock();
  try {
    // Whoever held the lock may have installed it all; a lock file that npm is just writing settles within moments.
    if (existsSync(join(root, 'node_modules'))) await pause(3_000);
    if (isInstalled()) return;
    console.error('Installing the packages of package-lock.json: about 1 GB, some minutes the first time ...');
    // `npm ci` empties node_modules first, and fails where a registry lacks optional packages of other platforms.
    const code = await runQuietly('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error']);
    if (code === 0) return;
    console.error('The packages could not be installed: see the lines of npm above.');
    release();
    process.exit(1);
  } finally {
    release();
  }
}

/** One installation at a time: a folder beside node_modules, touched while it goes on, taken over once nobody has for a minute. */
async function installLock() {
  const lock = join(root, 'node_modules.lock');
  for (;;) {
    try {
      mkdirSync(lock);
      const alive = setInterval(() => { if (existsSync(lock)) utimesSync(lock, new Date(), new Date()); }, 10_000);
      return () => {
        clearInterval(alive);
        rmSync(lock, { recursive: true, force: true });
      };
    } catch (fault) {
      if (fault.code !== 'EEXIST') throw fault;
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0);
      if (age > 60_000) rmSync(lock, { recursive: true, force: true });
      else await pause(500);
    }
  }
}

/** True where every package that is not optional is there in the version of the lock file. */
function isInstalled() {
  if (!existsSync(pinnedNode)) return false;
  const wanted = packagesIn(join(root, 'package-lock.json'));
  const present = packagesIn(join(root, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(([path, entry]) =>
    path === '' || entry.link || present[path]?.version === entry.version
    || (present[path] === undefined && (entry.optional || entry.devOptional || entry.peer)));
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

/** Continues on the Node that package.json pins; resolves only in the process that already runs on it. */
export async function continueOnPinnedNode(script, flags = []) {
  const continued = process.env.HUIGUAN_NODE === pinnedNode;
  delete process.env.HUIGUAN_NODE;
  if (continued || process.execPath === pinnedNode) return;
  const child = spawn(pinnedNode, [...flags, script, ...process.argv.slice(2)], {
    cwd: root, stdio: 'inherit', env: { ...process.env, ...binFirst(), HUIGUAN_NODE: pinnedNode },
  });
  // Ctrl-C reaches the child by the terminal; this process only waits for it.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const code = await ended(child);
  process.exit(code);
}

function binFirst() {
  return { PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH ?? ''}` };
}

/** Runs a program in the project's root and gives its exit code. */
export function run(program, args, options = {}) {
  return ended(spawn(program, args, { cwd: root, stdio: 'inherit', ...options }));
}

/** As `run`, but what the program says is shown only if it fails. */
export async function runQuietly(program, args, options = {}) {
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
  const code = await ended(child);
  if (code !== 0) process.stderr.write(Buffer.concat(said));
  return code;
}

function ended(child) {
  return new Promise((resolve) => {
    child.once('error', (fault) => { console.error(fault.message); resolve(127); });
    child.once('close', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}

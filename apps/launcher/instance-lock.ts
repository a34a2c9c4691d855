import { execFileSync } from 'node:child_process';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart, codeOf } from './cannot-start.js';

/** One launcher a data folder. `tookOver` says that the last one ended without tidying up. */
export interface InstanceLock {
  readonly tookOver: boolean;
  release(): void;
}

/**
 * A file that names the process and when it began, since numbers of processes are used again. It is put in place by
 * link(2), which fails where one exists; a lock of a process that is gone is taken over.
 * @throws CannotStart where another launcher lives on this folder
 */
export function lockDataFolder(folder: string): InstanceLock {
  const path = join(folder, 'launcher.lock');
  const mine = `${process.pid} ${beginOf(process.pid) ?? 'unknown'}\n`;
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, mine, { mode: 0o600 });
  try {
    const tookOver = !linked(draft, path);
    if (tookOver) takeOver(draft, path, folder);
    return {
      tookOver,
      release: () => { if (textOf(path) === mine) rmSync(path, { force: true }); },
    };
  } finally {
    rmSync(draft, { force: true });
  }
}

function linked(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (fault) {
    if (codeOf(fault) === 'EEXIST') return false;
    throw fault;
  }
}

function takeOver(draft: string, path: string, folder: string): void {
  const dead = textOf(path);
  const [pid = '', ...begin] = (dead ?? '').trim().split(' ');
  const known = /^\d+$/.test(pid) ? beginOf(Number(pid)) : undefined;
  if (known !== undefined && known === begin.join(' ')) {
    throw new CannotStart(`Huiguan already runs on ${folder} (process ${pid}): stop that one, or choose another DATA_DIR.`);
  }
  const moved = `${draft}.dead`;
  renameSync(path, moved);
  // Another start may have taken over between the look and the move: what it put there is given back.
  const isStillDead = textOf(moved) === dead;
  if (!isStillDead) linked(moved, path);
  rmSync(moved, { force: true });
  if (!isStillDead || !linked(draft, path)) throw new CannotStart(`Huiguan is just being started on ${folder} by another process.`);
}

/** When a living process began (clock ticks since boot on Linux, a date elsewhere), or nothing where there is none. */
function beginOf(pid: number): string | undefined {
  if (process.platform === 'linux') {
    const stat = textOf(`/proc/${pid}/stat`);
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields === undefined || fields[0] === 'Z' ? undefined : fields[19];
  }
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

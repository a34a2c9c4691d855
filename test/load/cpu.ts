import { readdirSync, readFileSync } from 'node:fs';

/** Seconds of CPU that one process and those it has waited for used so far (proc(5)). */
interface Used {
  readonly parent: number;
  readonly seconds: number;
}

const TICKS_A_SECOND = 100;

function processes(): ReadonlyMap<number, Used> {
  const all = new Map<number, Used>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ').map(Number);
      all.set(Number(name), { parent: fields[1] ?? 0, seconds: [11, 12, 13, 14].reduce((sum, index) => sum + (fields[index] ?? 0), 0) / TICKS_A_SECOND });
    } catch {
      // It ended while it was looked at.
    }
  }
  return all;
}

/** What a process and all that descend from it used. */
function treeSeconds(all: ReadonlyMap<number, Used>, root: number): number {
  const children = new Map<number, number[]>();
  for (const [pid, { parent }] of all) children.set(parent, [...(children.get(parent) ?? []), pid]);
  const sum = (pid: number): number => (all.get(pid)?.seconds ?? 0) + (children.get(pid) ?? []).reduce((total, child) => total + sum(child), 0);
  return sum(root);
}

/** Seconds that all cores together were at work, and that there were. */
function machine(): { busy: number; whole: number } {
  const line = readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '';
  const ticks = line.trim().split(/\s+/).slice(1, 9).map(Number);
  const whole = ticks.reduce((sum, n) => sum + n, 0);
  return { busy: (whole - (ticks[3] ?? 0) - (ticks[4] ?? 0)) / TICKS_A_SECOND, whole: whole / TICKS_A_SECOND };
}

export interface CpuUse {
  /** Share of the machine's CPU, 0 to 1, used by processes that are not ours. */
  readonly foreign: number;
  /** CPU seconds by the names that were given. */
  readonly seconds: Readonly<Record<string, number>>;
}

/** Begins to measure; the answer ends it. `named` are the processes whose part is asked for, with their children. */
export function measureCpu(named: Readonly<Record<string, number>>): () => CpuUse {
  const look = () => {
    const all = processes();
    return { machine: machine(), ours: treeSeconds(all, process.pid), named: Object.fromEntries(Object.entries(named).map(([name, pid]) => [name, treeSeconds(all, pid)])) };
  };
  const before = look();
  return () => {
    const after = look();
    const busy = after.machine.busy - before.machine.busy;
    const whole = after.machine.whole - before.machine.whole;
    return {
      foreign: whole <= 0 ? 0 : Math.max(0, Math.min(1, (busy - (after.ours - before.ours)) / whole)),
      seconds: Object.fromEntries(Object.keys(named).map((name) => [name, (after.named[name] ?? 0) - (before.named[name] ?? 0)])),
    };
  };
}

/** Resident memory of a process now, in MB; with `peak`, the most it ever had. */
export function memoryOf(pid: number, peak = false): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`${peak ? 'VmHWM' : 'VmRSS'}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
}

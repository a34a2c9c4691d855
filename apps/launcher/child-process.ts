import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { CannotStart } from './cannot-start.js';
import type { ChildOutput } from './child-output.js';

export interface ChildPlan {
  readonly name: string;
  readonly script: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Answers 2xx when the child is ready; a child without one counts as ready when it lives. */
  readonly readyUrl?: string;
}

const READY_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 30_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
const STEADY_MS = 60_000;

/** The pause before the n-th restart in a row (n from 1): it doubles, up to half a minute. */
export function restartPause(restarts: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** (restarts - 1), LONGEST_PAUSE_MS);
}

/** One child of the launcher: started, watched, started again when it dies, stopped when told. */
export class SupervisedChild {
  private child: ChildProcess | undefined;
  private isWanted = false;
  private restarts = 0;
  private spawnedAt = 0;
  private readonly cancelPause = new AbortController();

  constructor(
    readonly plan: ChildPlan,
    private readonly output: ChildOutput,
    private readonly tell: (line: string) => void,
    private readonly changed: () => void,
  ) {}

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** @throws CannotStart where it ends, or is not ready within a minute */
  async start(): Promise<void> {
    this.isWanted = true;
    const child = this.spawn();
    for (const until = Date.now() + READY_LIMIT_MS; ; await pause(50)) {
      if (child.exitCode !== null || child.signalCode !== null) {
        // What it wrote last may still be on its way through the pipe.
        await pause(50);
        throw new CannotStart(`${this.plan.name} did not start: ${this.output.lastComplaint ?? `it ended with ${endOf(child)}`}`);
      }
      if (await this.isReady()) break;
      if (Date.now() > until) throw new CannotStart(`${this.plan.name} was not ready after ${READY_LIMIT_MS / 1000} seconds: ${this.output.lastComplaint ?? 'see its log'}`);
    }
    child.once('exit', () => { void this.revive(child); });
    if (child.exitCode !== null || child.signalCode !== null) throw new CannotStart(`${this.plan.name} ended just after its start.`);
  }

  async stop(): Promise<void> {
    this.isWanted = false;
    this.cancelPause.abort();
    const child = this.child;
    if (child?.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((resolve) => { child.once('exit', resolve); });
      child.kill('SIGTERM');
      const impatient = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
      await gone;
      clearTimeout(impatient);
    }
    this.output.close();
  }

  /** For a second Ctrl-C. */
  kill(): void {
    this.child?.kill('SIGKILL');
  }

  private spawn(): ChildProcess {
    const child = spawn(process.execPath, ['--import', new URL('./leave-with-launcher.js', import.meta.url).href, this.plan.script], {
      env: this.plan.environment, detached: true, stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    child.on('error', (fault) => { this.tell(`${this.plan.name}: ${fault.message}`); });
    if (child.stdout !== null) this.output.follow(child.stdout);
    if (child.stderr !== null) this.output.follow(child.stderr);
    this.child = child;
    this.spawnedAt = Date.now();
    this.changed();
    return child;
  }

  private async isReady(): Promise<boolean> {
    if (this.plan.readyUrl === undefined) return true;
    try {
      return (await fetch(this.plan.readyUrl, { signal: AbortSignal.timeout(5_000) })).ok;
    } catch {
      return false;
    }
  }

  /** Starts a child that died again, after a pause that grows until one has lived for a minute. */
  private async revive(dead: ChildProcess): Promise<void> {
    for (let last = dead; this.isWanted;) {
      this.restarts = Date.now() - this.spawnedAt > STEADY_MS ? 1 : this.restarts + 1;
      const wait = restartPause(this.restarts);
      this.tell(`${this.plan.name} died (${endOf(last)}); it is started again in ${wait / 1000} s`);
      await pause(wait, undefined, { signal: this.cancelPause.signal }).catch(() => undefined);
      if (!this.isWanted) return;
      last = this.spawn();
      await new Promise((resolve) => { last.once('exit', resolve); last.once('error', resolve); });
    }
  }
}

function endOf(child: ChildProcess): string {
  return child.signalCode ?? `exit code ${child.exitCode ?? 'unknown'}`;
}

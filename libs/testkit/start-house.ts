import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '#platform';
import type { ProcessName } from '../../apps/launcher/command-line.js';
import type { RunningSystem } from '../../apps/launcher/running-file.js';

export interface HouseOptions {
  readonly without?: readonly ProcessName[];
  readonly environment?: Readonly<Record<string, string>>;
  /** An existing data folder, which then stays; otherwise one that goes with the house. */
  readonly folder?: string;
}

const READY_LIMIT_MS = 90_000;

/** The whole system as `npm start` runs it, from dist, on ports and with a data folder of its own. */
export class House {
  private constructor(readonly folder: string, private readonly keepsFolder: boolean, private readonly launcher: ChildProcess, private readonly heard: string[]) {}

  static async open(options: HouseOptions = {}): Promise<House> {
    const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'huiguan-house-'));
    const ports = { PORT: await freePort(), API_PORT: await freePort(), MAILBOX_PORT: await freePort(), MAILBOX_SMTP_PORT: await freePort() };
    const launcher = spawn(process.execPath, ['dist/apps/launcher/main.js', ...(options.without ?? []).flatMap((name) => ['--without', name])], {
      env: {
        PATH: process.env['PATH'] ?? '',
        DATA_DIR: folder,
        ...Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)])),
        ...options.environment,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const heard: string[] = [];
    launcher.stderr?.on('data', (chunk: Buffer) => heard.push(chunk.toString()));
    return new House(folder, options.folder !== undefined, launcher, heard);
  }

  /** What the launcher has said so far. */
  get said(): string {
    return this.heard.join('');
  }

  /** Waits until all is ready; throws with what was said where the start failed. */
  async ready(): Promise<RunningSystem> {
    for (const until = Date.now() + READY_LIMIT_MS; Date.now() < until; await pause(50)) {
      if (this.launcher.exitCode !== null) throw new Error(`the start failed: ${this.said}`);
      const running = this.running();
      // A launcher that was killed leaves its file behind.
      if (running?.ready === true && running.launcher === this.launcher.pid) return running;
    }
    throw new Error(`not ready after ${READY_LIMIT_MS / 1000} s: ${this.said}`);
  }

  /** DATA_DIR/running.json as it is now, or nothing. */
  running(): RunningSystem | undefined {
    const file = join(this.folder, 'running.json');
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as RunningSystem) : undefined;
  }

  signal(name: NodeJS.Signals): void {
    this.launcher.kill(name);
  }

  /** The launcher's exit code, once it has ended. */
  async ended(): Promise<number | null> {
    if (this.launcher.exitCode !== null || this.launcher.signalCode !== null) return this.launcher.exitCode;
    return new Promise((resolve) => { this.launcher.once('close', resolve); });
  }

  async close(): Promise<void> {
    this.signal('SIGTERM');
    await this.ended();
    if (!this.keepsFolder) rmSync(this.folder, { recursive: true, force: true });
  }
}

/** What a start says that found one of its ports taken: another process was given it meanwhile. */
const PORT_GONE = /Port \d+ is taken/;

/** Starts a house and waits until it is ready, on other ports where one of its own is gone. Whoever starts it closes it. */
export async function startHouse(options: HouseOptions = {}): Promise<{ house: House; running: RunningSystem }> {
  for (let tries = 1; ; tries += 1) {
    const house = await House.open(options);
    try {
      return { house, running: await house.ready() };
    } catch (fault) {
      await house.close();
      if (tries === 3 || !PORT_GONE.test(house.said)) throw fault;
    }
  }
}

import { rmSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** DATA_DIR/running.json (mode 600): how scripts on this machine find a running system, and whether it is ready. */
export interface RunningSystem {
  readonly ready: boolean;
  readonly launcher: number;
  readonly publicUrl: string;
  readonly apiUrl: string;
  readonly databaseUrl: string;
  readonly smtpUrl: string;
  /** Absent where SMTP_URL names a server of someone else's. */
  readonly mailboxUrl?: string;
  readonly adminEmail?: string;
  readonly adminToken?: string;
  readonly mailHookToken?: string;
  readonly processes: Readonly<Record<string, number>>;
}

export class RunningFile {
  private readonly path: string;

  constructor(folder: string) {
    this.path = join(folder, 'running.json');
  }

  write(system: RunningSystem): void {
    writeFileSync(`${this.path}.part`, `${JSON.stringify(system, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${this.path}.part`, this.path);
  }

  remove(): void {
    rmSync(this.path, { force: true });
  }
}

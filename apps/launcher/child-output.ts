import { createWriteStream, mkdirSync, renameSync, statSync } from 'node:fs';
import type { WriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

const LARGEST_LOG = 20 * 1024 * 1024;
const FAULT_LEVEL = 50;

/** The log file of one child in DATA_DIR/log; faults and lines that are no log entries also go to the terminal. */
export class ChildOutput {
  private readonly file: WriteStream;
  /** The last line that tells of something wrong, for the sentence when a start fails. */
  lastComplaint: string | undefined;

  constructor(private readonly name: string, folder: string, private readonly tell: (line: string) => void) {
    mkdirSync(join(folder, 'log'), { recursive: true });
    const path = join(folder, 'log', `${name}.log`);
    if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_LOG) renameSync(path, `${path}.1`);
    this.file = createWriteStream(path, { flags: 'a', mode: 0o600 });
    // A log that cannot be written must not end the launcher; the child goes on.
    this.file.on('error', () => undefined);
  }

  follow(stream: Readable): void {
    createInterface({ input: stream }).on('line', (line) => { this.take(line); });
  }

  close(): void {
    this.file.end();
  }

  private take(line: string): void {
    this.file.write(`${line}\n`);
    const entry = logEntry(line);
    if (entry === undefined) {
      if (line.trim() === '') return;
      this.lastComplaint = line;
      this.tell(`${this.name}: ${line}`);
    } else if (entry.level >= FAULT_LEVEL) {
      this.lastComplaint = entry.text;
      this.tell(`${this.name}: ${entry.text}`);
    }
  }
}

function logEntry(line: string): { level: number; text: string } | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const entry = JSON.parse(line) as Partial<Record<string, unknown>>;
    if (typeof entry['level'] !== 'number') return undefined;
    const fault = entry['err'];
    const detail = typeof fault === 'object' && fault !== null && 'message' in fault ? `: ${String(fault.message)}` : '';
    return { level: entry['level'], text: `${typeof entry['msg'] === 'string' ? entry['msg'] : line}${detail}` };
  } catch {
    return undefined;
  }
}

import { spawn } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SCRIPT = 'dist/apps/demo/first-conference.js';

/**
 * Puts a small published conference into a database that is new, through the public API, so that the first visit finds
 * something. A start that is cut off in between leaves its mark, and the next start tries again.
 */
export async function showFirstConference(options: {
  folder: string;
  isNew: boolean;
  environment: Readonly<Record<string, string>>;
  tell: (line: string) => void;
}): Promise<void> {
  const mark = join(options.folder, 'first-conference-due');
  if (options.isNew) writeFileSync(mark, '');
  if (!existsSync(mark) || !existsSync(SCRIPT)) return;
  const child = spawn(process.execPath, [SCRIPT], { env: options.environment, stdio: ['ignore', 'inherit', 'inherit'], detached: true });
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => { resolve(null); });
    child.once('exit', resolve);
  });
  if (code === 0) rmSync(mark, { force: true });
  else options.tell('The first conference could not be made; the system runs without it, and the next start tries again.');
}

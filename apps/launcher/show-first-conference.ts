import { spawn } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SCRIPT = 'dist/apps/demo/first-conference.js';
/** The script's exit code where the api refused a step, which trying again does not mend. */
const REFUSED = 2;

const markIn = (folder: string): string => join(folder, 'first-conference-due');

/** Marks that the first conference is due where the embedded database is about to be made; before it is, so that no cut between the two loses it. */
export function expectFirstConference(folder: string, database: string): void {
  if (!existsSync(database)) writeFileSync(markIn(folder), '');
}

/**
 * Puts a small published conference into a database that is new, through the public API, so that the first visit finds
 * something. A start that is cut off in between leaves its mark, in which the script has written what it set out to make,
 * and the next start goes on with just that.
 */
export async function showFirstConference(options: {
  folder: string;
  /** False where no api runs that could be asked. */
  possible: boolean;
  environment: Readonly<Record<string, string>>;
  tell: (line: string) => void;
  /** Ends it when the launcher is told to stop. */
  stopped: AbortSignal;
}): Promise<void> {
  const mark = markIn(options.folder);
  if (!options.possible || !existsSync(mark) || !existsSync(SCRIPT) || options.stopped.aborted) return;
  const child = spawn(process.execPath, ['--import', new URL('./leave-with-launcher.js', import.meta.url).href, SCRIPT, mark], {
    env: options.environment, stdio: ['ignore', 'inherit', 'inherit', 'ipc'], detached: true,
  });
  options.stopped.addEventListener('abort', () => child.kill('SIGKILL'), { once: true });
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => { resolve(null); });
    child.once('exit', resolve);
  });
  if (code === 0 || code === REFUSED) rmSync(mark, { force: true });
  if (code !== 0 && !options.stopped.aborted) options.tell(`The first conference could not be made; the system runs without it${code === REFUSED ? '' : ', and the next start tries again'}.`);
}

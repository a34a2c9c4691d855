import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the running system is, and the token it accepts from scripts. */
export interface RunningSystem {
  readonly publicUrl: string;
  readonly databaseUrl: string;
  readonly mailboxUrl: string;
  readonly adminToken: string;
  /** With which mail providers report; absent where the system has none. */
  readonly mailHookToken?: string | undefined;
}

/** Finds the system that `npm start` runs from the same data folder. */
export function findRunningSystem(folder: string): RunningSystem {
  let written: Partial<RunningSystem> & { ready?: boolean };
  try {
    written = JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8')) as typeof written;
  } catch {
    throw new Error(`No running Huiguan found in ${folder}: start it with \`npm start\` and call the demo again.`);
  }
  const { publicUrl, databaseUrl, mailboxUrl, adminToken, mailHookToken } = written;
  if (publicUrl === undefined || databaseUrl === undefined || adminToken === undefined) throw new Error(`${folder}/running.json lacks what the demo needs.`);
  if (mailboxUrl === undefined) throw new Error('The demo reads its letters from the local mailbox: start without SMTP_URL.');
  return { publicUrl, databaseUrl, mailboxUrl, adminToken, mailHookToken };
}

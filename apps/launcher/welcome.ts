import { join, relative } from 'node:path';
import type { Settings } from '#platform';
import type { ProcessName } from './command-line.js';
import type { CompletedSettings } from './complete-settings.js';

/** What the person at the terminal reads when all is ready: where to go and how to sign in. */
export function welcome(started: { settings: Settings; completed: CompletedSettings; without: ReadonlySet<ProcessName>; seconds: number }): string {
  const { settings, completed, without } = started;
  const hasMailbox = completed.embeddedMailbox && !without.has('mailbox');
  const near = relative(process.cwd(), settings.DATA_DIR);
  const folder = near.startsWith('..') ? settings.DATA_DIR : near;
  const lines = [
    '',
    `  Huiguan is ready (${started.seconds.toFixed(1)} s).`,
    '',
    `  The site      ${settings.PUBLIC_URL}`,
    `  GraphQL       ${settings.PUBLIC_URL}/graphql`,
    ...(hasMailbox ? [`  The mailbox   http://localhost:${settings.MAILBOX_PORT}   (every letter sent here is caught there)`] : []),
    '',
    ...signIn(settings, completed, folder),
    `  Logs          ${join(folder, 'log')}`,
    '  Ctrl-C stops everything.',
    '',
  ];
  return lines.join('\n');
}

function signIn(settings: Settings, completed: CompletedSettings, folder: string): readonly string[] {
  if (settings.ADMIN_EMAIL === undefined) return [];
  const token = completed.ownAdministrator ? `its token is in ${join(folder, 'admin-token')}` : 'its token is ADMIN_TOKEN';
  return [
    `  Staff         open the invitation to ${settings.ADMIN_EMAIL} in its mailbox, then ${settings.PUBLIC_URL}/en/staff/sign-in`,
    `  Delegates     ${settings.PUBLIC_URL}/en/sign-in: any address, the link comes by mail`,
    `  Scripts       Authorization: Bearer <token>; ${token}`,
    '',
  ];
}

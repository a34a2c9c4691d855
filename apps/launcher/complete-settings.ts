import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from './cannot-start.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What a start on one machine has in the end: the environment of all children, and what is embedded. */
export interface CompletedSettings {
  readonly environment: Readonly<Record<string, string>>;
  readonly embeddedDatabase: boolean;
  readonly embeddedMailbox: boolean;
  /** True where the address and token of the first administrator come from the data folder. */
  readonly ownAdministrator: boolean;
}

const DATABASE_TO_COME = 'postgresql://127.0.0.1/embedded';
const ADMIN = 'organiser@example.org';

/**
 * Fills in what the environment leaves open: neighbouring ports, the embedded database and mailbox, and secrets kept in
 * the data folder (readable by its owner only). In production secrets are given, never made up.
 */
export function completeSettings(given: Environment, folder: string): CompletedSettings {
  const environment = Object.fromEntries(Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''));
  const isProduction = environment['NODE_ENV'] === 'production';
  const embeddedDatabase = environment['DATABASE_URL'] === undefined;
  const embeddedMailbox = environment['SMTP_URL'] === undefined;
  if (isProduction && environment['SECRET_KEY'] === undefined) throw new CannotStart('SECRET_KEY is not set: with NODE_ENV=production it must be given.');
  const asked = Number(environment['PORT']);
  const port = Number.isInteger(asked) ? asked : 3000;
  environment['DATA_DIR'] = folder;
  environment['PORT'] ??= String(port);
  environment['API_PORT'] ??= String(port + 1);
  environment['MAILBOX_PORT'] ??= String(port + 2);
  environment['MAILBOX_SMTP_PORT'] ??= String(port + 25);
  environment['DATABASE_URL'] ??= DATABASE_TO_COME;
  environment['SMTP_URL'] ??= `smtp://127.0.0.1:${environment['MAILBOX_SMTP_PORT']}`;
  environment['SECRET_KEY'] ??= kept(folder, 'secret-key');
  // So that what a mail provider would report can be tried on one machine.
  if (!isProduction) environment['MAIL_HOOK_TOKEN'] ??= kept(folder, 'mail-hook-token');
  const ownAdministrator = !isProduction && environment['ADMIN_TOKEN'] === undefined;
  if (ownAdministrator) {
    environment['ADMIN_EMAIL'] ??= ADMIN;
    environment['ADMIN_TOKEN'] = kept(folder, 'admin-token');
  }
  return { environment, embeddedDatabase, embeddedMailbox, ownAdministrator };
}

function kept(folder: string, name: string): string {
  const file = join(folder, name);
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const secret = randomBytes(32).toString('base64url');
  writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: 'wx' });
  return secret;
}

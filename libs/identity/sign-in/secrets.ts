import { hash, randomBytes } from 'node:crypto';

/** Begins every secret of a sign-in, so that it is told from an API token without asking the database. */
export const SIGN_IN_PREFIX = 'hgs_';
export const API_TOKEN_PREFIX = 'hgt_';

/** 256 random bits in the letters of a URL, after a prefix by which a leaked one is recognised. */
export function newSecret(prefix: string): string {
  return prefix + randomBytes(32).toString('base64url');
}

/** What is kept of a secret. A plain hash will do: what is random in 256 bits cannot be guessed, unlike a password. */
export function hashSecret(secret: string): Buffer {
  return hash('sha256', secret, 'buffer');
}

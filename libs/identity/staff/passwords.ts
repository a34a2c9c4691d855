import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** OWASP's least for Argon2id (Password Storage Cheat Sheet): 19 MiB, two passes, one lane. */
const MEMORY_KIB = 19_456;
const PASSES = 2;
const LANES = 1;
const TAG_BYTES = 32;
const SALT_BYTES = 16;
const LONGEST = 256;

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = LONGEST;

/** Argon2id (RFC 9106) in the PHC string format, so that costs can grow without making old passwords useless. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const tag = await tagOf(password, salt, { memory: MEMORY_KIB, passes: PASSES, parallelism: LANES });
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${bare(salt)}$${bare(tag)}`;
}

/** Whether a password is the one that was hashed; false too for a hash of another form. */
export async function verifyPassword(hash: string, password: string): Promise<boolean> {
  const parts = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([\w+/]+)\$([\w+/]+)$/.exec(hash);
  if (parts === null || password.length > LONGEST) return false;
  const [, memory, passes, parallelism, salt = '', tag = ''] = parts;
  const kept = Buffer.from(tag, 'base64');
  const derived = await tagOf(password, Buffer.from(salt, 'base64'), { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) });
  return kept.length === derived.length && timingSafeEqual(kept, derived);
}

// NFKC, so that a password typed on another keyboard is the same (RFC 8265, OpaqueString).
function tagOf(password: string, nonce: Buffer, cost: { memory: number; passes: number; parallelism: number }): Promise<Buffer> {
  return derive('argon2id', { message: password.normalize('NFKC'), nonce, tagLength: TAG_BYTES, ...cost });
}

const bare = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

import { createHmac } from 'node:crypto';
import type { AuditEntry } from './audit-entry.entity.js';

/** What a seal vouches for: all of the line but the seal itself. */
export type Sealable = Omit<AuditEntry, 'seal' | 'sealNumber'>;

/**
 * The seal of a line: a keyed hash over the seal before it, its number and its content. Keyed, so that who can write to
 * the database but does not know SECRET_KEY cannot forge a chain.
 */
export function sealOf(key: Buffer, previous: Buffer, number: bigint, entry: Sealable): Buffer {
  const { id, at, actorKind, actorId, action, subjectKind, subjectId, conferenceId, data } = entry;
  const content = JSON.stringify([number.toString(), id, at.toISOString(), actorKind, actorId, action, subjectKind, subjectId, conferenceId, sorted(data)]);
  return createHmac('sha256', key).update(previous).update(content).digest();
}

/** The seal of the chain's end: keyed too, so that the end cannot be set back to an earlier line. */
export function sealOfHead(key: Buffer, number: bigint, lastSeal: Buffer): Buffer {
  return number === 0n ? Buffer.alloc(0) : createHmac('sha256', key).update(`head ${number.toString()}`).update(lastSeal).digest();
}

// jsonb keeps no order of keys.
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]);
}

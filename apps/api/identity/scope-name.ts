import type { ScopeName } from '#identity';
import type { ScopeInput } from '../graphql/schema.gen.js';

/** The installation has no id, whatever a caller writes. */
export function scopeNameOf({ kind, id }: ScopeInput): ScopeName {
  return { kind, id: kind === 'INSTALLATION' ? null : id ?? null };
}

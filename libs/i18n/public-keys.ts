import { english } from './en/index.js';
import type { MessageKey } from './en/index.js';

/** What nobody but staff and programs reads. */
const STAFF_KEYS = new RegExp(`^(${[
  'console', 'contacts', 'web\\.(staff|console)', 'export', 'manifest', 'warning', 'conference\\.move', 'state\\.(message|origin|contact|campaign|sender|import|template)',
  'refusal\\.(series|role|token|staff|message|programme|venue|room|release|idempotency|cursor|contact|campaign|import|template|sender|audience|mailing)',
  'refusal\\.(conference\\.(archived|changed-meanwhile|move-illegal|no-category)|account\\.unknown|registration\\.no-document)',
  'refusal\\.file\\.no-table', 'refusal\\.(forum|session|visit|departure|invitation|delegation)\\.changed-meanwhile', 'refusal\\.(visits\\.archived|places\\.(below-taken|not-waiting|unknown)|agenda\\.nothing-in-the-way)',
  'campaign', 'report', 'role', 'contacts', 'refusal\\.(job|reminder|suppression|language|file\\.no-table)', 'problem\\.(text|column-twice|columns-without-person|number|name-taken|reminder|columns-unknown|column-twice|columns-without-person|room-taken|table-unreadable|slug|key|role|scope|expiry|locale|zone|series|conference|host|form|category|forum|time|day|seats|contact|campaign|import|template|sender|audience)',
].join('|')})(?![a-z])`);

/** Whether delegates and visitors read it: on a public page, in a letter, or in an answer to what they do. */
export function isPublicKey(key: string): boolean {
  return !STAFF_KEYS.test(key);
}

/** Every text that is written in all languages of the house; the rest is in those of the console. */
export function publicKeys(): readonly MessageKey[] {
  return (Object.keys(english) as MessageKey[]).filter(isPublicKey);
}

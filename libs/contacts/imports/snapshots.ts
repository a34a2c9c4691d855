import type { Contact } from '../contact.entity.js';
import { detailsOf, sameExtra, sameTags, textParts } from '../contact-details.js';
import type { ContactDetails } from '../contact-details.js';
import type { ContactSnapshot } from './contact-import-row.entity.js';

export function snapshotOf(contact: Contact): ContactSnapshot {
  return { ...detailsOf(contact), source: contact.source, updatedAt: contact.updatedAt.toISOString() };
}

export interface Restored {
  readonly details: ContactDetails;
  /** Whether every part could be brought back; false where someone changed one since. */
  readonly isWhole: boolean;
}

/**
 * A contact as it was before an import, part by part: what still is as the import left it goes back, what someone changed
 * since stays. Done twice it is the same.
 */
export function restored(now: ContactDetails, before: ContactDetails, after: ContactDetails): Restored {
  let isWhole = true;
  const back = <Value>(current: Value, was: Value, became: Value, same: (a: Value, b: Value) => boolean): Value => {
    if (same(current, became) || same(current, was)) return was;
    if (!same(was, became)) isWhole = false;
    return current;
  };
  const equal = (a: string | null, b: string | null): boolean => a === b;
  const texts = Object.fromEntries(textParts.map((part) => [part, back(now[part], before[part], after[part], equal)])) as Pick<ContactDetails, (typeof textParts)[number]>;
  const details = { ...texts, tags: back(now.tags, before.tags, after.tags, sameTags), extra: back(now.extra, before.extra, after.extra, sameExtra) };
  return { details, isWhole };
}

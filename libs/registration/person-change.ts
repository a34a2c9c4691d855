import type { Person } from '#people';
import type { CheckedDetails } from './details.js';
import type { Known, PersonKeys } from './person-desk.js';

/** Whether a name or document that is on file would be another one; what was lacking may be added at any time. */
export function replacesIdentity({ person, documentIndex }: Known, { person: { names }, travelDocument }: CheckedDetails, keys: PersonKeys): boolean {
  if (person !== null && names !== undefined && replacesName(person.names, names)) return true;
  return documentIndex !== null && travelDocument !== undefined && keys.documentIndex !== documentIndex;
}

/** Whether two registrations, or one before and after a change, are known again by something else. */
export function keysDiffer(a: PersonKeys, b: PersonKeys): boolean {
  return a.latinKey !== b.latinKey || a.nativeKey !== b.nativeKey || a.documentIndex !== b.documentIndex;
}

function replacesName(before: Person['names'], after: Person['names']): boolean {
  const parts = ['native', 'latinFamily', 'latinGiven'] as const;
  return parts.some((part) => before[part] !== null && before[part] !== after[part]);
}

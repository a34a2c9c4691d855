import { invalid } from '#kernel';
import type { Refusal } from '#kernel';
import { brokenConstraint, brokenDetail } from '#platform';
import type { RightInput } from './check-invitation.js';

const FIELDS: Readonly<Record<string, 'forumIds' | 'visitIds'>> = { invitation_forums: 'forumIds', invitation_visits: 'visitIds' };

/**
 * The refusal of a forum or visit that is none of the conference's. Rooms above own both, so the database compares them as a
 * foreign key would; anything else is thrown on.
 * @param path of the n-th row's field
 */
export function refuseForeignPart(fault: unknown, rows: readonly RightInput[], path: (row: number, field: string) => string): Refusal {
  const [field, id] = [FIELDS[brokenConstraint(fault) ?? ''], brokenDetail(fault)];
  if (field === undefined) throw fault;
  const broken = rows.flatMap((row, at) => ((row[field] ?? []).some((given) => given === id) ? [{ path: path(at, field), code: 'unknown' }] : []));
  if (broken.length === 0) throw fault;
  return invalid(broken);
}

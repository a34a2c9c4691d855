import type { ImportCounts } from './contact-import.entity.js';
import type { ContactImportRow, RowVerdict } from './contact-import-row.entity.js';

export const NO_COUNTS: ImportCounts = { rows: 0, new: 0, updated: 0, unchanged: 0, duplicate: 0, rejected: 0, suppressed: 0, withoutAddress: 0, remarked: 0 };

const FIELD: Readonly<Record<RowVerdict, keyof ImportCounts>> = { NEW: 'new', UPDATED: 'updated', UNCHANGED: 'unchanged', DUPLICATE: 'duplicate', REJECTED: 'rejected' };

export function countsOf(rows: readonly Pick<ContactImportRow, 'verdict' | 'isSuppressed' | 'details' | 'remarks'>[]): ImportCounts {
  const counts: Record<keyof ImportCounts, number> = { ...NO_COUNTS, rows: rows.length };
  for (const { verdict, isSuppressed, details, remarks } of rows) {
    counts[FIELD[verdict]] += 1;
    if (isSuppressed) counts.suppressed += 1;
    if (details !== null && details.address === null) counts.withoutAddress += 1;
    if (details !== null && remarks.length > 0) counts.remarked += 1;
  }
  return counts;
}

export function addCounts(a: ImportCounts, b: ImportCounts): ImportCounts {
  const sum: Record<keyof ImportCounts, number> = { ...a };
  for (const key of Object.keys(a) as (keyof ImportCounts)[]) sum[key] += b[key];
  return sum;
}

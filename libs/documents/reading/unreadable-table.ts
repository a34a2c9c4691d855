/** Why a file is no table that we can read. `too-large`, `cell-too-long` and `too-many-columns` are limits of ours. */
export type UnreadableReason =
  | 'empty' | 'not-a-table' | 'old-excel' | 'encrypted' | 'damaged' | 'no-such-sheet' | 'quote-not-closed' | 'too-large' | 'cell-too-long' | 'too-many-columns';

/** A file that cannot be read as a table, or no further; `row` is the row where reading ended, counted from 1. */
export class UnreadableTable extends Error {
  override readonly name = 'UnreadableTable';

  constructor(readonly reason: UnreadableReason, readonly row: number | null = null) {
    super(row === null ? reason : `${reason} in row ${row}`);
  }
}

/** Of one cell in characters: Excel's own limit. */
export const LONGEST_CELL = 32_767;
/** Of one row; what stands further to the right is no list of people. */
export const MOST_COLUMNS = 400;

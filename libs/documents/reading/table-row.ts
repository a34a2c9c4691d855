/** One row of a file: its number as a spreadsheet shows it, from 1, and its cells as text. */
export interface TableRow {
  readonly number: number;
  readonly cells: readonly string[];
}

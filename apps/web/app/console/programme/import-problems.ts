/** A problem of a file by the row or the item that it is in. */
export interface FileProblem {
  /** As a spreadsheet numbers rows, or the sessions of a schedule from 1; nothing where it is about the whole file. */
  readonly row: number | undefined;
  /** Its column, or what is left of the path in a schedule. */
  readonly column: string;
  readonly message: string;
}

/** The api's problems (`rows.12.start`, `schedule.3`, `table`) in the order of the file, what is about all of it first. */
export function problemsByRow(problems: readonly { readonly path: string; readonly message: string }[]): FileProblem[] {
  return problems.map(({ path, message }) => {
    const [, rows, column = ''] = /^rows\.(\d+)\.?(.*)$/.exec(path) ?? [];
    if (rows !== undefined) return { row: Number(rows), column, message };
    const item = /^schedule\.(\d+)$/.exec(path)?.[1];
    if (item !== undefined) return { row: Number(item) + 1, column: '', message };
    return { row: undefined, column: path.startsWith('schedule.') ? path.slice('schedule.'.length) : '', message };
  }).toSorted((one, other) => (one.row ?? 0) - (other.row ?? 0));
}

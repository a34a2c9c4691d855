import { Readable } from 'node:stream';
import { csvChunks } from './csv.js';
import { xlsxChunks } from './xlsx.js';

/** A date and time is written in UTC; what people read in a zone comes as text. */
export type Cell = string | number | boolean | Date | null;

export interface Table {
  /** The sheet's name in XLSX. */
  readonly name: string;
  readonly columns: readonly { readonly header: string; /** In characters, XLSX only. */ readonly width?: number }[];
  /** Read as fast as the reader takes them, so that an export of any size needs little memory. */
  readonly rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;
}

export type TableFormat = 'csv' | 'xlsx';

const MEDIA_TYPES: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export function tableMediaType(format: TableFormat): string {
  return MEDIA_TYPES[format];
}

/** A table as a file that flows. A fault in its rows destroys the stream, so that a cut-off file is not taken for a whole one. */
export function tableFile(table: Table, format: TableFormat): Readable {
  return Readable.from(format === 'csv' ? csvChunks(table) : xlsxChunks(table), { objectMode: false });
}

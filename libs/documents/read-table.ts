import { open } from 'node:fs/promises';
import { delimiterOf, saidDelimiter } from './reading/delimiter.js';
import { csvRows, firstText } from './reading/read-csv.js';
import { sheetRows, workbookOf } from './reading/read-workbook.js';
import type { TableRow } from './reading/table-row.js';
import { encodingOf } from './reading/text-encoding.js';
import type { TextEncoding } from './reading/text-encoding.js';
import { UnreadableTable } from './reading/unreadable-table.js';
import type { TableFormat } from './table.js';

/** What the reader of a file knows better than we can guess. */
export interface ReadTableOptions {
  /** Of a workbook; its first visible sheet where nothing is said. */
  readonly sheet?: string | undefined;
  readonly encoding?: TextEncoding | undefined;
  readonly delimiter?: string | undefined;
}

/** A file that was found to be a table, with what was found out about it. */
export interface ReadTable {
  readonly format: TableFormat;
  /** Names of a workbook's visible sheets; none for text. */
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  readonly encoding: TextEncoding | null;
  readonly delimiter: string | null;
  /** Reads from the beginning each time; rows come as fast as they are taken, in little memory. Empty rows are left out. */
  rows(): AsyncGenerator<TableRow>;
}

/**
 * Opens a file as a table: XLSX (ECMA-376) by its first bytes, else text with delimiters. Dates in a workbook come as ISO
 * 8601, numbers as digits, formulas as what they last gave.
 * @throws UnreadableTable, here or while rows are read
 */
export async function readTable(path: string, options: ReadTableOptions = {}): Promise<ReadTable> {
  const head = await firstBytes(path);
  if (head.length === 0) throw new UnreadableTable('empty');
  // An OLE container ([MS-CFB], 2.2): Excel before 2007, or a workbook with a password.
  if (head.equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'))) throw new UnreadableTable('old-excel');
  return head.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004' ? readWorkbook(path, options.sheet) : readText(path, options);
}

async function readWorkbook(path: string, wanted: string | undefined): Promise<ReadTable> {
  const book = await workbookOf(path);
  const visible = book.sheets.filter(({ isHidden }) => !isHidden);
  const sheet = wanted === undefined ? visible[0] ?? book.sheets[0] : book.sheets.find(({ name }) => name === wanted);
  if (sheet === undefined) throw new UnreadableTable('no-such-sheet');
  return {
    format: 'xlsx', sheets: visible.map(({ name }) => name), sheet: sheet.name, encoding: null, delimiter: null,
    rows: () => filled(sheetRows(path, book, sheet)),
  };
}

async function readText(path: string, options: ReadTableOptions): Promise<ReadTable> {
  const encoding = options.encoding ?? await encodingOf(path);
  const text = await firstText(path, encoding);
  if (/[\u0000-\u0008\u000e-\u001a]/.test(text)) throw new UnreadableTable('not-a-table');
  const delimiter = options.delimiter ?? delimiterOf(text);
  const isSaid = saidDelimiter(text) !== undefined;
  return { format: 'csv', sheets: [], sheet: null, encoding, delimiter, rows: () => filled(csvRows(path, encoding, delimiter, isSaid)) };
}

async function* filled(rows: AsyncGenerator<TableRow>): AsyncGenerator<TableRow> {
  for await (const row of rows) if (row.cells.some((cell) => cell.trim() !== '')) yield row;
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

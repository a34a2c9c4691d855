import type { Cell, Table } from './table.js';

const BYTE_ORDER_MARK = '\ufeff';
const CHUNK_LENGTH = 32 * 1024;
// What spreadsheets take for the beginning of a formula (OWASP, CSV injection), also behind spaces and in full width.
const FORMULA = /^[\s\u0000]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]|^[\t\r\n]/u;

/** CSV (RFC 4180) in UTF-8 with a byte order mark, without which Excel misreads Chinese; no cell begins a formula. */
export async function* csvChunks(table: Table): AsyncGenerator<Buffer> {
  let chunk = BYTE_ORDER_MARK + csvLine(table.columns.map(({ header }) => header));
  for await (const row of table.rows) {
    chunk += csvLine(row);
    if (chunk.length >= CHUNK_LENGTH) {
      yield Buffer.from(chunk);
      chunk = '';
    }
  }
  if (chunk !== '') yield Buffer.from(chunk);
}

function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString();
  if (typeof cell !== 'string') return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

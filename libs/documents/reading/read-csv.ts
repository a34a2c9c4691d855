import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { TextEncoding } from './text-encoding.js';
import type { TableRow } from './table-row.js';
import { LONGEST_CELL, MOST_COLUMNS, UnreadableTable } from './unreadable-table.js';

const SAMPLE_BYTES = 128 * 1024;

/** The first text of a file, for guessing; a letter that was cut in two at its end is left out. */
export async function firstText(path: string, encoding: TextEncoding): Promise<string> {
  const decoder = new TextDecoder(encoding);
  let text = '';
  for await (const chunk of createReadStream(path, { end: SAMPLE_BYTES - 1 })) text += decoder.decode(chunk as Buffer, { stream: true });
  return text;
}

/** The rows of a CSV file (RFC 4180, leniently: rows of any length, quotation marks within cells), as they are taken. */
export async function* csvRows(path: string, encoding: TextEncoding, delimiter: string, skipFirst: boolean): AsyncGenerator<TableRow> {
  const parser = parse({
    delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false, bom: true,
    max_record_size: LONGEST_CELL * 8,
  });
  const text = Readable.from(decoded(path, encoding));
  text.on('error', (fault) => parser.destroy(fault)).pipe(parser);
  let number = 0;
  try {
    for await (const record of parser) {
      const cells = record as string[];
      number += 1;
      if (number === 1 && skipFirst) continue;
      if (cells.some((cell) => cell.length > LONGEST_CELL)) throw new UnreadableTable('cell-too-long', number);
      if (cells.length > MOST_COLUMNS && cells.slice(MOST_COLUMNS).some((cell) => cell !== '')) throw new UnreadableTable('too-many-columns', number);
      yield { number, cells: cells.slice(0, MOST_COLUMNS) };
    }
  } catch (fault) {
    throw fault instanceof CsvError ? asUnreadable(fault, number + 1) : fault;
  } finally {
    text.destroy();
    parser.destroy();
  }
}

async function* decoded(path: string, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path)) {
    const text = decoder.decode(chunk as Buffer, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

function asUnreadable({ code }: CsvError, row: number): UnreadableTable {
  if (code === 'CSV_MAX_RECORD_SIZE') return new UnreadableTable('cell-too-long', row);
  return new UnreadableTable(code === 'CSV_QUOTE_NOT_CLOSED' ? 'quote-not-closed' : 'damaged', row);
}

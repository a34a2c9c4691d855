import { createHash } from 'node:crypto';
import { readTable } from '#documents';
import type { ReadTable, TableRow } from '#documents';
import type { SeriesId } from '#kernel';
import { rowsOf } from '#platform';
import type { EntityManager } from 'typeorm';
import { headerKey } from '../normalise/columns.js';
import type { ColumnMeaning } from '../normalise/columns.js';
import { guessColumns, headerAmong } from '../normalise/guess-columns.js';
import type { ImportFound, ImportWishes } from './contact-import.entity.js';

const SAMPLE_ROWS = 40;
const SHOWN_ROWS = 5;
/** Of a workbook, looked at for people. */
const MOST_SHEETS = 20;
const OF_A_PERSON: ReadonlySet<ColumnMeaning> = new Set(['ADDRESS', 'NAME', 'NATIVE_NAME', 'LATIN_NAME', 'FAMILY_NAME']);

export interface OpenedSource {
  readonly table: ReadTable;
  readonly found: ImportFound;
  readonly fingerprint: string;
}

const REMEMBERED = `
  SELECT found -> 'meanings' AS meanings FROM contact_import
  WHERE series_id = $1 AND fingerprint = $2 AND state IN ('CHECKED', 'APPLYING', 'APPLIED', 'UNDOING', 'UNDONE') AND wishes ? 'meanings'
  ORDER BY id DESC LIMIT 1`;

/**
 * Opens a file and finds out where its table begins and what its columns mean: as staff say, as they said when a file with
 * the same headers came before, else by guess. Of a workbook whose sheet nobody said, the first that holds people: many
 * begin with a cover or a remark.
 * @throws UnreadableTable
 */
export async function openSource(em: EntityManager, seriesId: SeriesId, path: string, wishes: ImportWishes): Promise<OpenedSource> {
  const first = await openSheet(em, seriesId, path, wishes);
  if (wishes.sheet !== undefined || holdsPeople(first)) return first;
  for (const sheet of first.found.sheets.slice(1, MOST_SHEETS)) {
    const other = await openSheet(em, seriesId, path, { ...wishes, sheet });
    if (holdsPeople(other)) return other;
  }
  return first;
}

function holdsPeople({ found: { meanings } }: OpenedSource): boolean {
  return meanings.some((meaning) => OF_A_PERSON.has(meaning));
}

async function openSheet(em: EntityManager, seriesId: SeriesId, path: string, wishes: ImportWishes): Promise<OpenedSource> {
  const table = await readTable(path, wishes);
  const first = await firstRows(table);
  const header = headerAmong(first.map(({ cells }) => cells));
  const body = first.slice(header.isData ? header.at : header.at + 1);
  const width = Math.max(0, ...first.slice(header.at).map(({ cells }) => cells.length));
  const named = header.isData ? [] : first[header.at]?.cells ?? [];
  const headers = uniqueHeaders(Array.from({ length: width }, (_, at) => named[at]?.trim() ?? ''));
  const samples = body.map(({ cells }) => cells);
  const fingerprint = createHash('sha256').update(header.isData ? `no header, ${width}` : headers.map(headerKey).join('\n')).digest('hex');
  const remembered = wishes.meanings === undefined ? await rememberedMeanings(em, seriesId, fingerprint, width) : undefined;
  const meanings = sized(wishes.meanings ?? remembered ?? guessColumns(headers, samples), width);
  return {
    table, fingerprint,
    found: {
      format: table.format, sheets: table.sheets, sheet: table.sheet, encoding: table.encoding, delimiter: table.delimiter,
      headers, headerRow: header.isData ? null : first[header.at]?.number ?? null, meanings, firstRows: samples.slice(0, SHOWN_ROWS), isRemembered: remembered !== undefined,
    },
  };
}

/** The rows below the header. */
export async function* bodyRows(table: ReadTable, { headerRow }: Pick<ImportFound, 'headerRow'>): AsyncGenerator<TableRow> {
  for await (const row of table.rows()) if (headerRow === null || row.number > headerRow) yield row;
}

async function firstRows(table: ReadTable): Promise<readonly TableRow[]> {
  const rows: TableRow[] = [];
  for await (const row of table.rows()) {
    rows.push(row);
    if (rows.length >= SAMPLE_ROWS) break;
  }
  return rows;
}

async function rememberedMeanings(em: EntityManager, seriesId: SeriesId, fingerprint: string, width: number): Promise<readonly ColumnMeaning[] | undefined> {
  const [row] = await rowsOf<{ meanings: readonly ColumnMeaning[] | null }>(em, REMEMBERED, [seriesId, fingerprint]);
  return row?.meanings?.length === width ? row.meanings : undefined;
}

const sized = (meanings: readonly ColumnMeaning[], width: number): readonly ColumnMeaning[] => Array.from({ length: width }, (_, at) => meanings[at] ?? 'EXTRA');

/** Headers as they are kept with what stands below them: none empty, none twice. */
function uniqueHeaders(headers: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return headers.map((header, at) => {
    const name = header === '' ? columnLetters(at) : header.slice(0, 120);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} ${count}`;
  });
}

/** A, B, ... Z, AA: as a spreadsheet names a column. */
function columnLetters(at: number): string {
  return (at >= 26 ? columnLetters(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26));
}

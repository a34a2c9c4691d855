import { searchWords } from '#kernel';
import { addressIn } from './address.js';
import { meaningOf, REPEATABLE } from './columns.js';
import type { ColumnMeaning } from './columns.js';

const COURTESY = new Set(['mr', 'ms', 'mrs', 'miss', 'mx', 'dr', 'prof', 'professor', 'he', '先生', '女士', '小姐', '博士', '教授', '阁下']);
const MOST_TITLE_ROWS = 15;

/** Where the table in a sheet begins: rows above may hold a title or a remark. `isData`: there is no header at all. */
export interface FoundHeader {
  /** Its place among the first rows. */
  readonly at: number;
  readonly isData: boolean;
}

/** The header among the first rows: the one with most headers that we know, unless an address stands in it or before it. */
export function headerAmong(rows: readonly (readonly string[])[]): FoundHeader {
  let best = { at: 0, known: 0 };
  for (const [at, cells] of rows.slice(0, MOST_TITLE_ROWS).entries()) {
    if (cells.some(isAddress)) return best.known > 0 ? { at: best.at, isData: false } : { at, isData: true };
    const known = cells.filter((cell) => meaningOf(cell) !== undefined).length;
    if (known > best.known) best = { at, known };
  }
  return { at: best.at, isData: false };
}

/** What each column means: as its header says, else as its cells look; what is left is kept as it is. */
export function guessColumns(headers: readonly string[], samples: readonly (readonly string[])[]): readonly ColumnMeaning[] {
  const taken = new Set<ColumnMeaning>();
  const take = (meaning: ColumnMeaning): ColumnMeaning => {
    if (taken.has(meaning) && !REPEATABLE.has(meaning)) return 'EXTRA';
    taken.add(meaning);
    return meaning;
  };
  const said = headers.map((header, at) => {
    const meaning = meaningOf(header);
    const isCourtesy = meaning === 'TITLE' && mostly(samples, at, (cell) => COURTESY.has(searchWords(cell).join('')));
    return meaning === undefined ? undefined : take(isCourtesy ? 'SALUTATION' : meaning);
  });
  return said.map((meaning, at) => {
    if (meaning !== undefined) return meaning;
    if (mostly(samples, at, isAddress)) return take('ADDRESS');
    return samples.every((row) => (row[at] ?? '').trim() === '') && headers[at]?.trim() === '' ? 'IGNORE' : 'EXTRA';
  });
}

function isAddress(cell: string): boolean {
  return cell.includes('@') && typeof addressIn(cell) === 'object';
}

function mostly(samples: readonly (readonly string[])[], at: number, is: (cell: string) => boolean): boolean {
  const cells = samples.map((row) => row[at] ?? '').filter((cell) => cell.trim() !== '');
  return cells.length > 0 && cells.filter(is).length * 2 > cells.length;
}

import type { ReadTable } from '#documents';
import type { ConferenceId, FieldProblem, LocalizedText } from '#kernel';
import { v5 } from 'uuid';
import { MOST_ITEMS } from '../foreign-item.js';
import type { ForeignItem } from '../foreign-item.js';
import type { Days } from './cell-times.js';
import { columnsIn, isHeaderLine } from './columns.js';
import type { FoundColumn, ProgrammeColumn } from './columns.js';
import { languageIn, speakersIn } from './cell-words.js';
import { timesOf } from './row-times.js';

/** Whose programme it is to be. */
export interface TableReader extends Days {
  readonly conferenceId: ConferenceId;
  /** Of what the file does not say, BCP 47. */
  readonly locale: string;
}

export interface ProgrammeTable {
  readonly columns: readonly FoundColumn[];
  readonly items: readonly ForeignItem[];
  readonly problems: readonly FieldProblem[];
}

/** Headers stand within so many rows; above them there may be a title. */
const MOST_BEFORE_HEADERS = 10;
const BREAK = /break|lunch|coffee|tea|茶歇|午餐|晚宴|休息/iu;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Reads a programme from a table whose columns are found by the words of their headers, English or Chinese. A row without a
 * forum or a day has those of the row above, as cells that were joined look. Each row that cannot be understood is named
 * with its number and column.
 */
export async function readProgrammeTable(table: ReadTable, reader: TableReader): Promise<ProgrammeTable> {
  const items: ForeignItem[] = [];
  const problems: FieldProblem[] = [];
  const seen = new Map<string, number>();
  let columns: readonly FoundColumn[] = [];
  let before = 0;
  const above = { forum: null as LocalizedText | null, day: undefined as string | undefined };
  for await (const { number, cells } of table.rows()) {
    if (!isHeaderLine(columns)) {
      columns = columnsIn(cells);
      before += 1;
      if (!isHeaderLine(columns) && before > MOST_BEFORE_HEADERS) break;
      continue;
    }
    if (items.length + problems.length >= MOST_ITEMS) return { columns, items, problems: [{ path: 'table', code: 'too-many', data: { max: MOST_ITEMS } }] };
    const row = new Row(columns, cells, reader.locale);
    const title = row.words('title');
    above.forum = row.words('forum') ?? above.forum;
    const times = timesOf((column) => row.text(column), reader, above.day);
    above.day = times.day ?? above.day;
    const own = [...times.problems, ...(title === null ? [{ path: 'title', code: 'required' }] : [])];
    problems.push(...own.map((problem) => ({ ...problem, path: `rows.${number}.${problem.path}` })));
    if (title === null || times.found === undefined || own.length > 0) continue;
    items.push({
      origin: `rows.${number}`, guid: guidOf(row.text('id'), [above.forum, title], seen, reader.conferenceId), room: row.text('room'), ...times.found, title, track: above.forum,
      isBreak: BREAK.test(`${row.text('kind')} ${row.text('speakers') === '' ? Object.values(title).join(' ') : ''}`), description: row.words('description'),
      speakers: [...speakersIn(row.text('moderator'), 'MODERATOR', row.locale), ...speakersIn(row.text('speakers'), 'SPEAKER', row.locale)],
    });
  }
  const missing = isHeaderLine(columns) ? [] : [{ path: 'table', code: 'columns-unknown' }];
  return { columns, items, problems: [...missing, ...problems] };
}

/** One row by its columns. */
class Row {
  readonly locale: string;

  constructor(private readonly columns: readonly FoundColumn[], private readonly cells: readonly string[], locale: string) {
    this.locale = languageIn(this.text('language')) ?? locale;
  }

  text(column: ProgrammeColumn): string {
    const index = this.columns.find((one) => one.column === column)?.index;
    return index === undefined ? '' : (this.cells[index] ?? '').trim();
  }

  /** What the columns for a text say, each in its language; null where none says anything. */
  words(column: ProgrammeColumn): LocalizedText | null {
    const said = this.columns.filter((one) => one.column === column).map(({ index, locale }) => [locale ?? this.locale, (this.cells[index] ?? '').trim()] as const).filter(([, text]) => text !== '');
    return said.length === 0 ? null : Object.fromEntries(said);
  }
}

/** The same for the same session whenever the file comes again: by its id, else by its forum and title. */
function guidOf(id: string, names: readonly (LocalizedText | null)[], seen: Map<string, number>, conferenceId: ConferenceId): string {
  if (UUID.test(id)) return id.toLowerCase();
  const key = id === '' ? JSON.stringify(names.map((text) => Object.values(text ?? {}).sort())) : `id ${id}`;
  const times = (seen.get(key) ?? 0) + 1;
  seen.set(key, times);
  return v5(`${key} ${times}`, conferenceId);
}

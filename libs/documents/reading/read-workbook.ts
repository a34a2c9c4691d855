import { dateStyles } from './number-formats.js';
import { SheetCells, unescaped } from './sheet-cells.js';
import type { TableRow } from './table-row.js';
import { TextStore } from './text-store.js';
import { LONGEST_CELL, UnreadableTable } from './unreadable-table.js';
import { WorkbookParts } from './workbook-parts.js';
import type { XmlReader } from './workbook-parts.js';

interface Sheet {
  readonly name: string;
  readonly part: string;
  readonly isHidden: boolean;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly strings: string | undefined;
  readonly styles: string | undefined;
  readonly isFrom1904: boolean;
}

/** What a workbook holds, before any of its sheets is read. */
export async function workbookOf(path: string): Promise<Workbook> {
  const parts = await WorkbookParts.open(path);
  try {
    const main = [...(await parts.relationshipsOf(null)).values()].find(({ kind }) => kind === 'officeDocument')?.part;
    if (main === undefined || !parts.has(main)) throw new UnreadableTable('not-a-table');
    const related = await parts.relationshipsOf(main);
    const sheets: Sheet[] = [];
    let isFrom1904 = false;
    await parts.read(main, {
      open: (name, attribute) => {
        if (name === 'workbookPr') isFrom1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
        const sheet = name === 'sheet' ? related.get(attribute('id') ?? '') : undefined;
        if (sheet?.kind === 'worksheet') sheets.push({ name: attribute('name') ?? '', part: sheet.part, isHidden: (attribute('state') ?? 'visible') !== 'visible' });
      },
    });
    if (sheets.length === 0) throw new UnreadableTable('not-a-table');
    const partOf = (kind: string): string | undefined => [...related.values()].find((one) => one.kind === kind)?.part;
    return { sheets, strings: partOf('sharedStrings'), styles: partOf('styles'), isFrom1904 };
  } finally {
    parts.close();
  }
}

/** The rows of a sheet as they are taken; its shared texts are kept beside the heap meanwhile. */
export async function* sheetRows(path: string, { strings, styles, isFrom1904 }: Workbook, sheet: Pick<Sheet, 'part'>): AsyncGenerator<TableRow> {
  const parts = await WorkbookParts.open(path);
  try {
    const cells = new SheetCells({ strings: await sharedTexts(parts, strings), dateStyles: await dateStyles(parts, styles), isFrom1904 });
    yield* parts.pieces(sheet.part, readerOf(cells), () => cells.rows.splice(0));
  } finally {
    parts.close();
  }
}

const readerOf = (cells: SheetCells): XmlReader => ({
  open: (name, attribute) => { cells.open(name, attribute); }, text: (text) => { cells.text(text); }, close: (name) => { cells.close(name); },
});

/** Texts by number (ECMA-376-1, 18.4.9): runs of rich text are joined, what says how to pronounce them is left out. */
async function sharedTexts(parts: WorkbookParts, part: string | undefined): Promise<TextStore> {
  const store = new TextStore();
  if (part === undefined || !parts.has(part)) return store;
  let text = '';
  let isText = false;
  let isPhonetic = false;
  await parts.read(part, {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') isPhonetic = true;
      else if (name === 't') isText = !isPhonetic;
    },
    text: (piece) => {
      if (!isText) return;
      text += piece;
      if (text.length > LONGEST_CELL * 2) throw new UnreadableTable('cell-too-long');
    },
    close: (name) => {
      if (name === 't') isText = false;
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 'si') store.add(unescaped(text));
    },
  });
  return store;
}

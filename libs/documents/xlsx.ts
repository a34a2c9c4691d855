import { Zip, ZipDeflate } from 'fflate';
import type { Cell, Table } from './table.js';

const CHUNK_LENGTH = 64 * 1024;
/** Excel's own limits: rows of a sheet, characters of a cell and of a sheet's name. */
const MOST_ROWS = 1_048_576;
const MOST_CHARACTERS = 32_767;
const NAME_CHARACTERS = 31;

/** More rows than a sheet can have; a narrower filter or CSV helps. */
export class TooManyRows extends Error {
  override readonly name = 'TooManyRows';
}

/**
 * A workbook of one sheet (ECMA-376, SpreadsheetML) that flows: rows are packed as they come. Text is written as inline
 * strings, which are never formulas.
 * @throws TooManyRows
 */
export async function* xlsxChunks(table: Table): AsyncGenerator<Uint8Array> {
  const packed: Uint8Array[] = [];
  const zip = new Zip((fault, data) => {
    if (fault !== null) throw fault;
    packed.push(data);
  });
  const add = (path: string, text: string): void => {
    const file = new ZipDeflate(path, { level: 6 });
    zip.add(file);
    file.push(Buffer.from(text), true);
  };
  add('[Content_Types].xml', CONTENT_TYPES);
  add('_rels/.rels', RELATIONSHIPS);
  add('xl/workbook.xml', workbook(table.name));
  add('xl/_rels/workbook.xml.rels', WORKBOOK_RELATIONSHIPS);
  add('xl/styles.xml', STYLES);
  const sheet = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 6 });
  zip.add(sheet);
  for await (const text of sheetText(table)) {
    sheet.push(Buffer.from(text), false);
    yield* packed.splice(0);
  }
  sheet.push(new Uint8Array(), true);
  zip.end();
  yield* packed;
}

async function* sheetText(table: Table): AsyncGenerator<string> {
  const columns = table.columns.map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width ?? 18}" customWidth="1"/>`).join('');
  let text = `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`
    + `<cols>${columns}</cols><sheetData><row>${table.columns.map(({ header }) => textCell(header, HEADER_STYLE)).join('')}</row>`;
  let rows = 1;
  for await (const row of table.rows) {
    rows += 1;
    if (rows > MOST_ROWS) throw new TooManyRows(`a sheet has at most ${MOST_ROWS} rows`);
    text += `<row>${row.map(xlsxCell).join('')}</row>`;
    if (text.length >= CHUNK_LENGTH) {
      yield text;
      text = '';
    }
  }
  yield `${text}</sheetData></worksheet>`;
}

function xlsxCell(cell: Cell): string {
  if (cell === null || cell === '') return '<c/>';
  if (typeof cell === 'string') return textCell(cell, 0);
  if (typeof cell === 'boolean') return `<c t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'number') return Number.isFinite(cell) ? `<c><v>${cell}</v></c>` : '<c/>';
  return `<c s="${DATE_STYLE}"><v>${serialOf(cell)}</v></c>`;
}

function textCell(text: string, style: number): string {
  return `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${xml(text.slice(0, MOST_CHARACTERS))}</t></is></c>`;
}

// Days since 1899-12-30, as Excel counts.
function serialOf(date: Date): number {
  return date.getTime() / 86_400_000 + 25_569;
}

// XML 1.0 has no place for most control characters and for halves of surrogate pairs, even as references.
function xml(text: string): string {
  return text.toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function workbook(name: string): string {
  const safe = name.replace(/[[\]:*?/\\]/g, ' ').trim().slice(0, NAME_CHARACTERS) || 'Sheet';
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheets><sheet name="${xml(safe)}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_ML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEADER_STYLE = 1;
const DATE_STYLE = 2;
const CONTENT_TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`
  + `<Override PartName="/xl/workbook.xml" ContentType="${SHEET_ML}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_ML}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_ML}.styles+xml"/></Types>`;
const RELATIONSHIPS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const WORKBOOK_RELATIONSHIPS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/relationships/styles" Target="styles.xml"/></Relationships>`;
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>`
  + '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
  + '<cellXfs count="3"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/><xf xfId="0" numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>';

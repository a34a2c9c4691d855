import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { buffer } from 'node:stream/consumers';
import { dateText, isDateFormat } from './reading/number-formats.js';
import { TextStore } from './reading/text-store.js';
import { readTable } from './read-table.js';
import type { ReadTableOptions } from './read-table.js';
import { tableFile } from './table.js';

let folder: string;
let made = 0;
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'tables-')); });
afterAll(() => rm(folder, { recursive: true }));

async function file(bytes: Uint8Array | string): Promise<string> {
  made += 1;
  const path = join(folder, `table-${made}`);
  await writeFile(path, bytes);
  return path;
}
const read = async (bytes: Uint8Array | string, options: ReadTableOptions = {}) => {
  const table = await readTable(await file(bytes), options);
  const rows: { number: number; cells: readonly string[] }[] = [];
  for await (const row of table.rows()) rows.push(row);
  return { ...table, rows };
};
const cells = async (bytes: Uint8Array | string, options?: ReadTableOptions) => (await read(bytes, options)).rows.map((row) => row.cells);

const PEOPLE = '姓名,单位,Email\r\n王小明,重庆大学,wang@example.org\r\n李娜,四川省侨联,li@example.com\r\n';
const utf16 = (text: string, isBig: boolean): Buffer => { const bytes = Buffer.from(text, 'utf16le'); return isBig ? bytes.swap16() : bytes; };
// 王小明,男 in GB18030 (GB 18030-2022, annex), as a Chinese Excel saves a list.
const GB = Buffer.from('d0d5c3fb2cd0d4b1f00d0acdf5d0a1c3f72cc4d00d0a', 'hex');

describe('the encoding of a text table', () => {
  it.each([
    ['utf-8', Buffer.from(PEOPLE)],
    ['utf-8', Buffer.from(`\ufeff${PEOPLE}`)],
    ['utf-16le', utf16(`\ufeff${PEOPLE}`, false)],
    ['utf-16be', utf16(`\ufeff${PEOPLE}`, true)],
    ['utf-16le', utf16(PEOPLE, false)],
    ['utf-16be', utf16(PEOPLE, true)],
  ])('is found: %s', async (encoding, bytes) => {
    const table = await read(bytes);
    expect(table.encoding).toBe(encoding);
    expect(table.rows.map((row) => row.cells)).toEqual([['姓名', '单位', 'Email'], ['王小明', '重庆大学', 'wang@example.org'], ['李娜', '四川省侨联', 'li@example.com']]);
  });

  it('is found: GB18030, also where most of it is English', async () => {
    expect(await cells(GB)).toEqual([['姓名', '性别'], ['王小明', '男']]);
    const mixed = Buffer.concat([Buffer.from('name,organisation,email\r\nJohn Carter,Harbour Office,john@example.org\r\n'), Buffer.from('cdf5d0a1c3f7', 'hex'), Buffer.from(',Office,w@example.org\r\n')]);
    expect((await read(mixed)).rows.at(-1)?.cells[0]).toBe('王小明');
  });

  it('is found: Windows-1252', async () => {
    const text = 'Nome;Organização;E-mail\r\nJoão Conceição;Associação de São Tomé;joao@example.org\r\nZoë “Zed” Müller;Société Générale;zoe@example.net\r\n';
    const bytes = Buffer.from(text.replaceAll('“', '\x93').replaceAll('”', '\x94'), 'latin1');
    const table = await read(bytes);
    expect(table).toMatchObject({ encoding: 'windows-1252', delimiter: ';' });
    expect(table.rows.map((row) => row.cells[0])).toEqual(['Nome', 'João Conceição', 'Zoë “Zed” Müller']);
  });

  it('is UTF-8 though a letter is cut by the end of a piece, and not where one byte late in the file is none', async () => {
    const long = `a${'é,重\n'.repeat(40_000)}`;
    expect((await read(long)).encoding).toBe('utf-8');
    expect((await read(Buffer.concat([Buffer.from('a,b\n'.repeat(600_000)), Buffer.from([0xe9, 0x2c, 0x0a])]))).encoding).toBe('windows-1252');
  });

  it('can be said', async () => {
    expect(await cells(Buffer.from([0xcd, 0xf5]), { encoding: 'gb18030' })).toEqual([['王']]);
  });
});

describe('a text table', () => {
  it.each([[',', ','], [';', ';'], ['\t', '\t'], ['|', '|']])('is parted by %j', async (_, delimiter) => {
    const text = ['name', 'remark, or more', 'email'].map((cell) => (delimiter === ',' ? `"${cell}"` : cell)).join(delimiter);
    expect(await cells(`${text}\n${['Amina', 'a;b|c', 'x'].map((cell) => `"${cell}"`).join(delimiter)}\n`)).toEqual([['name', 'remark, or more', 'email'], ['Amina', 'a;b|c', 'x']]);
  });

  it('keeps quoted line ends in a cell, takes rows of any length, counts empty rows and leaves them out', async () => {
    expect((await read('sep=;\na;"b\nc ""d"""\n\n;;\ne\n')).rows).toEqual([{ number: 2, cells: ['a', 'b\nc "d"'] }, { number: 5, cells: ['e'] }]);
  });

  it('gives back what was written: any text', async () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.toWellFormed().replace(/[\u0000-\u001f\ufeff]/g, '').trim());
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }), async (rows) => {
      const bytes = await buffer(tableFile({ name: 'x', columns: [{ header: 'one' }, { header: 'two' }], rows }, 'csv'));
      const back = (await cells(bytes)).slice(1).map((row) => row.map((text) => text.replace(/^'/, '')));
      expect(back).toEqual(rows.map((row) => row.map((text) => text.replace(/^'/, ''))).filter((row) => row.some((text) => text !== '')));
    }), { numRuns: 60 });
  });

  it.each([
    ['empty', ''], ['not-a-table', '\x7fELF\x01\x01\x00\x00\x00'], ['not-a-table', '\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR'], ['quote-not-closed', 'a,b\n"c,d\n'],
    ['cell-too-long', `a,b\n${'x'.repeat(33_000)},c\n`], ['cell-too-long', `a,b\n"${'x'.repeat(900_000)}\n`], ['too-many-columns', `a,b\n${'x,'.repeat(500)}\n`],
  ])('is refused: %s', async (reason, text) => {
    await expect(read(Buffer.from(text, 'latin1'))).rejects.toMatchObject({ name: 'UnreadableTable', reason });
  });
});

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
interface Book { readonly sheet: string; readonly strings?: string; readonly workbook?: string; readonly styles?: string }

function workbook({ sheet, strings, workbook: properties = '', styles }: Book): Uint8Array {
  const relationship = (id: string, kind: string, target: string): string => `<Relationship Id="${id}" Type="${RELS}/${kind}" Target="${target}"/>`;
  const parts: Record<string, string> = {
    '_rels/.rels': `<Relationships>${relationship('r', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook ${MAIN}>${properties}<sheets><sheet name="Lists" sheetId="9" state="veryHidden" r:id="b"/><sheet name="名单" sheetId="1" r:id="a"/><sheet name="Second" sheetId="2" r:id="b"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relationship('a', 'worksheet', 'worksheets/sheet1.xml')}${relationship('b', 'worksheet', '/xl/worksheets/sheet2.xml')}${relationship('s', 'sharedStrings', 'sharedStrings.xml')}${relationship('t', 'styles', 'styles.xml')}</Relationships>`,
    'xl/worksheets/sheet1.xml': sheet.startsWith('<') ? sheet : `<worksheet ${MAIN}><sheetData/></worksheet>`,
    'xl/worksheets/sheet2.xml': `<worksheet ${MAIN}><sheetData><row><c t="inlineStr"><is><t>second</t></is></c></row></sheetData></worksheet>`,
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': strings }),
    ...(styles === undefined ? {} : { 'xl/styles.xml': styles }),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}
const sheetOf = (rows: string): string => `<x:worksheet xmlns:x="urn:x"><x:sheetData>${rows.replace(/<(\/?)(\w)/g, '<$1x:$2')}</x:sheetData></x:worksheet>`;

describe('a workbook', () => {
  it('gives shared, inline and rich texts, numbers, dates and what formulas gave, each in its column', async () => {
    const strings = '<sst><si><t>王小明</t></si><si><r><rPr><b/></rPr><t>Amina </t></r><r><t>Yusuf</t></r><rPh sb="0" eb="1"><t>アミナ</t></rPh></si></sst>';
    const styles = '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot; hh:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="20"/></cellXfs></styleSheet>';
    const sheet = sheetOf('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>'
      + '<row r="4"><c r="B4"><v>1.3800138E10</v></c><c r="C4" s="1"><v>46082</v></c><c s="2"><v>46082.395833333336</v></c><c s="3"><v>0.5</v></c><c t="str"><f>A1</f><v>was_x0041_</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row>');
    expect((await read(workbook({ sheet, strings, styles }))).rows).toEqual([
      { number: 1, cells: ['王小明', '', 'Amina Yusuf'] },
      { number: 4, cells: ['', '13800138000', '2026-03-01', '2026-03-01T09:30', '12:00', 'wasA', 'TRUE'] },
    ]);
    expect((await read(workbook({ sheet: sheetOf('<row r="1"><c s="1"><v>1</v></c></row>'), styles, workbook: '<workbookPr date1904="1"/>' }))).rows[0]?.cells).toEqual(['1904-01-02']);
  });

  it('names its visible sheets and reads the one that is asked for', async () => {
    const book = workbook({ sheet: sheetOf('<row><c><v>1</v></c></row>') });
    expect(await read(book)).toMatchObject({ format: 'xlsx', sheets: ['名单', 'Second'], sheet: '名单', rows: [{ number: 1, cells: ['1'] }] });
    expect((await read(book, { sheet: 'Second' })).rows).toEqual([{ number: 1, cells: ['second'] }]);
    await expect(read(book, { sheet: 'Third' })).rejects.toMatchObject({ reason: 'no-such-sheet' });
  });

  it('that we wrote is read back', async () => {
    const rows = [['王小明', '=1+1', 3.5], ['', 'a\nb <&>', 7]] as const;
    const bytes = await buffer(tableFile({ name: 'List', columns: [{ header: 'a' }, { header: 'b' }, { header: 'c' }], rows }, 'xlsx'));
    expect(await cells(bytes)).toEqual([['a', 'b', 'c'], ['王小明', '=1+1', '3.5'], ['', 'a\nb <&>', '7']]);
  });

  it.each([
    ['damaged', { sheet: '<worksheet><sheetData><row><c>' }],
    ['damaged', { sheet: '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>' }],
    ['cell-too-long', { sheet: sheetOf(`<row><c t="str"><v>${'x'.repeat(40_000)}</v></c></row>`) }],
    ['cell-too-long', { sheet: sheetOf(''), strings: `<sst><si><t>${'x'.repeat(80_000)}</t></si></sst>` }],
    ['too-many-columns', { sheet: sheetOf('<row><c r="XFD1"><v>1</v></c></row>') }],
    ['damaged', { sheet: sheetOf('<row r="99999999999"><c><v>1</v></c></row>') }],
  ] as [string, Book][])('is refused: %s', async (reason, book) => {
    await expect(read(workbook(book))).rejects.toMatchObject({ name: 'UnreadableTable', reason });
  });

  it('is refused: another ZIP file, a cut one, Excel before 2007', async () => {
    await expect(read(zipSync({ 'a.txt': strToU8('a') }))).rejects.toMatchObject({ reason: 'not-a-table' });
    const book = workbook({ sheet: sheetOf('<row><c><v>1</v></c></row>') });
    await expect(read(book.subarray(0, book.length - 200))).rejects.toMatchObject({ reason: 'damaged' });
    await expect(read(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).rejects.toMatchObject({ reason: 'old-excel' });
  });

  it('that says it unpacks to more than a sheet can hold is not unpacked', async () => {
    const bomb = Buffer.from(workbook({ sheet: sheetOf('<row><c><v>1</v></c></row>') }));
    // The size in the central directory (APPNOTE.TXT, 4.3.12) of sheet1.xml.
    const at = bomb.lastIndexOf('xl/worksheets/sheet1.xml') - 46;
    bomb.writeUInt32LE(2_000_000_000, at + 24);
    await expect(read(bomb)).rejects.toMatchObject({ reason: 'too-large' });
  });

  it('that unpacks to more than it says is broken off', async () => {
    const bomb = Buffer.from(workbook({ sheet: sheetOf(`<row>${'<c><v>1</v></c>'.repeat(300)}</row>`.repeat(50)) }));
    const at = bomb.lastIndexOf('xl/worksheets/sheet1.xml') - 46;
    bomb.writeUInt32LE(100, at + 24);
    await expect(read(bomb)).rejects.toMatchObject({ reason: 'damaged' });
  });
});

describe('small parts of reading', () => {
  it.each([['yyyy-mm-dd', true], ['[$-804]yyyy"年"m"月"', true], ['0.00', false], ['General', false], ['[Red]0.00', false], ['"days" 0', false], ['[h]:mm', true], ['#,##0 "d"', false]])('%s shows a date: %s', (code, expected) => {
    expect(isDateFormat(code)).toBe(expected);
  });

  it('days become ISO 8601, to the second', () => {
    expect([dateText(46082, false), dateText(46082.5, false), dateText(0.75, false), dateText(46082.395845, false)]).toEqual(['2026-03-01', '2026-03-01T12:00', '18:00', '2026-03-01T09:30:01']);
  });

  it('keeps many texts by number', () => {
    const store = new TextStore();
    const texts = Array.from({ length: 3_000 }, (_, n) => `${'重'.repeat(n % 997)}${n}`);
    for (const text of texts) store.add(text);
    expect(texts.every((text, at) => store.get(at) === text)).toBe(true);
    expect([store.size, store.get(3_000), store.get(-1)]).toEqual([3_000, undefined, undefined]);
  });
});

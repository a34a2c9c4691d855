import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { buffer } from 'node:stream/consumers';
import { tableFile } from './table.js';
import type { Cell, Table } from './table.js';

const table = (rows: Table['rows']): Table => ({ name: '报名/2026', columns: [{ header: 'Name' }, { header: 'Remark', width: 40 }], rows });
const csv = async (rows: Table['rows']): Promise<string> => (await buffer(tableFile(table(rows), 'csv'))).toString('utf8');
const sheet = async (rows: Table['rows']): Promise<string> => {
  const files = unzipSync(await buffer(tableFile(table(rows), 'xlsx')));
  return strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
};

describe('a table as CSV', () => {
  it('begins with a byte order mark and quotes what needs it', async () => {
    expect(await csv([['王小明', 'says "hi", twice\nover'], [null, 3.5], [true, new Date('2026-06-01T01:30:00Z')]]))
      .toBe('\ufeffName,Remark\r\n王小明,"says ""hi"", twice\nover"\r\n,3.5\r\ntrue,2026-06-01T01:30:00.000Z\r\n');
  });

  it.each(['=1+1', '+86 138 0013 8000', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '  =1', '＝1+1', "=cmd|' /C calc'!A0", '%0A=1', '\n=1'])('lets no cell begin a formula: %j', async (text) => {
    const line = (await csv([[text, -5]])).slice('\ufeffName,Remark\r\n'.length);
    expect(line).toMatch(/^"?'/);
    expect(line).toMatch(/,-5\r\n$/);
  });
});

describe('a table as XLSX', () => {
  it('holds text as text, numbers as numbers, and leaves out what XML cannot hold', async () => {
    const text = await sheet([['=1+1 <b>&"\u0000\ud800', 3.5], [true, new Date('1970-01-01T12:00:00Z')], [null, '']]);
    expect(text).toContain('<c t="inlineStr" s="0"><is><t xml:space="preserve">=1+1 &#60;b&#62;&#38;&#34;\ufffd</t></is></c><c><v>3.5</v></c>');
    expect(text).toContain('<c t="b"><v>1</v></c><c s="2"><v>25569.5</v></c></row><row><c/><c/></row></sheetData></worksheet>');
    expect(text).not.toContain('<f>');
  });

  it('is a whole package with its sheet named safely', async () => {
    const files = unzipSync(await buffer(tableFile(table([]), 'xlsx')));
    expect(Object.keys(files).sort()).toEqual(['[Content_Types].xml', '_rels/.rels', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml']);
    expect(strFromU8(files['xl/workbook.xml'] ?? new Uint8Array())).toContain('<sheet name="报名 2026"');
  });
});

describe('a long table', () => {
  it.each(['csv', 'xlsx'] as const)('flows as %s: rows are read only as fast as they are taken', async (format) => {
    let given = 0;
    function* rows(): Generator<readonly Cell[]> {
      while (given < 200_000) {
        given += 1;
        yield [`Delegate ${given}`, `${Math.sin(given)} ${Math.cos(given)} and a remark of some length`];
      }
    }
    const file = tableFile(table(rows()), format);
    const taken = file[Symbol.asyncIterator]();
    await taken.next();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(given).toBeLessThan(20_000);
    file.destroy();
  });

  it('breaks off where its rows do', async () => {
    async function* rows(): AsyncGenerator<readonly Cell[]> {
      yield await Promise.resolve(['a', 1]);
      throw new Error('database away');
    }
    await expect(buffer(tableFile(table(rows()), 'xlsx'))).rejects.toThrow('database away');
  });
});

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { AddressBook } from '../testing/address-book.js';

let book: AddressBook;
beforeAll(async () => { book = await AddressBook.open(); });
afterAll(() => book.close());

const RELATED = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const tag = (id: string, kind: string, target: string): string => `<Relationship Id="${id}" Type="${RELATED}/${kind}" Target="${target}"/>`;

/** A workbook with these sheets, by name. */
function workbook(sheets: Readonly<Record<string, readonly (readonly string[])[]>>): Uint8Array {
  const names = Object.keys(sheets);
  const parts: Record<string, string> = {
    '_rels/.rels': `<Relationships>${tag('r', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="${RELATED}"><sheets>${names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="s${at}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names.map((_, at) => tag(`s${at}`, 'worksheet', `worksheets/s${at}.xml`)).join('')}</Relationships>`,
  };
  for (const [at, rows] of Object.values(sheets).entries()) {
    parts[`xl/worksheets/s${at}.xml`] = `<worksheet><sheetData>${rows.map((row) => `<row>${row.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`).join('')}</sheetData></worksheet>`;
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

const COVER = [['说明'], ['嘉宾在第二张表。'], ['2026-11-20']];
const GUESTS = [['姓名', '邮箱'], ['王小明', 'xiaoming.wang@example.org'], ['ليلى حسن', 'layla.hassan@example.com']];

it('reads the first sheet that holds people, where nobody said which', async () => {
  expect(await book.tried(workbook({ 说明: COVER, 嘉宾: GUESTS, 备份: GUESTS }), {}, '嘉宾.xlsx')).toMatchObject({ state: 'CHECKED', found: { sheet: '嘉宾', sheets: ['说明', '嘉宾', '备份'] }, counts: { checked: { new: 2, rejected: 0 } } });
  expect(await book.tried(workbook({ 说明: COVER, 嘉宾: GUESTS }), { sheet: '说明' }, '嘉宾.xlsx')).toMatchObject({ found: { sheet: '说明' } });
  expect(await book.tried(workbook({ 说明: COVER, 附注: COVER }), {}, '说明.xlsx')).toMatchObject({ found: { sheet: '说明' }, counts: { checked: { new: 0, rejected: 2 } } });
});

import { describe, expect, it } from '@jest/globals';
import { isPrintable } from './pdf-fonts.js';
import { printedSheet } from './printed-sheet.js';
import type { PrintedSheet } from './printed-sheet.js';

const names = ['王小明', '김길동', 'محمد الأحمد', 'สมชาย ใจดี', 'आरती शर्मा', 'Анна Иванова', 'Nguyễn Thị Minh', 'Γιώργος', 'たかし', '欧阳靖'];
const sheet: PrintedSheet = {
  title: 'Passenger list', subtitle: '大足石刻 · Dazu', locale: 'en', foot: 'Personal data', facts: [{ label: 'Leaves', value: '2 June 2026, 08:30' }],
  tables: [{ heading: 'Coach 1', columns: [{ header: 'Aboard', share: 0 }, { header: 'Name', share: 2 }, { header: 'Latin', share: 2 }], rows: names.map((name, index) => [{ box: true }, name, `Number ${index + 1}`]) }],
};

describe('a sheet on paper', () => {
  it('is a PDF, with a page more for a long list, and takes nothing that people wrote for a command', async () => {
    const one = await printedSheet(sheet);
    expect(one.subarray(0, 5).toString()).toBe('%PDF-');
    const evil = { ...sheet, title: '#panic("no") *bold* $x$', tables: [{ ...sheet.tables[0]!, rows: Array.from({ length: 200 }, () => [null, '#include "/etc/passwd"', '"]} \\ `x`']) }] };
    const many = await printedSheet(evil);
    expect(many.length).toBeGreaterThan(one.length / 2);
    expect(pages(many)).toBeGreaterThan(pages(one));
  });

  it('knows what it has letters for', () => {
    expect(names.filter((name) => !isPrintable(name))).toEqual([]);
    expect(['ნინო', 'សុខ', 'አበበ'].map(isPrintable)).toEqual([false, false, false]);
  });
});

function pages(pdf: Buffer): number {
  return Number(/\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1] ?? 0);
}

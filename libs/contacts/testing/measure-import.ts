import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { tableFile } from '#documents';
import { AddressBook } from './address-book.js';

/**
 * Imports a file of so many invented people and prints what it took, as JSON: `node ... measure-import.ts 200000 xlsx`. Run
 * as a process of its own, so that its memory is that of an import and nothing else.
 */
const rows = Number(process.argv[2] ?? 200_000);
const format = process.argv[3] === 'csv' ? 'csv' : 'xlsx';

const FAMILY = ['王', '李', '张', '刘', '陈', '欧阳'] as const;
const GIVEN = ['小明', '娜', '伟', '秀英', '建国', '晓梅', '志强'] as const;
const HOUSES = ['重庆大学', '四川省归国华侨联合会', '两江新区管委会', 'Harbour Office', 'Société du Fleuve'] as const;
const at = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

function* people(): Generator<string[]> {
  for (let n = 0; n < rows; n += 1) {
    yield [`${at(FAMILY, n)}${at(GIVEN, n >> 3)}`, `Person Number ${n}`, `person.${n}@${at(['example.org', 'example.com', 'post.example'], n)}`, `${at(HOUSES, n)} ${n % 4_000}`, at(['主任', 'Director', '教授'], n), at(['中国', '韩国', 'Nigeria', 'Brasil', 'UK'], n), `+86 138 ${String(10_000_000 + n)}`, at(['中文', 'English'], n), 'guest; 2026', `Table ${n % 900}`, `A remark of some length that stands in the file, number ${n}`, String(n)];
  }
}

let peak = 0;
const watch = setInterval(() => { peak = Math.max(peak, process.memoryUsage.rss()); }, 20);
const book = await AddressBook.open();
const path = join(book.folder, `people.${format}`);
const headers = ['姓名', '英文姓名', '邮箱', '单位', '职务', '国家', '电话', '语言', '标签', '桌号', '备注', '序号'];
await pipeline(tableFile({ name: '名单', columns: headers.map((header) => ({ header })), rows: people() }, format), createWriteStream(path));
const base = process.memoryUsage.rss();
peak = 0;
const seconds = async <T>(work: () => Promise<T>): Promise<readonly [T, number]> => {
  const from = performance.now();
  return [await work(), Math.round((performance.now() - from) / 100) / 10];
};
const [first, writing] = await seconds(() => book.applied(createReadStream(path), {}, `people.${format}`));
const [again, repeating] = await seconds(() => book.applied(createReadStream(path), {}, `people.${format}`));
const [undone, undoing] = await seconds(() => book.undone(first.id));
clearInterval(watch);
const [left] = await book.query<{ n: number }>('SELECT count(*)::int AS n FROM contact');
process.stdout.write(`${JSON.stringify({
  rows, format, fileBytes: (await stat(path)).size, baseMegabytes: Math.round(base / 1e6), peakMegabytes: Math.round(peak / 1e6),
  seconds: { writing, repeating, undoing }, first: first.counts.applied, again: again.counts.applied, undone: undone.counts.undone, left: left?.n,
})}\n`);
await book.close();

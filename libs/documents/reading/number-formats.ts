import type { WorkbookParts } from './workbook-parts.js';

// Formats that a workbook need not spell out (ECMA-376-1, 18.8.30): dates and times, those of Chinese and Japanese among them.
const BUILT_IN_DATES: ReadonlySet<number> = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** By number of a cell's style: whether its number is a date or a time. */
export async function dateStyles(parts: WorkbookParts, part: string | undefined): Promise<readonly boolean[]> {
  if (part === undefined || !parts.has(part)) return [];
  const own = new Map<number, boolean>();
  const styles: boolean[] = [];
  let isInCells = false;
  await parts.read(part, {
    open: (name, attribute) => {
      if (name === 'cellXfs') isInCells = true;
      if (name === 'numFmt') own.set(Number(attribute('numFmtId')), isDateFormat(attribute('formatCode') ?? ''));
      if (name !== 'xf' || !isInCells) return;
      const id = Number(attribute('numFmtId') ?? 0);
      styles.push(own.get(id) ?? BUILT_IN_DATES.has(id));
    },
    close: (name) => { if (name === 'cellXfs') isInCells = false; },
  });
  return styles;
}

/** Whether a format code shows a date or time; literal text, colours and conditions in it do not count. */
export function isDateFormat(code: string): boolean {
  const plain = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return /[ymdhs]/i.test(plain) && !/general/i.test(plain);
}

const DAY_MS = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/** A number of days as ISO 8601 text: a date, a date with its time, or a time where there is no day. */
export function dateText(serial: number, isFrom1904: boolean): string {
  const instant = new Date(Math.round(((isFrom1904 ? EPOCH_1904 : EPOCH_1900) + serial * DAY_MS) / 1_000) * 1_000);
  if (Number.isNaN(instant.getTime())) return String(serial);
  const [date = '', time = ''] = instant.toISOString().slice(0, 19).split('T');
  const clock = time.endsWith(':00') ? time.slice(0, 5) : time;
  if (serial < 1) return clock;
  return Number.isInteger(serial) ? date : `${date}T${clock}`;
}

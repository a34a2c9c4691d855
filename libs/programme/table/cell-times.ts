/** Days that words such as "day 2" or "6月2日" are counted from, ISO 8601. */
export interface Days {
  readonly first: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/**
 * A day as people write it, ISO 8601: 2026-06-01, 2026/6/1, 2026年6月1日, 6月1日, 1 June 2026, June 1, day 1, 第一天. 06/01/2026 is two
 * days, depending on who reads it, and is none here.
 */
export function dayIn(text: string, { first }: Days): string | undefined {
  const plain = text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
  const year = first.slice(0, 4);
  const numbers = /^(\d{4})[-/.年] ?(\d{1,2})[-/.月] ?(\d{1,2})日?(?:[ (t].*)?$/u.exec(plain);
  if (numbers !== null) return isoDay(numbers[1] ?? '', Number(numbers[2]), Number(numbers[3]));
  const chinese = /^(\d{1,2})月(\d{1,2})日/u.exec(plain);
  if (chinese !== null) return isoDay(year, Number(chinese[1]), Number(chinese[2]));
  const count = /^(?:day|第) ?(\d{1,2}|[一二三四五六七八九十])天?$/u.exec(plain)?.[1];
  if (count !== undefined) return later(first, (NUMERALS.indexOf(count) + 1 || Number(count)) - 1);
  const english = /^(?:[a-z]+,? )?(?:(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,})|([a-z]{3,}) (\d{1,2})(?:st|nd|rd|th)?),?(?: (\d{4}))?$/.exec(plain);
  const month = MONTHS.indexOf((english?.[2] ?? english?.[3] ?? '').slice(0, 3)) + 1;
  return english === null || month === 0 ? undefined : isoDay(english[5] ?? year, month, Number(english[1] ?? english[4]));
}

/** A time of the day as people write it, 24 hours: 9:00, 09.30, 9:30 am, 下午2:30, 14时30分, 9点半. */
export function timeIn(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, '');
  const found = /^(上午|早上|中午|下午|晚上|am|pm)?(\d{1,2})(?:[:.h时点](\d{2}|半)?分?)?(?::\d{2})?(am|pm|a\.m\.|p\.m\.)?$/u.exec(plain);
  if (found === null) return undefined;
  const [, before = '', hours = '', minutes = '0', after = ''] = found;
  const half = `${before}${after.replaceAll('.', '')}`;
  if (half === '' && !/[:.h时点]/u.test(plain)) return undefined;
  const isLate = /下午|晚上|pm|中午/u.test(half);
  const hour = Number(hours) + (isLate && Number(hours) < 12 && !(half === '中午' && Number(hours) >= 10) ? 12 : 0) - (/am|上午|早上/u.test(half) && Number(hours) === 12 ? 12 : 0);
  const minute = minutes === '半' ? 30 : Number(minutes);
  return hour > 23 || minute > 59 ? undefined : `${pad(hour)}:${pad(minute)}`;
}

/** From and until in one cell: 09:00-10:30, 9:00 至 10:30, 2:00 – 3:30 pm. */
export function spanIn(text: string): { readonly from: string; readonly until: string } | undefined {
  const [one = '', other = '', ...more] = text.normalize('NFKC').split(/\s*(?:[-–—~～至到]|\bto\b)\s*/u);
  const late = /(?:am|pm)\s*$/iu.exec(other)?.[0] ?? '';
  const from = timeIn(/[a-z]/iu.test(one) ? one : `${one}${late}`) ?? timeIn(one);
  const until = timeIn(other);
  return more.length > 0 || from === undefined || until === undefined ? undefined : { from, until };
}

/** A day and a time in one cell, as workbooks keep them: 2026-06-01T09:00, 2026/6/1 9:00. */
export function momentIn(text: string, days: Days): { readonly day: string; readonly time: string } | undefined {
  const parts = /^(.*?\d[日]?)[ t]+(\D{0,2}\d{1,2}[:时点].*)$/iu.exec(text.normalize('NFKC').trim());
  const [day, time] = [dayIn(parts?.[1] ?? '', days), timeIn(parts?.[2] ?? '')];
  return day === undefined || time === undefined ? undefined : { day, time };
}

/** The day after that many days. */
export function later(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

function isoDay(year: string, month: number, day: number): string | undefined {
  try {
    return Temporal.PlainDate.from({ year: Number(year), month, day }, { overflow: 'reject' }).toString();
  } catch {
    return undefined;
  }
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

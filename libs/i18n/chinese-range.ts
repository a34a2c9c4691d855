/**
 * A span of dates as Chinese documents write it, what both ends share said once: 2026年6月1日至3日. CLDR 48 would say
 * 2026/6/1 – 2026/6/3. `format` writes one end.
 */
export function chineseRange(format: Intl.DateTimeFormat, from: Date, to: Date): string {
  const [first, last] = [format.formatToParts(from), format.formatToParts(to)];
  const part = (parts: readonly Intl.DateTimeFormatPart[], type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  const alike = (type: string): boolean => part(first, type) === part(last, type);
  const begin = textOf(first);
  if (begin === textOf(last)) return begin;
  const hasTime = part(first, 'hour') !== '';
  const isSameDay = alike('year') && alike('month') && alike('day');
  if (isSameDay && hasTime) return `${begin}–${part(last, 'hour')}:${part(last, 'minute')}`;
  const end = alike('year') ? after(last, 'year') : last;
  return `${begin}至${textOf(alike('year') && alike('month') && !hasTime ? after(end, 'month') : end)}`;
}

function textOf(parts: readonly Intl.DateTimeFormatPart[]): string {
  return parts.map((part) => part.value).join('');
}

// The month's own value may bear its unit ("6月"), or the literal behind it does.
function after(parts: readonly Intl.DateTimeFormatPart[], type: string): readonly Intl.DateTimeFormatPart[] {
  const rest = parts.slice(parts.findIndex((part) => part.type === type) + 1);
  return rest[0]?.type === 'literal' ? rest.slice(1) : rest;
}

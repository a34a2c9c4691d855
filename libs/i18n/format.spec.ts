import { describe, expect, it } from '@jest/globals';
import { countryName, formatAlternatives, formatDay, formatDays, formatInstant, formatList, formatMinutes, formatNumber, formatPercent, formatRange, languageName, zoneName } from './format.js';
import { isMessageKey, t } from './translate.js';

const zone = 'Asia/Shanghai';
const from = new Date('2026-06-01T01:30:00Z');
const to = new Date('2026-06-01T03:00:00Z');

describe('dates and times', () => {
  it('are those of the zone, in an order that all read alike', () => {
    expect(formatInstant('en', from, zone)).toBe('Monday, 1 June 2026 at 09:30');
    expect(formatInstant('zh-Hans', from, zone)).toBe('2026年6月1日星期一 09:30');
    expect(formatInstant('en', from, 'America/Sao_Paulo', 'time')).toBe('22:30');
    expect(formatRange('en', from, to, zone)).toBe('Monday, 1 June 2026, 09:30–11:00');
    expect(formatDays('en', '2026-06-01', '2026-06-03')).toBe('1–3 June 2026');
    expect(formatDays('en', '2026-05-29', '2026-06-03')).toBe('29 May – 3 June 2026');
    expect(formatDay('zh-Hans', '2026-06-01')).toBe('2026年6月1日');
  });

  it.each([
    ['2026-06-01', '2026-06-03', '2026年6月1日至3日'], ['2026-05-29', '2026-06-03', '2026年5月29日至6月3日'],
    ['2026-12-30', '2027-01-02', '2026年12月30日至2027年1月2日'], ['2026-06-01', '2026-06-01', '2026年6月1日'],
  ])('from %s to %s are written in Chinese as %s', (first, last, written) => {
    expect(formatDays('zh-Hans', first, last)).toBe(written);
  });

  it('of a span in Chinese say once what both ends share', () => {
    expect(formatRange('zh-Hans', from, to, zone)).toBe('2026年6月1日星期一 09:30–11:00');
    expect(formatRange('zh-Hans', from, new Date('2026-06-02T03:00:00Z'), zone)).toBe('2026年6月1日星期一 09:30至6月2日星期二 11:00');
    expect(formatRange('zh-Hans', from, to, zone, 'time')).toBe('09:30–11:00');
  });

  it('are Gregorian with Latin digits in every language', () => {
    for (const locale of ['th', 'ar', 'fa', 'vi', 'id']) expect(formatDay(locale, '1970-01-01')).toMatch(/1970/);
    expect(formatNumber('ar', 1234567)).toMatch(/^[\d.,\u066c]+$/);
    expect(formatInstant('th', from, zone)).toContain('09:30');
  });

  it('as shares are rounded down, and say where there is something that is less than one per cent', () => {
    expect([0, 0.004, 0.009, 0.01, 0.999, 1].map((share) => formatPercent('en', share))).toEqual(['0%', '<1%', '<1%', '1%', '99%', '100%']);
  });

  it('may name their zone', () => {
    expect(zoneName('en', zone, from)).toBe('China Standard Time');
    expect(zoneName('zh-Hans', zone, from)).toBe('中国标准时间');
  });
});

describe('other values', () => {
  it('are written as the language does', () => {
    expect(formatList('en', ['a', 'b', 'c'])).toBe('a, b and c');
    expect(formatList('zh-Hans', ['甲', '乙', '丙'])).toBe('甲、乙和丙');
    expect([formatAlternatives('en', ['a', 'b', 'c']), formatAlternatives('zh-Hans', ['甲', '乙']), formatAlternatives('fr', ['a', 'b'])]).toEqual(['a, b or c', '甲或乙', 'a ou b']);
    expect([formatMinutes('en', 1_500), formatMinutes('en', 0), formatMinutes('zh-Hans', 90)]).toEqual(['1 day, 1 hour', '0 minutes', '1小时30分钟']);
    expect([countryName('en', 'ng'), countryName('zh-Hans', 'BR'), countryName('en', 'ZZZ'), countryName('en', 'XX')]).toEqual(['Nigeria', '巴西', 'ZZZ', 'XX']);
    expect([languageName('en', 'zh-Hans'), languageName('zh-Hans', 'ar')]).toEqual(['Simplified Chinese', '阿拉伯语']);
  });
});

describe('a message', () => {
  it('falls back where a language lacks it', () => {
    expect(t('zh-HK', 'problem.required')).toBe('此項必填。');
    expect(t('fr', 'console.title')).toBe('Console');
    expect(t('de', 'problem.required')).toBe('Please fill this in.');
    expect(t('en', 'problem.too-long', { max: 2_000 })).toBe('Please use at most 2,000 characters.');
  });

  it('complains about a missing value instead of showing its name', () => {
    expect(() => t('en', 'problem.too-long')).toThrow('max');
  });

  it('is known by its key', () => {
    expect([isMessageKey('problem.required'), isMessageKey('toString'), isMessageKey('problem.nothing')]).toEqual([true, false, false]);
  });
});

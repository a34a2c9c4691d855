import { describe, expect, it } from '@jest/globals';
import { direction, fallbacksOf, LOCALES, resolveLocale, writtenLocale } from './locales.js';

describe('the language of a request', () => {
  it.each([
    [undefined, 'en'], ['', 'en'], ['*', 'en'], ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-Hans'], ['zh-SG', 'zh-Hans'], ['en-GB', 'en'], ['de,sw', 'en'],
    ['de;q=0.9, zh;q=0.5', 'zh-Hans'], ['en;q=0, zh', 'zh-Hans'], ['EN-us;q=0.1,ZH-hans;q=0.2', 'zh-Hans'], ['en;q=abc,zh;q=0.1', 'zh-Hans'], ['%%%;;,,', 'en'],
  ])('%j is %s', (accept, locale) => {
    expect(resolveLocale(accept)).toBe(locale);
  });

  it.each([['zh-TW', 'zh-Hant'], ['zh-HK', 'zh-Hant'], ['zh', 'zh-Hans'], ['pt-BR', 'pt'], ['ar-EG', 'ar'], ['vi-VN', 'vi']])('among all of ours, %s is %s', (accept, locale) => {
    expect(resolveLocale(accept, LOCALES)).toBe(locale);
  });

  it('that a letter is written in is the nearest complete one', () => {
    expect(['zh-TW', 'zh-Hans', 'fr', 'ar', 'en-GB', 'xx', 'not a tag'].map(writtenLocale)).toEqual(['zh-Hant', 'zh-Hans', 'fr', 'ar', 'en', 'en', 'en']);
    expect(fallbacksOf('zh-HK')).toEqual(['zh-Hant', 'zh-Hans', 'en']);
  });

  it('has a direction', () => {
    expect(['ar', 'ar-EG', 'fa', 'ur', 'en', 'zh-Hans', 'th'].map(direction)).toEqual(['rtl', 'rtl', 'rtl', 'rtl', 'ltr', 'ltr', 'ltr']);
  });
});

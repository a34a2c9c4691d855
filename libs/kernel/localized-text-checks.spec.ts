import { describe, expect, it } from '@jest/globals';
import { isSlug, localizedTextProblems, tidyLocalized, tidyOptional } from './localized-text-checks.js';

describe('a text in several languages', () => {
  it('is taken in any script', () => {
    expect(localizedTextProblems('title', { 'en': 'Opening', 'zh-Hans': '开幕式', 'ar': 'الافتتاح', 'th': 'พิธีเปิด' }, 'line', true)).toEqual([]);
  });

  it('is asked for where it must be there', () => {
    expect(localizedTextProblems('title', { en: '  ' }, 'line', true)).toEqual([{ path: 'title', code: 'required' }]);
    expect(localizedTextProblems('title', undefined, 'line')).toEqual([]);
  });

  it('names the language that is wrong', () => {
    expect(localizedTextProblems('title', { 'english!': 'Opening' }, 'line')).toEqual([{ path: 'title.english!', code: 'locale-unknown' }]);
    expect(localizedTextProblems('title', { en: 'Open\u202eing' }, 'line')).toEqual([{ path: 'title.en', code: 'forbidden-characters' }]);
    expect(localizedTextProblems('title', { en: 'Opening\nceremony' }, 'line')).toEqual([{ path: 'title.en', code: 'forbidden-characters' }]);
    expect(localizedTextProblems('title', { en: 'x'.repeat(301) }, 'line')).toEqual([{ path: 'title.en', code: 'too-long', data: { max: 300 } }]);
  });

  it('may have several lines where it is a page', () => {
    expect(localizedTextProblems('description', { en: '# Opening\r\n\n* speech' }, 'page')).toEqual([]);
  });

  it('is kept tidy, without empty languages', () => {
    expect(tidyLocalized({ 'en': '  Opening   ceremony ', 'zh-Hans': '' }, 'line')).toEqual({ en: 'Opening ceremony' });
    expect(tidyLocalized({ en: 'one\r\ntwo ' }, 'page')).toEqual({ en: 'one\ntwo' });
    expect(tidyOptional({ en: ' ' }, 'line')).toBeNull();
  });
});

describe('a word in an address', () => {
  it.each(['opening', 'forum-3', '2025'])('%s is one', (word) => expect(isSlug(word)).toBe(true));
  it.each(['', 'Opening', 'a--b', '-a', 'a_b', 'ä', 'x'.repeat(81)])('%s is none', (word) => expect(isSlug(word)).toBe(false));
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { searchConditions, soughtWords } from '#kernel';
import { latinKey, nativeKey, searchText, sortName } from './search-text.js';

/** LIKE as PostgreSQL understands it, for patterns without a backslash. */
function like(text: string, pattern: string): boolean {
  return new RegExp(`^${pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/%/g, '.*').replace(/_/g, '.')}$`, 's').test(text);
}
const finds = (search: string, parts: readonly string[]): boolean => soughtWords(search).every(({ contains, pattern }) => {
  const [text, isFound] = [searchText(parts), searchText(parts).includes(contains)];
  // What the pattern lets through of the index is no less than what is found.
  if (isFound && !like(text, pattern)) throw new Error(`${pattern} keeps ${text} back`);
  return isFound;
});

describe('search', () => {
  it('finds each text by its words in any order', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
    fc.assert(fc.property(text, text, (a, b) => {
      expect(finds(a, [a, b])).toBe(true);
      expect(finds(`${b} ${a}`, [a, b])).toBe(true);
    }));
  });

  it('takes a text of ASCII apart as it does beside other letters', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary-ascii', maxLength: 30 }), (text) => {
      expect(searchText([`${text} 渝`])).toBe(searchText([text, '渝']));
    }));
  });

  it('does not mind capitals and marks', () => {
    const word = fc.stringMatching(/^[a-zà-öø-ɏа-яё]{1,12}$/);
    fc.assert(fc.property(word, (one) => {
      const bare = one.normalize('NFD').replace(/\p{M}/gu, '');
      expect(finds(one.toLocaleUpperCase('en'), [one]) || one.toUpperCase().toLowerCase() !== one).toBe(true);
      expect(finds(bare, [one])).toBe(true);
    }));
  });

  it('is ASCII in the database, and a pattern means itself', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      expect(searchText([text])).toMatch(/^[\u0000-\u007f]*$/);
      for (const { contains, pattern } of soughtWords(text)) {
        expect(contains).toMatch(/^ ?[0-9a-zA-Z@]+$/);
        expect(pattern).toMatch(/^% ?(?:[0-9a-z@]+%)+$/);
      }
    }));
  });

  it('asks the index for the telling part of each letter, and the row for the letters in full where that is less', () => {
    const asked: string[] = [];
    expect(searchConditions('t', '李wei al', (value) => `$${asked.push(value)}`)).toEqual(['t LIKE $1', 'strpos(t, $2) <> 0', 't LIKE $3']);
    expect(asked).toEqual(['%kem%wei%', 'U0kemwei', '% al%']);
    expect(searchConditions('t', ' ', String)).toEqual([]);
    expect(searchConditions('t', '—', String)).toEqual(['false']);
  });

  it('does not find letters that only begin alike when written as numbers', () => {
    expect(finds('伟', ['伜'])).toBe(false);
    expect(finds('u0h5', ['伟'])).toBe(false);
  });
});

describe('the key of a name', () => {
  it('does not mind case, marks, spaces and the order of family and given name', () => {
    expect(latinKey({ latinFamily: 'Nguyễn', latinGiven: 'Thị Hoa' })).toBe(latinKey({ latinFamily: 'THI-HOA', latinGiven: 'nguyen' }));
    expect(latinKey({ latinFamily: 'Ødegård', latinGiven: null })).toBe('odegard');
    expect(latinKey({ latinFamily: "O’Brien", latinGiven: 'Máire' })).toBe(latinKey({ latinFamily: "o'brien", latinGiven: 'Maire' }));
    expect(nativeKey({ native: '欧阳 修' })).toBe('欧阳修');
  });

  it('is the same for any exchange of the parts', () => {
    const name = fc.stringMatching(/^[A-Za-zÀ-ž' -]{1,20}$/);
    fc.assert(fc.property(name, name, (family, given) => {
      expect(latinKey({ latinFamily: family, latinGiven: given })).toBe(latinKey({ latinFamily: given.toUpperCase(), latinGiven: family }));
    }));
  });

  it('sorts as a register does', () => {
    expect(['Östberg', 'Zhang', 'Álvarez'].map((latinFamily) => sortName({ latinFamily, latinGiven: null })).sort()).toEqual(['alvarez', 'ostberg', 'zhang']);
  });
});

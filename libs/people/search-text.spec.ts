import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { searchConditions, soughtWords } from '#kernel';
import { latinKey, nativeKey, searchText, sortName } from './search-text.js';

/** LIKE as PostgreSQL understands it, for patterns without a backslash. */
function like(text: string, pattern: string): boolean {
  return new RegExp(`^${pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/%/g, '.*').replace(/_/g, '.')}$`, 's').test(text);
}
const finds = (search: string, parts: readonly string[]): boolean => soughtWords(search).every(({ contains }) => searchText(parts).includes(contains));

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

  it('asks an index for no more than every text has that is to be found, whatever is thought to be common', () => {
    const text = fc.string({ unit: fc.constantFrom(...'abcdeабв李小明ば'), minLength: 1, maxLength: 30 });
    fc.assert(fc.property(text, text, text, fc.func(fc.double({ min: 0, max: 1, noNaN: true })), (before, word, after, shareOf) => {
      for (const { contains, pattern } of [...soughtWords(word), ...soughtWords(word, shareOf)]) {
        const within = searchText([`${before}${word}${after}`]);
        if (within.includes(contains)) expect([within, pattern, like(within, pattern)]).toEqual([within, pattern, true]);
      }
    }));
  });

  it('asks an index for the rarest trigrams of a word, as many as tell enough', () => {
    const shares: Readonly<Record<string, number>> = { xia: 0.05, iao: 0.05, aom: 0.005, omi: 0.01, kem: 0.07, fmn: 0.01 };
    const patterns = (search: string): readonly string[] => soughtWords(search, (trigram) => shares[trigram] ?? 0.1).map(({ pattern }) => pattern);
    expect(patterns('Xiaoming')).toEqual(['%aomi%']);
    expect(patterns('wang')).toEqual(['%wang%']);
    expect(patterns('李伟 wu')).toEqual(['%kem%fmn%', '% wu%']);
    expect(soughtWords('abcdef', (trigram) => (['abc', 'def'].includes(trigram) ? 0.001 : 1))[0]?.pattern).toBe('%abc%def%');
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

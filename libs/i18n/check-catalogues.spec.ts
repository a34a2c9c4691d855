import { describe, expect, it } from '@jest/globals';
import { checkCatalogues } from './check-catalogues.js';
import type { CatalogueSet } from './check-catalogues.js';

const english = { 'a.b': 'Hello {name}', 'a.c': '{count, plural, one {# seat} other {# seats}}' };
const set = (texts: Record<string, string>, changes: Partial<CatalogueSet> = {}): CatalogueSet =>
  ({ english, parts: { a: english }, others: [{ locale: 'zh-Hans', isComplete: true, texts }], ...changes });

describe('the catalogues', () => {
  it('are in order', () => {
    expect(checkCatalogues()).toEqual([]);
  });

  it.each([
    ['a missing key', set({ 'a.b': '{name}您好' }), 'zh-Hans: a.c is missing'],
    ['a key that English lacks', set({ 'a.b': '{name}', 'a.c': '{count}', 'a.d': '多余' }), 'zh-Hans: a.d is not an English key'],
    ['a misspelt placeholder', set({ 'a.b': '{nmae}您好', 'a.c': '{count} 席' }), 'zh-Hans: a.b uses {nmae}, which English does not give'],
    ['a misspelt placeholder in a branch', set({ 'a.b': '{name}', 'a.c': '{count, plural, other {{seats} 席}}' }), 'zh-Hans: a.c uses {seats}, which English does not give'],
    ['a text that does not parse', set({ 'a.b': '{name 您好', 'a.c': '{count} 席' }), 'zh-Hans: a.b does not parse'],
    ['an English text that does not parse', set({ 'a.b': '', 'a.c': '' }, { english: { 'a.b': '{', 'a.c': '' } }), 'en: a.b does not parse'],
    ['a control that is named otherwise than it reads', set({ 'a.b': '', 'a.c': '' }, { english: { 'a.b': 'Keep', 'a.b-named': 'Hold {name}', 'a.c': '' }, others: [] }), 'en: a.b-named does not begin with the words on the control'],
    ['a key in two parts', set({ 'a.b': '', 'a.c': '' }, { parts: { a: english, b: { 'a.b': 'again' } } }), 'a.b stands in two parts'],
  ])('are refused with %s', (_fault, planted, problem) => {
    expect(checkCatalogues(planted)).toEqual([problem]);
  });

  it('may lack keys in a language that only falls back', () => {
    expect(checkCatalogues(set({}, { others: [{ locale: 'fr', isComplete: false, texts: { 'a.b': 'Bonjour {name}' } }] }))).toEqual([]);
  });
});

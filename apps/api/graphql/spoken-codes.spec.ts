import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { isMessageKey, t } from '#i18n';
import type { MessageKey } from '#i18n';
import { refuse } from '#kernel';
import { sayFault, sayProblem, sayRefusal } from './speak.js';

const sources = globSync('{libs,apps}/**/*.ts', { exclude: (name) => name === 'node_modules' || name === 'web' })
  .filter((file) => !/\.spec\.ts$|\.fixture\.ts$|\/testing\/|^libs\/testkit/.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

const codes = (pattern: RegExp, prefix: string): [string, string][] => sources.flatMap(({ file, text }) =>
  [...text.matchAll(pattern)].map((match): [string, string] => [`${prefix}.${match[1] ?? ''}`, file]));

describe('every code that the house can answer with', () => {
  const refusals = codes(/\brefuse\(\s*'([^']+)'/g, 'refusal');
  const problems = codes(/\bpath: [^,{}]+(?:\$\{[^}]*\}[^,{}]*)*, code: '([^']+)'/g, 'problem');

  it('is found by this test', () => {
    expect(refusals.length).toBeGreaterThan(20);
    expect(problems.length).toBeGreaterThan(20);
  });

  it('has a sentence in the catalogue', () => {
    const missing = [...refusals, ...problems].filter(([key]) => !isMessageKey(key)).map(([key, file]) => `${key} (${file})`);
    expect([...new Set(missing)]).toEqual([]);
  });
});

describe('what is said', () => {
  it('is in the language of the reader, filled with the data of the refusal', () => {
    expect(sayRefusal('en', refuse('limit.reached', { seconds: 3 }))).toContain('3 seconds');
    expect(sayRefusal('zh-Hans', refuse('limit.reached', { seconds: 3 }))).toMatch(/\p{Script=Han}/u);
    expect(sayProblem('en', 'too-long', { max: 20 })).toContain('20');
    expect(sayRefusal('en', refuse('input.invalid', { problems: [{}, {}] }))).toContain('2');
  });

  it('is something even where the words or their data are missing', () => {
    const otherwise = t('en', 'refusal.unspoken' satisfies MessageKey);
    expect(sayRefusal('en', refuse('no.such-code'))).toBe(otherwise);
    expect(sayRefusal('en', refuse('limit.reached', {}))).toBe(otherwise);
  });

  it('of a fault is its id only', () => {
    expect(sayFault('en', 'F-12345-67890')).toContain('F-12345-67890');
  });
});

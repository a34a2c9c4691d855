import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { LETTER_KINDS } from './letter-kinds.js';

describe('the kinds of letters that the console names', () => {
  it('are those that the house declares', () => {
    const declared = globSync('libs/*/**/*.mail.ts').flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/defineLetter<[^(]*\('([a-z.-]+)'/g)].map(([, kind]) => kind));
    expect(declared.length).toBeGreaterThan(10);
    expect([...LETTER_KINDS].sort()).toEqual(declared.sort());
  });
});

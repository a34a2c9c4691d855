import { describe, expect, it } from '@jest/globals';
import { judge } from './judge.js';
import { readSources } from './sources.js';

describe('the architecture', () => {
  const sources = readSources();

  it('is looked at as a whole', () => {
    expect([...sources.files.keys()]).toEqual(expect.arrayContaining(['libs/kernel/index.ts', 'libs/platform/index.ts', 'apps/mailbox/mailbox.ts']));
  });

  it('holds: layers, doors, words, lengths', () => {
    expect(judge(sources).map(({ rule, at, what }) => `${rule}: ${at}: ${what}`)).toEqual([]);
  });
});

import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { isMessageKey } from '#i18n';

const declared = globSync('libs/*/jobs.ts').concat(globSync('libs/*/**/jobs.ts')).flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/= job<.*>\('([^']+)'/g)].map(([, name]) => name ?? ''));

describe('each job that the house declares', () => {
  it('has a name in words', () => {
    expect(declared.length).toBeGreaterThan(15);
    expect([...new Set(declared)].filter((name) => !isMessageKey(`console.work.name.${name}`))).toEqual([]);
  });
});

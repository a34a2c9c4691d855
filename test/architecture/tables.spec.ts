import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { settingsSchema } from '../../libs/platform/config/settings.js';

const known = Object.keys(settingsSchema.shape).sort();

const namesIn = (file: string, line: RegExp): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(line)].map((match) => match[1] ?? '').sort();

describe('the settings', () => {
  it('are all in the table of docs/settings.md, and nothing else', () => {
    expect(namesIn('docs/settings.md', /^\| `([A-Z_]+)` \|/gm)).toEqual(known);
  });

  it('are all in .env.example, and nothing else', () => {
    expect(namesIn('.env.example', /^# ([A-Z_]+)=/gm)).toEqual(known);
  });
});

describe('the dependencies', () => {
  it('are all in docs/dependencies.md with a reason and a licence', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
    const wanted = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)].sort();
    expect(namesIn('docs/dependencies.md', /^\| `([^`]+)` \| [^|\s][^|]* \| [^|\s][^|]* \|$/gm)).toEqual(wanted);
  });
});

import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

interface Project {
  readonly type: 'application' | 'library';
  readonly root: string;
  readonly entryFile: string;
}

describe('nest-cli.json', () => {
  const { projects } = JSON.parse(readFileSync('nest-cli.json', 'utf8')) as { readonly projects: Readonly<Record<string, Project>> };

  it('names every app that is built by Nest and every lib, where they are; the web is built by Vite', () => {
    const files = [...globSync('apps/*/main.ts'), ...globSync('libs/*/index.ts')].sort();
    expect(Object.values(projects).map(({ root, entryFile }) => `${root}/${entryFile}.ts`).sort()).toEqual(files);
  });

  it('calls each by the name of its folder, an app an application and a lib a library', () => {
    for (const [name, { type, root }] of Object.entries(projects)) expect([root, type]).toEqual(root.startsWith('apps/') ? [`apps/${name}`, 'application'] : [`libs/${name}`, 'library']);
  });
});

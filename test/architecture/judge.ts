import { ENVIRONMENT_READERS, GENERATED, isTest, LONGEST_FILE, SIGNAL_LISTENERS, TEST_LIB } from './house.js';
import { importViolations } from './import-rules.js';
import { shapeOf } from './module-shape.js';
import { exportViolations, folderViolations, pathViolations, schemaViolations } from './naming-rules.js';
import type { Sources } from './sources.js';
import { violation } from './violation.js';
import type { Violation } from './violation.js';

/** Everything in the sources that breaks a rule of the house. */
export function judge(sources: Sources): readonly Violation[] {
  const found: Violation[] = [...folderViolations(sources.files.keys())];
  for (const [path, text] of sources.files) {
    found.push(...pathViolations(path));
    if (GENERATED.test(path)) continue;
    if (/\.graphql$/.test(path) && path.startsWith('apps/api/')) found.push(...schemaViolations(path, text));
    if (/\.tsx?$/.test(path)) found.push(...moduleViolations(path, text, sources));
  }
  return found;
}

/** A comment that turns a rule of lint or a check of types off, in whichever tool's words. */
const SILENCED_RULE = /\/[/*]\s*((es|ox)lint-disable|@ts-(ignore|nocheck|expect-error))/;

/** A signal that is listened to by oneself: `process.once('SIGTERM', ...)`, or one of a list of signals. */
const OWN_ENDING = /\bprocess\.(on|once|addListener)\(\s*(['"]SIG|signal\b)/;

function moduleViolations(path: string, text: string, sources: Sources): readonly Violation[] {
  const shape = shapeOf(path, text);
  const lines = text.split('\n');
  const mayReadEnvironment = ENVIRONMENT_READERS.test(path) || isTest(path);
  return [
    ...shape.imports.flatMap((found) => importViolations(path, found, sources)),
    ...exportViolations(path, shape),
    ...(mayReadEnvironment ? [] : shape.environmentReads.map(({ line }) => violation('environment', path, 'process.env is read in libs/platform/config', line))),
    ...(path.startsWith(`libs/${TEST_LIB}/`) ? [] : shape.silencedTests.map(({ text: name, line }) => violation('skipped', path, `${name}: skip by #testkit's describeWhere, which names the reason`, line))),
    ...lines.flatMap((line, index) => (SILENCED_RULE.test(line) ? [violation('silenced', path, 'a rule is mended or changed for all (.oxlintrc.json), never turned off in one place', index + 1)] : [])),
    ...(SIGNAL_LISTENERS.test(path) || isTest(path) ? [] : lines.flatMap((line, index) => (OWN_ENDING.test(line) ? [violation('ending', path, 'a process ends by endWhenTold of libs/platform, which knows all signals and says so', index + 1)] : []))),
    ...(lines.length > LONGEST_FILE ? [violation('length', path, `${lines.length} lines; ${LONGEST_FILE} are the limit`)] : []),
  ];
}

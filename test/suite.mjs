import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfStale } from '../apps/launcher/build.mjs';
import { root } from '../apps/launcher/prepare.mjs';
import { startTestDatabase } from './test-database.mjs';

const SHARED_PORT = 54_329;

/** What must hold before any test: scripts of package.json, in two rows side by side. The build is the check of types, too. */
const CHECKS = [['check:schema'], ['build', 'check:web', 'lint']];

/** Specs that play against what was built. */
const BUILT = /test\/(e2e|browser|faults|load)/;
/** Three workers for two processors: whoever plays a journey mostly waits for servers, queues and browsers. */
const WORKERS = 3;

let interrupted = 0;
const running = new Set();

/** `--only jest -- <what Jest is to be told>` runs Jest alone; `--only database` keeps a shared server until Ctrl-C. */
export async function main(args) {
  for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]]) {
    process.on(signal, () => {
      interrupted = code;
      // The terminal sends Ctrl-C to the whole group; the other signals come to this process only.
      if (signal !== 'SIGINT') for (const child of running) child.kill('SIGTERM');
    });
  }
  const [flag, what, ...rest] = args;
  if (flag === '--only' && what === 'database') return sharedDatabase();
  if (flag === '--only' && what === 'jest') return someTests(rest.filter((word) => word !== '--'));
  return everything();
}

/** Specs of test/ play against what was built: what is stale is built first where one of them is named. */
async function someTests(words) {
  if (words.some((word) => BUILT.test(word)) && (await buildIfStale()) !== 0) return 1;
  return withDatabase((environment) => jest(words, environment));
}

async function everything() {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  counts.failed += (await Promise.all(CHECKS.map(check))).flat().length;
  if (interrupted) return interrupted;
  const results = mkdtempSync(join(tmpdir(), 'huiguan-results-'));
  const file = join(results, 'tests.json');
  await withDatabase(async (environment) => {
    console.log('\n== tests');
    add(counts, file, await jest(['--ci', '--passWithNoTests', '--json', '--outputFile', file, `--maxWorkers=${WORKERS}`], environment));
  });
  rmSync(results, { recursive: true, force: true });
  if (interrupted) return interrupted;
  console.log(`\n${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`);
  return counts.failed === 0 && counts.passed > 0 ? 0 : 1;
}

/** Runs the checks of a row one after the other and gives those that failed. */
async function check(names) {
  const failed = [];
  for (const name of names) {
    if (interrupted) break;
    const began = performance.now();
    const isGood = (await run('npm', ['run', '--silent', name])) === 0;
    console.log(`== ${name} ${isGood ? 'passed' : 'failed'} (${Math.round((performance.now() - began) / 1000)} s)`);
    if (!isGood) failed.push(name);
  }
  return failed;
}

/** A suite that could not even be loaded counts as one failure, and so does a Jest that ended without results. */
function add(counts, file, code) {
  let result;
  try {
    result = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    counts.failed += 1;
    return;
  }
  counts.passed += result.numPassedTests;
  counts.skipped += result.numPendingTests + result.numTodoTests;
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  counts.failed += failed === 0 && code !== 0 ? 1 : failed;
}

async function withDatabase(work) {
  if (process.env.TEST_DATABASE_URL) return work({});
  const database = await startTestDatabase();
  try {
    const code = await work({ TEST_DATABASE_URL: database.url });
    return interrupted || code;
  } finally {
    await database.stop();
  }
}

function jest(args, environment) {
  // Jest's JSON goes to its file; its report goes to standard output beside the lines of this script.
  return run(process.execPath, [
    '--no-warnings', '--conditions=source', 'node_modules/jest/bin/jest.js', '--config', 'test/jest.config.mjs', ...args,
  ], { stdio: args.includes('--json') ? ['ignore', 'ignore', 1] : 'inherit', env: { ...process.env, ...environment, NODE_ENV: 'test' } });
}

function run(program, args, options = {}) {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options });
  running.add(child);
  return new Promise((resolve) => {
    child.once('error', (fault) => { console.error(fault.message); resolve(127); });
    child.once('exit', (code) => resolve(code ?? 1));
  }).finally(() => running.delete(child));
}

async function sharedDatabase() {
  const database = await startTestDatabase(SHARED_PORT);
  console.log(`A throwaway PostgreSQL runs until Ctrl-C. In other shells:\n  export TEST_DATABASE_URL=${database.url}`);
  const stay = setInterval(() => undefined, 60_000);
  await new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve);
  });
  clearInterval(stay);
  await database.stop();
  return 0;
}

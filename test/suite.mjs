import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../apps/launcher/prepare.mjs';
import { startTestDatabase } from './test-database.mjs';

/** `--only jest -- <what Jest is to be told>` runs Jest alone; `--only database` keeps a shared server until Ctrl-C. */
export async function main(args) {
  if (args[0] === '--only' && args[1] === 'database') return sharedDatabase();
  const split = args.indexOf('--');
  const jestArguments = split === -1 ? args.filter((a) => !a.startsWith('--only') && a !== 'jest') : args.slice(split + 1);
  return withDatabase((environment) => jest(jestArguments, environment));
}

async function withDatabase(work) {
  if (process.env.TEST_DATABASE_URL) return work({});
  const database = await startTestDatabase();
  let interrupted = 0;
  for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]]) process.on(signal, () => { interrupted = code; });
  try {
    const code = await work({ TEST_DATABASE_URL: database.url });
    return interrupted || code;
  } finally {
    await database.stop();
  }
}

function jest(args, environment) {
  const child = spawn(process.execPath, [
    '--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '--config', 'test/jest.config.mjs', ...args,
  ], { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment, NODE_ENV: 'test' } });
  for (const signal of ['SIGTERM', 'SIGHUP']) process.once(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

const SHARED_PORT = 54_329;

async function sharedDatabase() {
  const database = await startTestDatabase(SHARED_PORT);
  console.log(`A throwaway PostgreSQL runs until Ctrl-C. In other shells:\n  export TEST_DATABASE_URL=${database.url}`);
  await new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve);
  });
  await database.stop();
  return 0;
}

import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'huiguan-test-';

// Node strips the types itself; the sources name each other as they will be called once they are built.
registerHooks({
  resolve: (name, context, next) =>
    next(context.parentURL?.endsWith('.ts') && name.startsWith('.') ? name.replace(/\.js$/, '.ts') : name, context),
});

/** A PostgreSQL for one test run, its data in a folder that goes with it. */
export async function startTestDatabase(port) {
  removeLeftovers();
  const { startEmbeddedDatabase } = await import('../libs/platform/database/embedded-database.ts');
  const folder = await mkdtemp(join(tmpdir(), PREFIX));
  writeFileSync(join(folder, 'owner'), String(process.pid));
  try {
    const database = await startEmbeddedDatabase({ folder, fast: true, ...(port === undefined ? {} : { port }) });
    return {
      url: database.url,
      stop: async () => {
        await database.stop();
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (fault) {
    await rm(folder, { recursive: true, force: true });
    throw fault;
  }
}

/** A run that was killed (-9) could not stop its server: the next one does. */
function removeLeftovers() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    const owner = numberIn(join(folder, 'owner'));
    if (owner === undefined || isAlive(owner)) continue;
    const server = numberIn(join(folder, 'data', 'postmaster.pid'));
    if (server !== undefined && isServer(server)) process.kill(server, 'SIGQUIT');
    rmSync(folder, { recursive: true, force: true });
  }
}

function numberIn(file) {
  try {
    const number = Number.parseInt(readFileSync(file, 'utf8'), 10);
    return number > 1 ? number : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return fault.code === 'EPERM';
  }
}

function isServer(pid) {
  const command = `/proc/${pid}/cmdline`;
  return existsSync(command) && readFileSync(command, 'utf8').includes('postgres');
}

import { mkdtemp, rm } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Node strips the types itself; the sources name each other as they will be called once they are built.
registerHooks({
  resolve: (name, context, next) =>
    next(context.parentURL?.endsWith('.ts') && name.startsWith('.') ? name.replace(/\.js$/, '.ts') : name, context),
});

/** A PostgreSQL for one test run, its data in a folder that goes with it. */
export async function startTestDatabase(port) {
  const { startEmbeddedDatabase } = await import('../libs/platform/database/embedded-database.ts');
  const folder = await mkdtemp(join(tmpdir(), 'huiguan-test-'));
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

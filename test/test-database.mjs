import { mkdtemp, chmod, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL for one test run, its data in a folder that goes with it. Its other user must be able to enter the folder. */
export async function startTestDatabase(port) {
  const { startEmbeddedDatabase } = await import('../libs/platform/database/embedded-database.ts');
  const folder = await mkdtemp(join(tmpdir(), 'huiguan-test-'));
  await chmod(folder, 0o755);
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

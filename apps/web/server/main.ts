import { readSettings, WrongSettings } from '#platform';
import type { Settings } from '#platform';
import { startSite } from './site.js';

async function main(settings: Settings): Promise<void> {
  const site = await startSite(settings);
  const stop = (): void => { void site.close().then(() => process.exit(0)); };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

try {
  await main(readSettings());
} catch (fault) {
  process.stderr.write(`web: ${fault instanceof WrongSettings || fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1);
}

import { endWhenTold, JsonLog, readSettings } from '#platform';
import type { Started } from '#platform';
import { startSite } from './site.js';

async function start(): Promise<Started> {
  const settings = readSettings();
  const site = await startSite(settings);
  return { log: new JsonLog({ level: settings.LOG_LEVEL, application: 'web' }), close: () => site.close() };
}

const started = start();
endWhenTold('web', started);
started.catch((fault: unknown) => {
  process.stderr.write(`web: ${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1);
});

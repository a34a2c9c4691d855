import 'reflect-metadata';
import { endWhenTold, LOG, readSettings } from '#platform';
import type { Log, Started } from '#platform';
import { AppModule } from './app.module.js';
import { createServer } from './http/server.js';

async function start(): Promise<Started> {
  const settings = readSettings();
  const app = await createServer(AppModule.for(settings), settings);
  const log = app.get<Log>(LOG);
  await app.listen(settings.API_PORT, settings.API_HOST);
  log.info('api is listening', { host: settings.API_HOST, port: settings.API_PORT });
  return { log, close: () => app.close() };
}

const started = start();
endWhenTold('api', started);
started.catch((fault: unknown) => {
  process.stderr.write(`the api could not start: ${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1);
});

import 'reflect-metadata';
import { LOG, readSettings } from '#platform';
import type { Log } from '#platform';
import { AppModule } from './app.module.js';
import { createServer } from './http/server.js';

async function main(): Promise<void> {
  const settings = readSettings();
  const app = await createServer(AppModule.for(settings), settings);
  const log = app.get<Log>(LOG);
  await app.listen(settings.API_PORT, settings.API_HOST);
  log.info('api is listening', { host: settings.API_HOST, port: settings.API_PORT });
  let ending = false;
  const end = (signal: string): void => {
    if (ending) return;
    ending = true;
    log.info('api ends', { signal });
    app.close().then(() => process.exit(0), (fault: unknown) => {
      log.fault('api did not end cleanly', fault);
      process.exit(1);
    });
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => { end(signal); });
}

main().catch((fault: unknown) => {
  process.stderr.write(`the api could not start: ${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1);
});

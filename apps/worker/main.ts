import 'reflect-metadata';
import { DiscoveryService, NestFactory } from '@nestjs/core';
import { LOG, NestLog, readSettings } from '#platform';
import type { Log } from '#platform';
import { DataSource } from 'typeorm';
import { reactions } from './reactions.js';
import { WorkerModule } from './worker.module.js';
import { WorkerProcess } from './worker-process.js';

async function main(): Promise<void> {
  const settings = readSettings();
  const app = await NestFactory.createApplicationContext(WorkerModule.for(settings), { bufferLogs: true, abortOnError: false });
  const log = app.get<Log>(LOG);
  app.useLogger(new NestLog(log));
  const worker = await WorkerProcess.start({
    databaseUrl: settings.DATABASE_URL,
    redisUrl: settings.REDIS_URL,
    source: app.get(DataSource),
    log,
    reactions,
    providers: instancesIn(app.get(DiscoveryService)),
  });
  process.on('uncaughtException', (fault) => {
    log.fault('the worker dies of a fault that nobody caught', fault);
    process.exit(1);
  });
  let ending = false;
  const end = (signal: string): void => {
    if (ending) return;
    ending = true;
    log.info('worker ends', { signal });
    worker.stop().then(() => app.close()).then(() => process.exit(0), (fault: unknown) => {
      log.fault('worker did not end cleanly', fault);
      process.exit(1);
    });
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => { end(signal); });
}

function instancesIn(discovery: DiscoveryService): object[] {
  const found = discovery.getProviders().map((provider): unknown => provider.instance);
  return [...new Set(found.filter((instance): instance is object => typeof instance === 'object' && instance !== null))];
}

main().catch((fault: unknown) => {
  process.stderr.write(`the worker could not start: ${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1);
});

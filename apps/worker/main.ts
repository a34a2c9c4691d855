import 'reflect-metadata';
import { DiscoveryService, NestFactory } from '@nestjs/core';
import { endWhenTold, LOG, NestLog, readSettings } from '#platform';
import type { Log, Started } from '#platform';
import { DataSource } from 'typeorm';
import { reactions } from './reactions.js';
import { WorkerModule } from './worker.module.js';
import { WorkerProcess } from './worker-process.js';

async function start(): Promise<Started> {
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
  return {
    log,
    close: async () => {
      await worker.stop();
      await app.close();
    },
  };
}

function instancesIn(discovery: DiscoveryService): object[] {
  const found = discovery.getProviders().map((provider): unknown => provider.instance);
  return [...new Set(found.filter((instance): instance is object => typeof instance === 'object' && instance !== null))];
}

const started = start();
endWhenTold('worker', started);
started.catch((fault: unknown) => {
  process.stderr.write(`the worker could not start: ${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1);
});

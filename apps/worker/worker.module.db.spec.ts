import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allDeclaredFacts, allDeclaredJobs, HandlerTable, settingsFrom, silentLog, SweepRounds } from '#platform';
import { throwawayDatabase } from '#testkit';
import type { ThrowawayDatabase } from '#testkit';
import type { INestApplicationContext } from '@nestjs/common';
import { DiscoveryService, NestFactory } from '@nestjs/core';
import { reactions } from './reactions.js';
import { WorkerModule } from './worker.module.js';

let database: ThrowawayDatabase;
let app: INestApplicationContext;
let providers: object[];

beforeAll(async () => {
  database = await throwawayDatabase([], 2);
  const settings = settingsFrom({ NODE_ENV: 'test', DATABASE_URL: database.url, SMTP_URL: 'smtp://127.0.0.1:1', SECRET_KEY: 'a secret of the tests, long enough to be one', LOG_LEVEL: 'silent' });
  app = await NestFactory.createApplicationContext(WorkerModule.for(settings), { logger: ['error'], abortOnError: false });
  providers = app.get(DiscoveryService).getProviders()
    .map((provider): unknown => (provider.isNotMetatype ? undefined : provider.instance))
    .filter((instance): instance is object => typeof instance === 'object' && instance !== null);
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

describe('the worker', () => {
  it('has exactly one handler for each job that is declared', () => {
    expect(() => new HandlerTable(allDeclaredJobs(), [...new Set(providers)])).not.toThrow();
  });

  it('reacts with declared jobs to declared facts', () => {
    const [jobs, facts] = [allDeclaredJobs(), allDeclaredFacts()].map((all) => new Set(all.map(({ name }) => name)));
    expect(reactions.filter(({ factName, jobName }) => facts?.has(factName) !== true || jobs?.has(jobName) !== true)).toEqual([]);
    expect(reactions.map(({ factName }) => factName)).toEqual(expect.arrayContaining(['places.offered', 'places.offer-expired', 'programme.changed']));
  });

  it('sweeps what time brings about', () => {
    expect(new SweepRounds([...new Set(providers)], silentLog).names).toEqual(expect.arrayContaining(['places', 'reminders', 'housekeeping']));
  });
});

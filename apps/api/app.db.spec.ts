import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { settingsFrom } from '#platform';
import { throwawayDatabase } from '#testkit';
import type { ThrowawayDatabase } from '#testkit';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { LOOK_AGAIN_AFTER_MS } from './http/health.controller.js';
import { createServer } from './http/server.js';

let database: ThrowawayDatabase;
let app: NestFastifyApplication;

beforeAll(async () => {
  database = await throwawayDatabase();
  const settings = settingsFrom({ DATABASE_URL: database.url, SMTP_URL: 'smtp://127.0.0.1:1', SECRET_KEY: 'a secret for tests that nobody else has', LOG_LEVEL: 'silent' });
  app = await createServer(AppModule.for(settings), settings);
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

/** Longer than one look at the readiness is answered again. */
const nextLook = () => setTimeout(LOOK_AGAIN_AFTER_MS + 50);

describe('the whole api', () => {
  it('boots: every operation has one resolver and one rule, every loader is served', async () => {
    const answer = await app.inject({ method: 'POST', url: '/graphql', payload: { query: '{ serverVersion me { id } conferences { totalCount } }' } });
    expect(answer.json()).toEqual({ data: { serverVersion: expect.stringMatching(/^\d+\.\d+\.\d+$/), me: null, conferences: { totalCount: 0 } } });
  });

  it('says that it lives, and that it is not ready while no worker does its work', async () => {
    expect((await app.inject('/livez')).json()).toEqual({ alive: true });
    const before = await app.inject('/readyz');
    expect(before.statusCode).toBe(503);
    expect(before.json()).toMatchObject({ ready: false, database: true, pendingMigrations: 0, outbox: { workers: 0 } });
    await database.source.query("INSERT INTO worker_pulse (worker) VALUES ('one')");
    await nextLook();
    expect((await app.inject('/readyz')).statusCode).toBe(200);
    await database.source.query("INSERT INTO outbox (kind, name, payload, due_at) VALUES ('job', 'x', '{}', now() - interval '3 minutes')");
    await nextLook();
    expect((await app.inject('/readyz')).statusCode).toBe(503);
  });

  it('looks whether it is ready once for many who ask, on connections that it has already', async () => {
    const connections = async () => Number((await database.source.query<{ n: string }[]>('SELECT sessions AS n FROM pg_stat_database WHERE datname = current_database()'))[0]?.n);
    await nextLook();
    await app.inject('/readyz');
    await setTimeout(1_100);
    const before = await connections();
    // From here on one look is good for two seconds.
    await nextLook();
    const answers = await Promise.all(Array.from({ length: 50 }, () => app.inject('/readyz')));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    await setTimeout(1_100);
    expect(await connections() - before).toBeLessThan(5);
  });
});

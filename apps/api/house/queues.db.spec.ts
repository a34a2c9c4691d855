import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { closeQueues, openJobEngine, openQueues, SETTINGS, silentLog } from '#platform';
import type { JobEngine, OpenQueues, Settings } from '#platform';
import { describeWhere, hasRedis, startRedis } from '#testkit';
import type { ThrowawayRedis } from '#testkit';
import { appRoutes } from '@bull-board/api/dist/routes.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WholeApi } from '../testing/whole-api.js';
import type { Asking } from '../testing/whole-api.js';
import { openQueuePages } from './queue-pages.js';

const filled = (route: string): string => `/queues${route.replace(':queueName', 'work').replace(':jobId', 'outbox-7').replace(/:\w+/g, 'failed')}`;
const addresses = (route: { readonly route: string | readonly string[] }): string[] => [route.route].flat().map(filled);
/** Whatever bull-board declares, pages and answers, and what stands beside it. */
const PAGES = [...addresses(appRoutes.entryPoint), '/queues', '/queues/static/favicon.ico', '/queues/nowhere'];
const ROUTES = [...PAGES.map((url) => ({ method: 'GET' as const, url })), ...appRoutes.api.flatMap((route) => {
  const methods = [route.method].flat().map((one) => one.toUpperCase() as 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE');
  return addresses(route).flatMap((url) => methods.map((method) => ({ method, url })));
})];
const WRITING = ROUTES.filter(({ method }) => method !== 'GET');
const COUNTS = 'active completed delayed failed prioritized waiting waiting-children'.split(' ');

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 15_000; !await isSo(); await pause(50)) if (Date.now() > end) throw new Error('it did not come to pass');
}

const engines = (name: string, declare: (redis: () => Promise<ThrowawayRedis | undefined>) => void): void => {
  describe(`${name} on PostgreSQL`, () => { declare(() => Promise.resolve(undefined)); });
  describeWhere(hasRedis(), 'redis-server is not installed')(`${name} on Redis`, () => { declare(startRedis); });
};

engines('the look into the queues', (start) => {
  let redis: ThrowawayRedis | undefined;
  let api: WholeApi;
  let engine: JobEngine;
  let queues: OpenQueues;
  const others = new Map<string, Asking>();

  const ask = async (method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'PATCH' | 'DELETE', url: string, { as = 'staff' }: Asking = {}) => {
    const bearer = as === 'staff' ? 'the-token-of-these-tests-only-000000' : as === 'nobody' ? undefined : as.bearer;
    return api.app.inject({ method, url, headers: bearer === undefined ? {} : { authorization: `Bearer ${bearer}` } });
  };
  const listed = async (query = '') => (await ask('GET', `/queues/api/queues?page=1&jobsPerPage=10${query}`)).json<{ queues: { name: string; counts: Record<string, number>; readOnlyMode: boolean; allowRetries: boolean; isPaused: boolean; jobs: object[] }[] }>().queues;
  const tokenOf = async (role: string): Promise<Asking> => {
    const { secret } = await api.done<{ secret: string }>('mutation ($input: CreateApiTokenInput!) { result: createApiToken(input: $input) { ... on ApiTokenCreated { secret } } }', { input: { name: role, role, scope: { kind: 'INSTALLATION' } } });
    return { as: { bearer: secret } };
  };

  beforeAll(async () => {
    redis = await start();
    api = await WholeApi.open(redis === undefined ? {} : { REDIS_URL: redis.url });
    engine = await openJobEngine({ databaseUrl: api.database.url, redisUrl: redis?.url, onFault: () => undefined });
    queues = await openQueues(engine);
    await queues.get('work')?.addBulk([{ name: 'trial.note', data: { outboxId: '7', email: 'ngozi@example.org' } as { outboxId: string }, opts: { jobId: 'outbox-7', delay: 3_600_000 } }]);
    for (const role of ['ORGANISER', 'VIEWER']) others.set(role, await tokenOf(role));
    others.set('without second factor', { as: await api.signIn('operator@example.org') });
    others.set('a delegate', { as: await api.signIn('ngozi@example.org') });
  }, 60_000);
  afterAll(async () => {
    await closeQueues(queues);
    await api.close();
    await redis?.stop();
  });

  it('is closed on every route to who is nobody, and to whose role is another', async () => {
    expect(ROUTES.length).toBeGreaterThan(30);
    for (const { method, url } of ROUTES) {
      expect([method, url, (await ask(method, url, { as: 'nobody' })).statusCode]).toEqual([method, url, 401]);
      expect([method, url, (await ask(method, url, others.get('VIEWER'))).statusCode]).toEqual([method, url, 403]);
    }
    for (const [who, code] of [['ORGANISER', 'access.denied'], ['a delegate', 'access.denied'], ['without second factor', 'access.second-factor-needed']] as const) {
      const answer = await ask('GET', '/queues/', others.get(who));
      expect([who, answer.statusCode, answer.json<object>()]).toEqual([who, 403, expect.objectContaining({ code })]);
    }
  }, 60_000);

  it('shows every queue of the house by its name with its counts', async () => {
    expect((await ask('GET', '/queues/')).body).toContain('<div id="root">');
    const all = await listed();
    expect(all.map(({ name }) => name)).toEqual(['letters', 'campaigns', 'work']);
    expect(all.map(({ counts }) => counts['delayed'])).toEqual([0, 0, 1]);
    for (const { counts, readOnlyMode, allowRetries } of all) expect([Object.keys(counts).toSorted(), readOnlyMode, allowRetries]).toEqual([expect.arrayContaining(COUNTS), true, false]);
    expect((await ask('GET', '/queues/api/redis/stats')).json<object>()).toEqual(expect.objectContaining({ backend: redis === undefined ? 'postgres' : 'redis' }));
    expect((await ask('HEAD', '/queues/')).statusCode).toBe(200);
  });

  it('tells of a job no more than the number of its outbox row', async () => {
    const [, , work] = await listed('&activeQueue=work&status=delayed');
    expect(work?.jobs).toEqual([expect.objectContaining({ id: 'outbox-7', name: 'trial.note', data: { outboxId: '7' } })]);
    const one = await ask('GET', '/queues/api/queues/work/outbox-7');
    expect(one.json<{ job: object }>().job).toEqual(expect.objectContaining({ id: 'outbox-7', data: { outboxId: '7' }, stacktrace: [] }));
    expect(one.body).not.toContain('ngozi');
  });

  it('tells why a job failed as the log does: without addresses and numbers, and without its places in the code', async () => {
    const worker = engine.worker('letters', () => Promise.reject(new Error('no letter to ngozi@example.org, passport A01234567')), { concurrency: 1 });
    await queues.get('letters')?.addBulk([{ name: 'trial.note', data: { outboxId: '8' }, opts: { jobId: 'outbox-8' } }]);
    await until(async () => (await listed()).find(({ name }) => name === 'letters')?.counts['failed'] === 1);
    await worker.close();
    const one = await ask('GET', '/queues/api/queues/letters/outbox-8');
    expect(one.json<{ job: object }>().job).toEqual(expect.objectContaining({ failedReason: 'no letter to [address], passport [document]', stacktrace: [], isFailed: true }));
    const list = await ask('GET', '/queues/api/queues?page=1&jobsPerPage=10&activeQueue=letters&status=failed');
    for (const { body } of [one, list]) expect([body.includes('ngozi'), body.includes('A01234567'), body.includes('.spec.ts')]).toEqual([false, false, false]);
    for (const more of ['logs', 'flow']) expect((await ask('GET', `/queues/api/queues/letters/outbox-8/${more}`)).body).not.toContain('ngozi');
  }, 20_000);

  it('changes nothing, whatever it is told', async () => {
    const before = await listed();
    expect(WRITING.length).toBeGreaterThan(15);
    for (const { method, url } of WRITING) {
      const answer = await ask(method, url);
      expect([method, url, answer.statusCode, answer.headers['allow']]).toEqual([method, url, 405, 'GET, HEAD']);
    }
    expect(await listed()).toEqual(before);
  });

  it('would change nothing if the door stood open: the queues are for reading', async () => {
    const before = await listed();
    const pages = await openQueuePages(api.app.get<Settings>(SETTINGS), silentLog);
    const open = createServer((request, response) => { pages.answer(request, response); }).listen(0, '127.0.0.1');
    await once(open, 'listening');
    const { port } = open.address() as AddressInfo;
    for (const { method, url } of WRITING) {
      const answer = await fetch(`http://127.0.0.1:${String(port)}${url}`, { method, headers: { 'content-type': 'application/json' }, body: '{"concurrency":3,"max":1,"duration":1000,"name":"trial.note","data":{},"options":{}}' });
      expect([method, url, answer.status]).not.toEqual([method, url, 401]);
    }
    open.close();
    await pages.close();
    expect(await listed()).toEqual(before);
  });
});

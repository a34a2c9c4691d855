import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anonymousActor } from '#identity';
import { RateLimiter } from '#platform';
import { Controller, Get, Module, UseGuards } from '@nestjs/common';
import { Args, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { RouteLimit } from '../http/route-limit.js';
import { shellUnderTest } from '../testing/shell-under-test.js';
import type { ShellUnderTest } from '../testing/shell-under-test.js';
import { Public } from './access.decorators.js';
import { LIMIT_OF_QUERIES, LIMIT_OF_REGISTERING, LIMIT_OF_ROUTES, MutationLimits } from './mutation-limits.js';
import { QUERY_LIMITS } from './query-limits.js';

const sdl = `
  scalar DateTime
  scalar Date
  scalar LocalDateTime
  scalar LocalizedText
  scalar Json
  interface Refusal { code: String! message: String! }
  type PlainRefusal implements Refusal { code: String! message: String! }
  type Link { email: String! }
  union LinkResult = Link | PlainRefusal
  input LinkInput { email: String! }
  type Stop { id: ID! next: Stop friends: [Stop!]! page(first: Int = 50): StopConnection! }
  type StopConnection { edges: [StopEdge!]! }
  type StopEdge { node: Stop! }
  type Query { stop: Stop }
  type Mutation { requestSignInLink(input: LinkInput!): LinkResult! }`;

let calls = 0;
const stop = { id: '1' };

@Resolver('Stop')
class StopResolver {
  @Query('stop') @Public()
  stop(): object { return stop; }

  @ResolveField('next')
  next(): object { calls += 1; return stop; }

  @ResolveField('friends')
  friends(): object[] { calls += 1; return Array<object>(10).fill(stop); }

  @ResolveField('page')
  page(): object { return { edges: [{ node: stop }] }; }

  @Mutation('requestSignInLink') @Public()
  link(@Args('input') { email }: { email: string }): object { return { email }; }
}

@Controller('exports')
@UseGuards(RouteLimit('exports'))
class Exports {
  @Get()
  whole(): string { return 'everything'; }
}

@Module({ controllers: [Exports] })
class ExportsModule {}

let shell: ShellUnderTest;
let origin: string;

beforeAll(async () => {
  shell = await shellUnderTest({ sdl, providers: [StopResolver], imports: [ExportsModule], limits: { connectionTimeout: 20_000, requestTimeout: 600, keepAliveTimeout: 1_000, connectionsCheckingInterval: 100 } });
  await shell.app.listen(0, '127.0.0.1');
  const address = shell.app.getHttpServer().address() as AddressInfo;
  origin = `http://127.0.0.1:${address.port}`;
});
afterAll(() => shell.close());

const nested = (depth: number, field: string): string => `${`{ ${field} `.repeat(depth)} { id } ${'}'.repeat(depth)}`;

async function refusedCheaply(query: string, variables: Record<string, unknown> = {}): Promise<unknown> {
  calls = 0;
  const before = process.cpuUsage();
  const answer = await shell.ask(query, { variables });
  const { user, system } = process.cpuUsage(before);
  expect(answer.status).toBe(400);
  expect(calls).toBe(0);
  // A second of work, however long the machine lets it wait for its turn.
  expect(user + system).toBeLessThan(1_000_000);
  return answer.errors[0]?.extensions;
}

describe('a query is refused before anything runs', () => {
  it('200 levels deep', async () => {
    expect(await refusedCheaply(`{ stop ${nested(200, 'friends')} }`)).toMatchObject({ code: 'limit.query', limit: 'levels' });
  });

  it('200 levels deep by way of fragments', async () => {
    const fragments = Array.from({ length: 40 }, (_, n) => `fragment F${n} on Stop { next { friends { ${n === 39 ? 'id' : `...F${n + 1}`} } } }`);
    expect(await refusedCheaply(`{ stop { ...F0 } } ${fragments.join(' ')}`)).toMatchObject({ code: 'limit.query', limit: 'levels' });
  });

  it('with fragments that multiply at each step', async () => {
    const fragments = Array.from({ length: 10 }, (_, n) => `fragment D${n} on Stop { next { ...D${n + 1} } again: next { ...D${n + 1} } friends { ...D${n + 1} } }`);
    expect(await refusedCheaply(`{ stop { ...D0 } } ${fragments.join(' ')} fragment D10 on Stop { id }`)).toMatchObject({ code: 'limit.query', limit: 'objects' });
  });

  it('with a fragment within itself', async () => {
    expect(await refusedCheaply('{ stop { ...A } } fragment A on Stop { next { ...B } } fragment B on Stop { next { ...A } }')).toEqual({ code: 'input.malformed' });
  });

  it('with a thousand aliases', async () => {
    const aliases = Array.from({ length: 1_000 }, (_, n) => `a${n}: stop { id }`).join(' ');
    expect(await refusedCheaply(`{ ${aliases} }`)).toEqual({ code: 'input.malformed' });
    const fewer = Array.from({ length: QUERY_LIMITS.aliases + 1 }, (_, n) => `a${n}: stop { id }`).join(' ');
    expect(await refusedCheaply(`{ ${fewer} }`)).toMatchObject({ code: 'limit.query', limit: 'aliases' });
  });

  it('of very many words', async () => {
    expect(await refusedCheaply(`{ stop { ${'id '.repeat(QUERY_LIMITS.tokens)} } }`)).toEqual({ code: 'input.malformed' });
  });

  it('that may answer too much, also where the number is in a variable', async () => {
    const query = 'query($n: Int) { stop { page(first: $n) { edges { node { page(first: $n) { edges { node { id } } } } } } } }';
    expect(await refusedCheaply(query, { n: 200 })).toMatchObject({ code: 'limit.query', limit: 'objects' });
    expect((await shell.ask(query, { variables: { n: 20 } })).errors).toEqual([]);
  });

  it('and one as deep as our own pages is answered', async () => {
    expect((await shell.ask(`{ stop ${nested(10, 'next')} }`)).errors).toEqual([]);
  });
});

describe('mutations are counted call by call', () => {
  const flood = (from: number, to: number): string =>
    `mutation { ${Array.from({ length: to - from }, (_, n) => `l${n}: requestSignInLink(input: { email: "guest${from + n}@example.org" }) { __typename ... on Refusal { code } }`).join(' ')} }`;

  it('under aliases too, by address, and another address is not touched', async () => {
    const answers = [await shell.ask(flood(0, 15), { address: '203.0.113.7' }), await shell.ask(flood(15, 30), { address: '203.0.113.7' })];
    const results = answers.flatMap(({ data }) => Object.values(data ?? {}) as { code?: string }[]);
    expect(results.filter(({ code }) => code === 'limit.reached')).toHaveLength(10);
    const other = await shell.ask(flood(30, 31), { address: '203.0.113.8' });
    expect(other.data).toEqual({ l0: { __typename: 'Link' } });
  });

  it('by mailbox, from wherever they come', async () => {
    const one = 'mutation { requestSignInLink(input: { email: "Amina@Example.org" }) { ... on Refusal { code } } }';
    const codes: unknown[] = [];
    for (let n = 0; n < 6; n += 1) codes.push((await shell.ask(one, { address: `198.51.100.${n}` })).data);
    expect(codes.slice(0, 5)).toEqual(Array(5).fill({ requestSignInLink: {} }));
    expect(codes[5]).toEqual({ requestSignInLink: { code: 'limit.reached' } });
  });

  it('by house where addresses are many: an IPv6 network is one', async () => {
    await shell.ask(flood(100, 120), { address: '2001:db8:1:2::1' });
    const answer = await shell.ask(flood(120, 121), { address: '2001:db8:1:2:ffff::9' });
    expect(answer.data).toEqual({ l0: { __typename: 'PlainRefusal', code: 'limit.reached' } });
  });
});

describe('what is refused where a person is registered already', () => {
  const asked = (kind: 'ACCOUNT' | 'TOKEN', principal: string, operation: string) =>
    shell.app.get(MutationLimits, { strict: false }).refusalOf(operation, {}, { ...anonymousActor('203.0.113.40', 'en'), kind, principal });

  it('is counted by account, all ways together, so that documents cannot be tried one by one', async () => {
    const { limit } = LIMIT_OF_REGISTERING;
    await shell.app.get(RateLimiter, { strict: false }).take('registering:account:curious', limit - 2, LIMIT_OF_REGISTERING);
    const answers: unknown[] = [];
    for (const operation of ['registerDelegate', 'updateRegistration', 'submitRegistration', 'startRegistration', 'updateRegistration']) answers.push((await asked('ACCOUNT', 'account:curious', operation))?.refused);
    expect(answers).toEqual([undefined, undefined, ...Array<string>(3).fill('limit.reached')]);
    expect(await asked('ACCOUNT', 'account:curious', 'withdrawRegistration')).toBeUndefined();
    expect(await asked('ACCOUNT', 'account:other', 'updateRegistration')).toBeUndefined();
    expect(await asked('TOKEN', 'account:curious', 'updateRegistration')).toBeUndefined();
  });
});

describe('what reads is counted too', () => {
  it('queries by address: the last is answered, the next must wait, and another address is not touched', async () => {
    const { limit } = LIMIT_OF_QUERIES.ANONYMOUS;
    await shell.app.get(RateLimiter, { strict: false }).take('query:address:203.0.113.20', limit - 1, LIMIT_OF_QUERIES.ANONYMOUS);
    expect((await shell.ask('{ stop { id } }', { address: '203.0.113.20' })).data).toEqual({ stop: { id: '1' } });
    const refused = await shell.ask('{ stop { id } }', { address: '203.0.113.20' });
    expect([refused.status, refused.errors[0]?.extensions]).toEqual([429, { code: 'limit.reached', seconds: expect.any(Number) }]);
    expect((await shell.ask('{ stop { id } }', { address: '203.0.113.21' })).status).toBe(200);
  });

  it('routes beside GraphQL by address, answered with when to come again', async () => {
    const get = (address: string) => shell.app.inject({ method: 'GET', url: '/exports', headers: { 'x-forwarded-for': address } });
    const statuses: number[] = [];
    for (let n = 0; n < LIMIT_OF_ROUTES.exports.limit; n += 1) statuses.push((await get('203.0.113.30')).statusCode);
    expect(new Set(statuses)).toEqual(new Set([200]));
    const refused = await get('203.0.113.30');
    expect([refused.statusCode, refused.json<{ code: string }>().code, Number(refused.headers['retry-after']) > 0]).toEqual([429, 'limit.reached', true]);
    expect((await get('203.0.113.31')).statusCode).toBe(200);
  });
});

describe('at the door', () => {
  const post = (body: string, headers: Record<string, string> = {}) => fetch(`${origin}/graphql`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
  const query = JSON.stringify({ query: '{ stop { id } }' });

  it.each([
    ['a mutation by GET', () => fetch(`${origin}/graphql?query=${encodeURIComponent('mutation { requestSignInLink(input: { email: "a@example.org" }) { __typename } }')}`, { headers: { 'apollo-require-preflight': '1' } }), 405],
    ['a GET that a foreign page could make', () => fetch(`${origin}/graphql?query=${encodeURIComponent('{ stop { id } }')}`), 400],
    ['a form of a foreign page', () => fetch(`${origin}/graphql`, { method: 'POST', body: query, headers: { 'content-type': 'text/plain' } }), 400],
    ['a batch', () => post(`[${query},${query}]`), 400],
    ['a body of two megabytes', () => post(JSON.stringify({ query: '{ stop { id } }', variables: { waste: 'x'.repeat(2_000_000) } })), 413],
    ['a page of another origin with a cookie', () => post(query, { cookie: 'a=b', origin: 'https://evil.example' }), 403],
    ['a page of another site with a cookie and no origin', () => post(query, { cookie: 'a=b', 'sec-fetch-site': 'cross-site' }), 403],
  ])('%s is refused', async (_what, send, status) => {
    const answer = await send();
    await answer.text();
    expect(answer.status).toBe(status);
  });

  it('our own pages and programs come in', async () => {
    expect((await post(query, { cookie: 'a=b', origin: 'http://localhost:3000' })).status).toBe(200);
    expect((await post(query)).status).toBe(200);
  });

  it.each([['that sends its headers drop by drop', 'POST /graphql HTTP/1.1\r\nHost: x\r\n'], ['that never sends its body', 'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{']])(
    'a client %s is cut off, and others are answered meanwhile', async (_what, start) => {
      const socket = connect(Number(new URL(origin).port), '127.0.0.1');
      const closed = new Promise<number>((resolve) => { const since = Date.now(); socket.on('close', () => { resolve(Date.now() - since); }); });
      socket.on('error', () => undefined);
      socket.write(start);
      const drip = setInterval(() => { socket.write('X'); }, 100);
      try {
        expect((await post(query)).status).toBe(200);
        expect(await closed).toBeLessThan(5_000);
      } finally {
        clearInterval(drip);
        socket.destroy();
      }
    });
});

describe('in production', () => {
  it('the schema is not told, nor hinted at', async () => {
    const production = await shellUnderTest({ sdl, providers: [StopResolver], settings: { NODE_ENV: 'production' } });
    try {
      expect((await production.ask('{ __schema { types { name } } }')).errors[0]?.extensions).toEqual({ code: 'input.malformed' });
      expect((await production.ask('{ stap { id } }')).errors[0]?.message).not.toContain('stop');
    } finally {
      await production.close();
    }
    expect((await shell.ask('{ __schema { queryType { name } } }')).data).toEqual({ __schema: { queryType: { name: 'Query' } } });
  });
});

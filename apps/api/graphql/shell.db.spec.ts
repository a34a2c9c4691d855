import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { invalid, refuse } from '#kernel';
import type { Refusal } from '#kernel';
import { Args, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { shellUnderTest } from '../testing/shell-under-test.js';
import type { ShellUnderTest } from '../testing/shell-under-test.js';
import { Allow, Public, SignedIn } from './access.decorators.js';
import { Refused } from './refused.js';
import { QueryFailedError } from 'typeorm';

const sdl = `
  scalar DateTime
  scalar Date
  scalar LocalDateTime
  scalar LocalizedText
  scalar Json
  interface Refusal { code: String! message: String! }
  type PlainRefusal implements Refusal { code: String! message: String! }
  type InvalidInput implements Refusal { code: String! message: String! problems: [FieldProblem!]! }
  type FieldProblem { path: String! code: String! message: String! }
  type NoPlaces implements Refusal { code: String! message: String! remaining: Int! lineOpen: Boolean! }
  type Bus { id: ID! title: LocalizedText leavesAt: DateTime riders: [Bus!]! guide: Bus }
  union BookResult = Bus | NoPlaces | InvalidInput | PlainRefusal
  union NameResult = Bus | PlainRefusal
  input BusInput { kind: String! }
  type Query { bus(title: LocalizedText, at: DateTime, day: Date, clock: LocalDateTime): Bus hidden: Bus secret: Bus broken: Bus crowded: Bus refused: Bus }
  type Mutation { book(input: BusInput!): BookResult! name: NameResult! staffOnly: NameResult! own: NameResult! }`;

const bus = { id: '1', title: { en: 'Coach 1' }, leavesAt: new Date('2026-06-01T01:30:00Z') };

/** As PostgreSQL says that somebody else kept a row too long. */
function lockTimeout(): Error {
  return new QueryFailedError('SELECT 1', [], Object.assign(new Error('canceling statement due to lock timeout'), { code: '55P03' }));
}

@Resolver('Bus')
class BusResolver {
  @Query('bus') @Public()
  bus(@Args('title') title?: object, @Args('at') at?: Date): object {
    return { ...bus, title: title ?? bus.title, leavesAt: at ?? bus.leavesAt };
  }

  @Query('hidden') @Allow('audit.read')
  hidden(): object {
    return bus;
  }

  @Query('secret') @SignedIn()
  secret(): object {
    return bus;
  }

  @Query('broken') @Public()
  broken(): object {
    throw new Error('the password of the database is 42');
  }

  @Query('crowded') @Public()
  crowded(): object {
    throw lockTimeout();
  }

  @Query('refused') @Public()
  refused(): Refusal {
    return refuse('role.unknown');
  }

  @Mutation('book') @Public()
  book(@Args('input') { kind }: { kind: string }): object {
    if (kind === 'full') return refuse('places.full', { remaining: 0, lineOpen: true });
    if (kind === 'bad') return invalid([{ path: 'kind', code: 'too-long', data: { max: 3 } }]);
    if (kind === 'strange') return refuse('role.unknown');
    if (kind === 'thrown') throw new Refused(refuse('role.unknown'));
    if (kind === 'crowded') throw new Error('timeout exceeded when trying to connect');
    if (kind === 'broken') throw new Error('relation "passport" does not exist');
    return bus;
  }

  @Mutation('name') @Public()
  name(): Refusal {
    return refuse('places.full', { remaining: 0, lineOpen: true });
  }

  @Mutation('staffOnly') @Allow('roles.grant')
  staffOnly(): object {
    return bus;
  }

  @Mutation('own') @SignedIn()
  own(): object {
    return bus;
  }

  @ResolveField('riders')
  riders(): object[] {
    return [bus];
  }

  @ResolveField('guide')
  guide(): object {
    throw new Refused(refuse('access.denied'));
  }
}

let shell: ShellUnderTest;
const said: string[] = [];
const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, fault: (_message: string, fault: unknown) => { said.push(String(fault)); return 'F-TESTS'; } };

beforeAll(async () => {
  shell = await shellUnderTest({ sdl, providers: [BusResolver], platform: { log } });
});
afterAll(() => shell.close());

const book = (kind: string, headers: Record<string, string> = {}) =>
  shell.ask('mutation($kind: String!) { book(input: { kind: $kind }) { __typename ... on Bus { id } ... on Refusal { code message } ... on NoPlaces { remaining lineOpen } ... on InvalidInput { problems { path code message } } } }', { variables: { kind }, headers });

describe('results of mutations', () => {
  it('are the one type of success, or the refusal type of the code', async () => {
    expect((await book('good')).data).toEqual({ book: { __typename: 'Bus', id: '1' } });
    expect((await book('full')).data).toEqual({ book: { __typename: 'NoPlaces', code: 'places.full', message: expect.any(String), remaining: 0, lineOpen: true } });
    expect((await book('strange')).data).toEqual({ book: { __typename: 'PlainRefusal', code: 'role.unknown', message: 'There is no such role.' } });
  });

  it('speak the language of the request', async () => {
    const answer = await book('bad', { 'accept-language': 'zh-CN' });
    expect(answer.data).toEqual({ book: { __typename: 'InvalidInput', code: 'input.invalid', message: expect.stringMatching(/\p{Script=Han}/u), problems: [{ path: 'kind', code: 'too-long', message: expect.stringMatching(/3/) }] } });
  });

  it('fall back to a plain refusal where the union has no better type', async () => {
    expect((await shell.ask('mutation { name { __typename ... on Refusal { code } } }')).data).toEqual({ name: { __typename: 'PlainRefusal', code: 'places.full' } });
  });

  it('take a thrown refusal as one', async () => {
    expect((await book('thrown')).data).toMatchObject({ book: { __typename: 'PlainRefusal', code: 'role.unknown' } });
  });
});

describe('guards', () => {
  it('deny mutations as data', async () => {
    const answer = await shell.ask('mutation { staffOnly { __typename ... on Refusal { code } } own { ... on Refusal { code } } }');
    expect(answer.data).toEqual({ staffOnly: { __typename: 'PlainRefusal', code: 'access.sign-in-needed' }, own: { code: 'access.sign-in-needed' } });
  });

  it('deny queries as errors with a code', async () => {
    const answer = await shell.ask('{ hidden { id } secret { id } bus { id guide { id } } }');
    expect(answer.errors.map(({ extensions }) => extensions['code'])).toEqual(expect.arrayContaining(['access.sign-in-needed', 'access.denied']));
    expect(answer.data).toEqual({ hidden: null, secret: null, bus: { id: '1', guide: null } });
  });

  it('make the boot fail where an operation has no resolver or no rule', async () => {
    @Resolver()
    class Careless {
      @Query('bus')
      bus(): object { return bus; }
    }
    const boot = shellUnderTest({ sdl, providers: [Careless] });
    await expect(boot).rejects.toThrow(/Query\.bus \(Careless\.bus\) says not who may call it.*Query\.hidden has no resolver/);
  });
});

describe('faults', () => {
  it('tell an id and nothing else, on queries and mutations', async () => {
    for (const answer of [await shell.ask('{ broken { id } }'), await book('broken')]) {
      expect(JSON.stringify(answer)).not.toMatch(/password|42|passport|relation/);
      expect(answer.errors[0]).toMatchObject({ message: expect.stringContaining('F-TESTS'), extensions: { code: 'fault.internal', faultId: 'F-TESTS' } });
    }
    expect(said.join()).toContain('the password of the database is 42');
  });

  it('are not that somebody else keeps a row, or all connections, too long: that is refused, to be tried again', async () => {
    expect((await shell.ask('{ crowded { id } }')).errors[0]).toMatchObject({ message: expect.stringContaining('again'), extensions: { code: 'limit.busy' } });
    expect((await book('crowded')).data).toEqual({ book: { __typename: 'PlainRefusal', code: 'limit.busy', message: expect.stringContaining('again') } });
  });

  it('are not what a query refuses', async () => {
    expect((await shell.ask('{ refused { id } }')).errors[0]).toMatchObject({ message: 'There is no such role.', extensions: { code: 'role.unknown' } });
  });
});

describe('input', () => {
  it.each([
    ['an unknown field', 'mutation { book(input: { kind: "good", color: "red" }) { __typename } }', {}],
    ['an unknown field in variables', 'mutation($i: BusInput!) { book(input: $i) { __typename } }', { i: { kind: 'good', color: 'red' } }],
    ['a query that does not parse', '{ bus {', {}],
    ['an unknown tag', '{ bus(title: { nonsense_tag: "x" }) { id } }', {}],
    ['a control character', 'query($t: LocalizedText) { bus(title: $t) { id } }', { t: { en: 'Coach\u202e1' } }],
    ['a day that is none', '{ bus(day: "2026-02-30") { id } }', {}],
    ['an instant without a zone', '{ bus(at: "2026-06-01T09:30") { id } }', {}],
    ['a wall clock with a zone', '{ bus(clock: "2026-06-01T09:30Z") { id } }', {}],
  ])('is refused with input.malformed: %s', async (_what, query, variables) => {
    const answer = await shell.ask(query, { variables });
    expect(answer.status).toBe(400);
    expect(answer.errors[0]?.extensions).toEqual({ code: 'input.malformed' });
  });

  it('is normalised: canonical tags, NFC, line breaks kept', async () => {
    const answer = await shell.ask('query($t: LocalizedText) { bus(title: $t, at: "2026-06-01T09:30:00+08:00") { title leavesAt } }', { variables: { t: { 'ZH-hans': 'Cafe\u0301\r\n咖啡' } } });
    expect(answer.data).toEqual({ bus: { title: { 'zh-Hans': 'Café\n咖啡' }, leavesAt: '2026-06-01T01:30:00.000Z' } });
  });
});

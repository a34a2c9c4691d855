import { describe, expect, it } from '@jest/globals';
import { buildSchema, Kind, parse, print } from 'graphql';
import { KeptFields } from './kept-fields.js';
import { KeptStore } from './kept-store.js';
import { split } from './split.js';
import type { Split } from './split.js';
import { Way } from './way.js';
import { cut, weave, weaveNothing } from './weave.js';

const schema = buildSchema(`
  interface Thing { id: ID! }
  type Query { programme(slug: String!): Programme me: Account }
  type Account { id: ID! }
  type Programme { title: String forums: [Forum!]! thing: Thing }
  type Forum implements Thing { id: ID! title: String mine: String isOpen: Boolean sessions: [Session!]! places: Int }
  type Session { title: String isOpen: Boolean }`);
const fields = new KeptFields();
fields.declare('Query', ['programme'], { conferenceBy: 'slug' });
fields.declare('Programme', ['title', 'forums', 'thing']);
fields.declare('Forum', ['id', 'title', 'sessions']);
fields.declare('Forum', ['mine'], { ownOnly: true });
fields.declare('Forum', ['places'], { pools: 'FORUM' });
fields.declare('Session', ['title']);

function parted(query: string, variables: Readonly<Record<string, unknown>> = {}): Split | undefined {
  const document = parse(query);
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  return operation === undefined ? undefined : split(fields, schema, document, operation, variables);
}
const short = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('a query taken apart', () => {
  it('keeps what is declared, and reads the rest by the way that leads there', () => {
    const parts = parted('query ($slug: String!) { programme(slug: $slug) { title forums { title mine } } me { id } }', { slug: 'chengdu' });
    expect(short(print(parts?.kept ?? parse('{ me }')))).toBe('query ($slug: String!) { programme(slug: $slug) { title forums { title mine: __typename __at: id } } me: __typename }');
    expect(short(print(parts?.rest ?? parse('{ me }')))).toBe('query ($slug: String!) { programme(slug: $slug) { forums { mine __at: id } } me { id } }');
    expect([parts?.slug, parts?.pools, parts?.restForStrangers, [...parts?.leading ?? []]]).toEqual(['chengdu', [], true, ['programme/forums', 'programme']]);
  });

  it('spares strangers what would be their own', () => {
    expect(parted('{ programme(slug: "a") { forums { mine places } } }')).toMatchObject({ restForStrangers: false, pools: ['FORUM'] });
    expect(parted('{ programme(slug: "a") { forums { title } } }')).toMatchObject({ rest: undefined, pools: [] });
  });

  it('spreads fragments and minds @include and @skip with the variables', () => {
    const query = 'query ($own: Boolean! = false) { programme(slug: "a") { ...P } } fragment P on Programme { forums { title ... on Forum @include(if: $own) { isOpen } mine @skip(if: true) } }';
    expect(parted(query)?.rest).toBeUndefined();
    expect(parted(query, { own: true })).toMatchObject({ restForStrangers: true });
  });

  it.each([
    ['nothing is declared', '{ me { id } }'],
    ['two conferences are asked for', '{ one: programme(slug: "a") { title } other: programme(slug: "b") { title } }'],
    ['a key is asked for twice', '{ programme(slug: "a") { forums { id } forums { title } } }'],
    ['what is asked for may be of several types', '{ programme(slug: "a") { thing { id } } }'],
    ['elements that have no id hold something that is read anew', '{ programme(slug: "a") { forums { sessions { isOpen } } } }'],
    ['the key of our own is asked for', '{ programme(slug: "a") { forums { __at: title mine } } }'],
    ['a variable is missing', 'query ($slug: String!) { programme(slug: $slug) { title } }'],
    ['no conference can have such an address', '{ programme(slug: "a\\u0000") { title } }'],
  ])('is left whole where %s', (_, query) => {
    expect(parted(query)).toBeUndefined();
  });
});

describe('an answer woven together', () => {
  const parts = parted('{ programme(slug: "a") { forums { title mine } } me { id } }');
  const holes = parts?.holes ?? [];
  const kept = () => cut({ programme: { forums: [{ title: 'one "', mine: 'Forum', __at: '1' }, { title: 'two', mine: 'Forum', __at: '2' }] }, me: 'Query' }, holes);
  const rest = (ids: readonly string[]) => ({ programme: { forums: ids.map((id) => ({ mine: `of ${id}`, __at: id })) }, me: null });

  it('has each part in its place', () => {
    expect(JSON.parse(weave(kept(), holes, rest(['1', '2'])) ?? '')).toEqual({ programme: { forums: [{ title: 'one "', mine: 'of 1' }, { title: 'two', mine: 'of 2' }] }, me: null });
    expect(JSON.parse(weaveNothing(kept()))).toEqual({ programme: { forums: [{ title: 'one "', mine: null }, { title: 'two', mine: null }] }, me: null });
  });

  it.each([[['2', '1']], [['1']], [['1', '2', '3']], [[]]])('is none where the rest was read of others: %j', (ids) => {
    expect(weave(kept(), holes, rest(ids))).toBeUndefined();
  });

  it('is none where there is nothing on one side', () => {
    expect(weave(kept(), holes, { programme: null, me: null })).toBeUndefined();
  });
});

describe('the store', () => {
  it('holds no more than its bytes, and lets go first what was longest not asked for', () => {
    const parts = parted('{ programme(slug: "a") { title } }');
    if (parts === undefined) throw new Error('not taken apart');
    const store = new KeptStore(10_000);
    const put = (key: string, length: number): void => { store.put(key, { split: parts, stamp: '1', cut: { chunks: ['x'.repeat(length)], way: '' }, way: new Way(parts.leading), bytes: undefined }); };
    for (const key of ['a', 'b', 'c', 'd']) put(key, 1_000);
    store.get('a');
    put('e', 1_000);
    put('too large', 5_000);
    expect(['a', 'b', 'c', 'd', 'e', 'too large'].filter((key) => store.get(key) !== undefined)).toEqual(['a', 'c', 'd', 'e']);
    for (let n = 0; n < 100; n += 1) put(`key ${n}`, n * 10);
    expect(store.bytes).toBeLessThanOrEqual(10_000);
  });
});

describe('what is declared', () => {
  it('must be in the schema, open to everybody, and name its conference', () => {
    expect(() => { fields.check(schema, () => true); }).not.toThrow();
    expect(() => { fields.check(schema, () => false); }).toThrow('Query.programme is kept, but not open to everybody');
    const wrong = new KeptFields();
    wrong.declare('Forum', ['colour']);
    wrong.declare('Query', ['me']);
    expect(() => { wrong.check(schema, () => true); }).toThrow('Forum.colour is kept, but not in the schema; Query.me is kept, but says not under which conference');
  });
});

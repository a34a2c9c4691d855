import { getNamedType, getNullableType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import type { GraphQLField, GraphQLInputType } from 'graphql';

/** What a name of an argument or input field stands for in the conference under test. */
export type Known = Readonly<Record<string, unknown>>;

const BY_TYPE: Readonly<Record<string, unknown>> = {
  ID: '01980000-0000-7000-8000-0000000000ee', String: 'text', Int: 1, Float: 1, Boolean: true, Date: '2026-06-02', DateTime: '2026-06-01T01:00:00.000Z',
  LocalDateTime: '2026-06-01T09:00', LocalizedText: { en: 'Text' }, Json: {},
};

/** The arguments that an operation cannot do without, each of the right type; those that are known by name point to real things. */
export function madeUpArguments(field: GraphQLField<unknown, unknown>, known: Known): Record<string, unknown> {
  return Object.fromEntries(field.args.filter(({ name, type }) => name in known || isNonNullType(type)).map(({ name, type }) => [name, valueFor(name, type, known)]));
}

function valueFor(name: string, type: GraphQLInputType, known: Known): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) return [valueFor(name === 'ids' ? 'id' : name, bare.ofType, known)];
  if (isInputObjectType(bare)) {
    const fields = Object.values(bare.getFields()).filter((field) => isNonNullType(field.type) || (field.name in known && !isInputObjectType(getNamedType(field.type))));
    return Object.fromEntries(fields.map((field) => [field.name, valueFor(field.name, field.type, known)]));
  }
  if (isEnumType(bare)) return known[name] ?? bare.getValues()[0]?.name;
  return known[name] ?? BY_TYPE[getNamedType(type).name];
}

/** The operation as a document with variables, asking for the type of its result and what a refusal or a list says. */
export function documentFor(kind: 'query' | 'mutation', field: GraphQLField<unknown, unknown>, args: Readonly<Record<string, unknown>>): string {
  const used = field.args.filter(({ name }) => name in args);
  const variables = used.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = used.map(({ name }) => `${name}: $${name}`).join(', ');
  const type = getNamedType(field.type).name;
  const each = type === 'DecideRegistrationsResult' ? '... on RegistrationsDecided { outcomes { refusal { code } } }' : '';
  const selection = kind === 'mutation' ? (type === 'String' ? '' : `{ __typename ... on Refusal { code } ${each} }`)
    : type.endsWith('Connection') ? '{ __typename totalCount }' : ['String', 'Boolean', 'Int'].includes(type) ? '' : '{ __typename }';
  return `${kind}${variables === '' ? '' : ` (${variables})`} { result: ${field.name}${passed === '' ? '' : `(${passed})`} ${selection} }`;
}

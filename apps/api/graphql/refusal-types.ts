import { isRefusal } from '#kernel';
import type { FieldProblem, Refusal } from '#kernel';
import { isInterfaceType, isObjectType, isUnionType } from 'graphql';
import type { GraphQLObjectType, GraphQLSchema, GraphQLUnionType } from 'graphql';
import type { RequestContext } from './request-context.js';
import { sayProblem, sayRefusal } from './speak.js';

/** Which type of the schema tells a refusal best, by its code or the first part of it; all others are a PlainRefusal. */
const TYPE_OF_CODE: Readonly<Record<string, string>> = {
  'input.invalid': 'InvalidInput',
  'places.full': 'NoPlaces',
  'places.no-line': 'NoPlaces',
  'places.line-full': 'NoPlaces',
  'places.below-taken': 'BelowTaken',
  'contact.known': 'ContactKnown',
  'campaign.count-differs': 'CountDiffers',
  'registration.count-differs': 'CountDiffers',
  'agenda.clash': 'Clash',
  'registration.exists': 'AlreadyRegistered',
  'registration.link-sent': 'LinkSent',
  'programme.room-taken': 'RoomTaken',
  'forum.changed-meanwhile': 'ChangedMeanwhile',
  'session.changed-meanwhile': 'ChangedMeanwhile',
};
const PLAIN = 'PlainRefusal';

/** The member of a union that tells this refusal. */
export function refusalTypeIn(union: readonly string[], code: string): string {
  const own = TYPE_OF_CODE[code];
  return own !== undefined && union.includes(own) ? own : PLAIN;
}

/**
 * Lets the kernel's Refusal be the value of every refusal type: `code` and `message` come from it, other fields from
 * its data unless a resolver of their own reads them (its parent is the Refusal). The one other member of a result
 * union is the type of a success.
 * @throws Error at boot for a result union that has not exactly one success
 */
export function wireRefusals(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isUnionType(type) && type.getTypes().some(isRefusalType)) wireUnion(type);
    else if (isObjectType(type) && isRefusalType(type)) wireRefusalType(type);
    else if (isInterfaceType(type) && type.name === 'Refusal') type.resolveType = (value) => (isRefusal(value) ? TYPE_OF_CODE[value.refused] ?? PLAIN : PLAIN);
  }
  const problem = schema.getType('FieldProblem');
  if (isObjectType(problem)) {
    const { message } = problem.getFields();
    if (message !== undefined) message.resolve = ({ code, data }: FieldProblem, _args, { locale }: RequestContext) => sayProblem(locale, code, data ?? {});
  }
}

function isRefusalType(type: GraphQLObjectType): boolean {
  return type.getInterfaces().some(({ name }) => name === 'Refusal');
}

function wireUnion(union: GraphQLUnionType): void {
  const names = union.getTypes().map(({ name }) => name);
  const [success, ...others] = union.getTypes().filter((type) => !isRefusalType(type));
  if (success === undefined || others.length > 0 || !names.includes(PLAIN)) {
    throw new Error(`the api cannot start: ${union.name} must have one type of success, and ${PLAIN}`);
  }
  union.resolveType = (value) => (isRefusal(value) ? refusalTypeIn(names, value.refused) : success.name);
}

function wireRefusalType(type: GraphQLObjectType): void {
  for (const [name, field] of Object.entries(type.getFields())) {
    if (name === 'code') field.resolve = (refusal: Refusal) => refusal.refused;
    else if (name === 'message') field.resolve ??= (refusal: Refusal, _args, { locale }: RequestContext) => sayRefusal(locale, refusal);
    else field.resolve ??= (refusal: Refusal) => refusal.data[name];
  }
}

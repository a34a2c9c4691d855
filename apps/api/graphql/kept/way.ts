import type { GraphQLFieldResolver, GraphQLSchema, ResponsePath } from 'graphql';
import { defaultFieldResolver, getNamedType, isCompositeType, isObjectType } from 'graphql';
import type { RequestContext } from '../request-context.js';
import type { KeptFields } from './kept-fields.js';

type Resolve = GraphQLFieldResolver<unknown, RequestContext, Readonly<Record<string, unknown>>>;

/** What the kept fields gave that lead to what is read anew: noted as the kept part is read, and gone again for each who asks. */
export class Way {
  private readonly noted = new Map<string, unknown>();

  constructor(private readonly leading: ReadonlySet<string>) {}

  /** The value at a path of the answer, read only if it was not before. */
  at(path: ResponsePath, read: () => unknown): unknown {
    const keys = keysOf(path);
    if (!this.leading.has(keys.filter((key) => typeof key === 'string').join('/'))) return read();
    const place = keys.join('/');
    if (this.noted.has(place)) return this.noted.get(place);
    const value = read();
    if (value instanceof Promise) return value.then((found: unknown) => this.note(place, found));
    return this.note(place, value);
  }

  private note(place: string, value: unknown): unknown {
    this.noted.set(place, value);
    return value;
  }
}

/** Lets each kept field that leads on give what a way has noted, where the request has one. */
export function leadOn(schema: GraphQLSchema, fields: KeptFields): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const rule = fields.ruleOf(type.name, field.name);
      if (rule === undefined || rule.ownOnly === true || !isCompositeType(getNamedType(field.type))) continue;
      const resolve: Resolve = field.resolve ?? defaultFieldResolver;
      const onTheWay: Resolve = (source, args, context, info) => (context.way === undefined ? resolve(source, args, context, info) : context.way.at(info.path, () => resolve(source, args, context, info)));
      field.resolve = onTheWay;
    }
  }
}

function keysOf(path: ResponsePath): (string | number)[] {
  const keys: (string | number)[] = [];
  for (let step: ResponsePath | undefined = path; step !== undefined; step = step.prev) keys.unshift(step.key);
  return keys;
}

import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { RESOLVER_NAME_METADATA, RESOLVER_TYPE_METADATA } from '@nestjs/graphql/dist/graphql.constants.js';
import type { GraphQLSchema } from 'graphql';
import { accessRuleOf } from './access.decorators.js';
import type { AccessRule } from './access.decorators.js';

interface RootResolver {
  readonly field: string;
  readonly where: string;
  readonly rule: AccessRule | undefined;
}

/** Who may call which operation, read once at boot from the resolvers' decorators. */
@Injectable()
export class AccessTable {
  constructor(private readonly discovery: DiscoveryService, private readonly scanner: MetadataScanner) {}

  /**
   * The rule of each field of Query and Mutation, by 'Query.conference'.
   * @throws Error that names every operation without a resolver or without a rule, and every one with two: default deny
   */
  rulesFor(schema: GraphQLSchema): ReadonlyMap<string, AccessRule> {
    const resolvers = this.resolvers();
    const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      type == null ? [] : Object.keys(type.getFields()).map((name) => `${type.name}.${name}`));
    const rules = new Map<string, AccessRule>();
    const problems: string[] = [];
    for (const field of fields) {
      const own = resolvers.filter((resolver) => resolver.field === field);
      const [first, second] = own;
      if (first === undefined) problems.push(`${field} has no resolver`);
      else if (second !== undefined) problems.push(`${field} has two resolvers, ${first.where} and ${second.where}`);
      else if (first.rule === undefined) problems.push(`${field} (${first.where}) says not who may call it: add @Public(), @SignedIn() or @Allow(permission)`);
      else rules.set(field, first.rule);
    }
    for (const { field, where } of resolvers) if (!fields.includes(field)) problems.push(`${where} resolves ${field}, which the schema does not have`);
    if (problems.length > 0) throw new Error(`the api cannot start: ${problems.join('; ')}`);
    return rules;
  }

  private resolvers(): readonly RootResolver[] {
    return this.discovery.getProviders().flatMap((wrapper) => {
      const instance: unknown = wrapper.isDependencyTreeStatic() ? wrapper.instance : undefined;
      if (typeof instance !== 'object' || instance === null) return [];
      const prototype = Object.getPrototypeOf(instance) as Record<string, unknown> | null;
      if (prototype === null) return [];
      return this.scanner.getAllMethodNames(prototype).flatMap((name) => rootResolver(instance.constructor.name, name, prototype[name]));
    });
  }
}

function rootResolver(className: string, methodName: string, method: unknown): RootResolver[] {
  if (typeof method !== 'function') return [];
  const type: unknown = Reflect.getMetadata(RESOLVER_TYPE_METADATA, method);
  if (type !== 'Query' && type !== 'Mutation') return [];
  const name: unknown = Reflect.getMetadata(RESOLVER_NAME_METADATA, method);
  return [{ field: `${type}.${typeof name === 'string' ? name : methodName}`, where: `${className}.${methodName}`, rule: accessRuleOf(method) }];
}

import { denied, isSignedIn, mayAnywhere } from '#identity';
import type { Actor } from '#identity';
import { isRefusal, refuse } from '#kernel';
import type { Refusal } from '#kernel';
import { isBusy } from '#platform';
import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import type { AccessRule } from './access.decorators.js';
import { Refused } from './refused.js';
import type { RequestContext } from './request-context.js';
import type { MutationLimits } from './mutation-limits.js';

type Resolve = GraphQLFieldResolver<unknown, RequestContext, Readonly<Record<string, unknown>>>;

/** Puts the rule of each operation before its resolver; mutations are counted first, call by call, refused ones too. */
export function guardFields(schema: GraphQLSchema, rules: ReadonlyMap<string, AccessRule>, limits: MutationLimits): void {
  for (const [name, field] of Object.entries(schema.getQueryType()?.getFields() ?? {})) {
    field.resolve = guardQuery(ruleOf(rules, `Query.${name}`), resolverOf(field.resolve, `Query.${name}`));
  }
  for (const [name, field] of Object.entries(schema.getMutationType()?.getFields() ?? {})) {
    field.resolve = guardMutation(name, ruleOf(rules, `Mutation.${name}`), resolverOf(field.resolve, `Mutation.${name}`), limits);
  }
}

function guardQuery(rule: AccessRule, resolve: Resolve): Resolve {
  return async (source, args, context, info) => {
    const refusal = refusalOf(rule, context.actor);
    if (refusal !== undefined) throw new Refused(refusal);
    const answer: unknown = await resolve(source, args, context, info);
    if (isRefusal(answer)) throw new Refused(answer);
    return answer;
  };
}

function guardMutation(name: string, rule: AccessRule, resolve: Resolve, limits: MutationLimits): Resolve {
  return async (source, args, context, info) => {
    try {
      const refusal = await limits.refusalOf(name, args, context.actor) ?? refusalOf(rule, context.actor);
      const answer: unknown = refusal ?? await resolve(source, args, context, info);
      context.loaders.clear();
      return answer;
    } catch (fault) {
      if (fault instanceof Refused) return fault.refusal;
      if (isBusy(fault)) return refuse('limit.busy');
      throw fault;
    }
  };
}

function refusalOf(rule: AccessRule, actor: Actor): Refusal | undefined {
  switch (rule.kind) {
    case 'PUBLIC': return undefined;
    case 'SIGNED_IN': return isSignedIn(actor) ? undefined : denied(actor);
    case 'PERMISSION': return mayAnywhere(actor, rule.permission) ? undefined : denied(actor);
  }
}

function ruleOf(rules: ReadonlyMap<string, AccessRule>, field: string): AccessRule {
  const rule = rules.get(field);
  if (rule === undefined) throw new Error(`the api cannot start: no rule for ${field}`);
  return rule;
}

function resolverOf(resolve: unknown, field: string): Resolve {
  if (typeof resolve !== 'function') throw new Error(`the api cannot start: no resolver for ${field}`);
  return resolve as Resolve;
}

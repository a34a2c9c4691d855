import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './graphql-env.js';

/** Operations typed by apps/api/schema.graphql: a wrong field is a type error. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: { DateTime: string; Date: string; LocalDateTime: string; LocalizedText: Record<string, string>; Json: unknown };
}>();

export type { ResultOf, VariablesOf } from 'gql.tada';

import { LOG, SETTINGS } from '#platform';
import type { Log, Settings } from '#platform';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver } from '@nestjs/apollo';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { addResolversToSchema } from '@graphql-tools/schema';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { buildSchema } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { RequestActors } from '../http/request-actors.js';
import { AccessTable } from './access-table.js';
import { contextFor } from './context.js';
import { guardFields } from './guarded-fields.js';
import { KeptAnswers } from './kept/kept-answers.js';
import { stringifyAnswer } from './kept/weave.js';
import { LoaderRegistry } from './loaders.js';
import { MutationLimits } from './mutation-limits.js';
import { QUERY_LIMITS, sizeRule } from './query-limits.js';
import { wireRefusals } from './refusal-types.js';
import { formatError, requestPlugin } from './request-plugin.js';
import { scalars } from './scalars.js';
import { readSdl } from './sdl.js';
import { ShellModule } from './shell.module.js';

@Module({})
export class GraphqlApiModule {
  /** @param sdl another schema than the house's, for tests of the shell itself */
  static forRoot(sdl: string = readSdl()): DynamicModule {
    return {
      module: GraphqlApiModule,
      imports: [
        ShellModule,
        GraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: ApolloDriver,
          inject: [AccessTable, LoaderRegistry, MutationLimits, RequestActors, KeptAnswers, SETTINGS, LOG],
          useFactory: (access: AccessTable, loaders: LoaderRegistry, limits: MutationLimits, actors: RequestActors, kept: KeptAnswers, settings: Settings, log: Log): ApolloDriverConfig => ({
            path: '/graphql',
            ...wired(sdl, (schema) => {
              loaders.check();
              wireRefusals(schema);
              const rules = access.rulesFor(schema);
              guardFields(schema, rules, limits);
              kept.wire(schema, rules);
            }),
            context: contextFor(actors, loaders),
            ...hardened(settings),
            plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginInlineTraceDisabled(), requestPlugin(log, limits), kept.plugin()],
            formatError,
          }),
        }),
      ],
    };
  }
}

// Parsed and validated documents are kept by Apollo itself, at most 30 MiB of them, least used thrown out first.
function hardened(settings: Settings): Partial<ApolloDriverConfig> {
  const isProduction = settings.NODE_ENV === 'production';
  return {
    graphiql: false,
    introspection: !isProduction,
    hideSchemaDetailsFromClientErrors: isProduction,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    autoTransformHttpErrors: false,
    validationRules: [sizeRule],
    parseOptions: { maxTokens: QUERY_LIMITS.tokens },
    stringifyResult: stringifyAnswer,
  };
}

type Resolvers = NonNullable<Parameters<typeof addResolversToSchema>[0]['resolvers']>;

/**
 * The schema of an SDL with the resolvers that Nest finds set into it. Given `typeDefs` instead, Nest would build the
 * schema, copy it whole to add them, and copy it again: a sixth of the start of an api.
 */
function wired(sdl: string, finish: (schema: GraphQLSchema) => void): Pick<ApolloDriverConfig, 'schema' | 'transformResolvers' | 'transformSchema'> {
  let found: Resolvers[] = [];
  return {
    schema: buildSchema(sdl, { noLocation: true }),
    transformResolvers: (resolvers: Resolvers | Resolvers[]) => {
      found = [resolvers].flat();
      return resolvers;
    },
    transformSchema: (schema: GraphQLSchema) => {
      const whole = addResolversToSchema({ schema, resolvers: found.reduce<Resolvers>((all, some) => ({ ...all, ...some }), { ...scalars }), updateResolversInPlace: true });
      finish(whole);
      return whole;
    },
  };
}

import { refuse } from '#kernel';
import { isBusy } from '#platform';
import type { Log } from '#platform';
import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import { GraphQLError, Kind, OperationTypeNode } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';
import type { MutationLimits } from './mutation-limits.js';
import { costOf } from './query-cost.js';
import { QUERY_LIMITS } from './query-limits.js';
import { Refused } from './refused.js';
import type { RequestContext } from './request-context.js';
import { sayFault, sayRefusal } from './speak.js';

type Request = GraphQLRequestContext<RequestContext>;

/** Counts what reads and weighs each operation before it runs, and turns what went wrong into words: a refusal's, or a fault's id. */
export function requestPlugin(log: Log, limits: MutationLimits): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () => Promise.resolve({
      didResolveOperation: async (request) => {
        weigh(request);
        if (request.operation?.operation === OperationTypeNode.QUERY) await countQuery(request, limits);
      },
      didEncounterErrors: (request) => Promise.resolve(tell(request, log)),
    }),
  };
}

function weigh(request: Request): void {
  const { document, operation, schema } = request;
  if (document === undefined || operation == null) return;
  const root = schema.getRootType(operation.operation);
  if (root == null) return;
  const fragments = new Map(document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])));
  const cost = costOf({ schema, fragments, variables: request.request.variables ?? {} }, root, operation.selectionSet);
  if (cost > QUERY_LIMITS.cost) {
    throw new GraphQLError(`The query may answer ${Math.min(cost, Number.MAX_SAFE_INTEGER)} objects; ${QUERY_LIMITS.cost} is the most. Ask for fewer at a time.`, {
      extensions: { code: 'limit.query', limit: 'objects', most: QUERY_LIMITS.cost, http: { status: 400 } },
    });
  }
}

async function countQuery({ contextValue }: Request, limits: MutationLimits): Promise<void> {
  const refusal = await limits.queryRefusal(contextValue.actor);
  if (refusal !== undefined) throw new GraphQLError(refusal.refused, { originalError: new Refused(refusal), extensions: { http: { status: 429 } } });
}

// Apollo formats the very error objects that are handed over here, after this.
function tell(request: Request, log: Log): void {
  const locale = request.contextValue.locale;
  for (const error of request.errors ?? []) {
    const cause = error.originalError;
    if (cause instanceof Refused) {
      retell(error, sayRefusal(locale, cause.refusal), { ...plain(cause.refusal.data), code: cause.refusal.refused });
    } else if (isBusy(cause)) {
      log.warn('a query waited too long for a row or a connection', { operationName: request.operationName ?? undefined, path: error.path?.join('.') });
      retell(error, sayRefusal(locale, refuse('limit.busy')), { code: 'limit.busy' });
    } else if (isFault(error)) {
      const faultId = log.fault('a resolver failed', cause ?? error, { operationName: request.operationName ?? undefined, path: error.path?.join('.') });
      retell(error, sayFault(locale, faultId), { code: 'fault.internal', faultId });
    }
  }
}

// What graphql-js and Apollo say about a query itself has no path, or a code of the client's making.
function isFault(error: GraphQLError): boolean {
  return error.path !== undefined && error.extensions['code'] !== 'limit.query';
}

function retell(error: GraphQLError, message: string, extensions: Readonly<Record<string, unknown>>): void {
  error.message = message;
  Object.assign(error.extensions, extensions);
}

function plain(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value)));
}

/** The last word on every error: our code instead of the library's, and nothing beyond what a client may know. */
export function formatError(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const extensions = formatted.extensions ?? {};
  const code = codeOf(extensions);
  return {
    message: code === 'fault.internal' && extensions['faultId'] === undefined ? 'Something went wrong on our side.' : formatted.message,
    ...(formatted.locations === undefined ? {} : { locations: formatted.locations }),
    ...(formatted.path === undefined ? {} : { path: formatted.path }),
    extensions: { ...(isOurs(extensions['code']) || code === 'limit.query' ? extensions : {}), code },
  };
}

function codeOf({ code, limit }: Readonly<Record<string, unknown>>): string {
  if (isOurs(code)) return code;
  if (typeof limit === 'string') return 'limit.query';
  return typeof code === 'string' && CLIENTS_CODES.has(code) ? 'input.malformed' : 'fault.internal';
}

// Codes of libraries are written in capitals.
function isOurs(code: unknown): code is string {
  return typeof code === 'string' && /^[a-z]/.test(code);
}

const CLIENTS_CODES = new Set([
  'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'BAD_REQUEST', 'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED', 'PERSISTED_QUERY_NOT_FOUND',
]);

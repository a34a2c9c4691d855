import { anonymousActor } from '#identity';
import type { Actor } from '#identity';
import type { ApolloServerPlugin, GraphQLRequestContext, GraphQLResponse } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { execute, OperationTypeNode } from 'graphql';
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
import { requestLocale } from '../../http/request-locale.js';
import type { AccessRule } from '../access.decorators.js';
import { Loaders, LoaderRegistry } from '../loaders.js';
import { MutationLimits } from '../mutation-limits.js';
import type { RequestContext } from '../request-context.js';
import { keyOf, strangersQuery } from './asked.js';
import { ReadersStamps } from './readers-stamps.js';
import { KeptFields } from './kept-fields.js';
import { KeptStore } from './kept-store.js';
import type { KeptAnswer } from './kept-store.js';
import { split } from './split.js';
import type { Split } from './split.js';
import { leadOn, Way } from './way.js';
import { cut, weave, weaveNothing, Woven } from './weave.js';

type Asked = GraphQLRequestContext<RequestContext>;

/** For a house with some conferences and each language; a programme of 120 sessions takes some 150 kB. */
const MOST_BYTES = 48_000_000;

/**
 * Answers kept under the version of a conference (docs/decisions/kept-answers.md). A stranger's query that is known is
 * answered before GraphQL begins; of an account holder's, only what is theirs is executed. What was read before the
 * version was raised is never answered after.
 */
@Injectable()
export class KeptAnswers {
  private readonly store = new KeptStore(MOST_BYTES);
  private readonly filling = new Map<string, Promise<KeptAnswer | undefined>>();

  constructor(
    private readonly fields: KeptFields, private readonly stamps: ReadersStamps, private readonly registry: LoaderRegistry, private readonly limits: MutationLimits,
  ) {}

  /**
   * Wires the schema, when its guards stand.
   * @throws Error at boot where a field is declared that cannot be kept
   */
  wire(schema: GraphQLSchema, rules: ReadonlyMap<string, AccessRule>): void {
    this.fields.check(schema, (name) => rules.get(name)?.kind === 'PUBLIC');
    leadOn(schema, this.fields);
  }

  /** Answers a stranger by kept bytes, or leaves the request to GraphQL. For Fastify's preHandler, when the body is read. */
  async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
    const asked = strangersQuery(request);
    if (asked === undefined) return undefined;
    const locale = requestLocale(request) ?? 'en';
    const kept = this.store.get(keyOf(asked, locale));
    if (kept?.bytes === undefined || await this.stampOf(kept.split) !== kept.stamp) return undefined;
    // Too many are told so by GraphQL.
    if (await this.limits.queryRefusal(anonymousActor(request.ip, locale)) !== undefined) return undefined;
    return reply.type('application/json; charset=utf-8').send(kept.bytes);
  }

  /** Weaves what is kept into answers that are executed. */
  plugin(): ApolloServerPlugin<RequestContext> {
    return { requestDidStart: () => Promise.resolve({ responseForOperation: (asked) => this.respond(asked) }) };
  }

  private async respond(asked: Asked & { readonly document: DocumentNode }): Promise<GraphQLResponse | null> {
    const { operation, contextValue } = asked;
    const { actor, locale } = contextValue;
    if (operation?.operation !== OperationTypeNode.QUERY || !readsAsAnybody(actor)) return null;
    const key = keyOf(asked.request, locale);
    const known = this.store.get(key);
    const parts = known?.split ?? split(this.fields, asked.schema, asked.document, operation, asked.request.variables ?? {});
    if (parts === undefined) return null;
    const stamp = await this.stampOf(parts);
    if (stamp === undefined) return null;
    const kept = known?.stamp === stamp ? known : await this.fill(key, stamp, parts, asked);
    if (kept === undefined) return null;
    const rest = actor.kind === 'ANONYMOUS' && !parts.restForStrangers ? undefined : parts.rest;
    if (rest === undefined) return responseOf(weaveNothing(kept.cut));
    const { data, errors } = await run(rest, asked, { ...contextValue, way: kept.way });
    const text = data == null || errors !== undefined ? undefined : weave(kept.cut, parts.holes, data);
    return text === undefined ? null : responseOf(text);
  }

  /** Where it cannot be read nothing is kept, and GraphQL tells why. */
  private stampOf(parts: Split): Promise<string | undefined> {
    return this.stamps.of(parts).catch(() => undefined);
  }

  /** Reads what is to be kept, once for all who come while it is read under this stamp. Of a refusal nothing is kept. */
  private fill(key: string, stamp: string, parts: Split, asked: Asked): Promise<KeptAnswer | undefined> {
    const turn = `${stamp} ${key}`;
    const present = this.filling.get(turn);
    if (present !== undefined) return present;
    const filled = this.read(stamp, parts, asked).then((answer) => {
      if (answer !== undefined) this.store.put(key, answer);
      return answer;
    }).finally(() => this.filling.delete(turn));
    this.filling.set(turn, filled);
    return filled;
  }

  private async read(stamp: string, parts: Split, asked: Asked): Promise<KeptAnswer | undefined> {
    const { locale, request, reply } = asked.contextValue;
    const way = new Way(parts.leading);
    const stranger: RequestContext = { actor: anonymousActor('', locale), locale, loaders: new Loaders(this.registry, () => stranger), request, reply, way };
    const { data, errors } = await run(parts.kept, asked, stranger);
    if (data == null || errors !== undefined) return undefined;
    const made = cut(data, parts.holes);
    return { split: parts, stamp, way, cut: made, bytes: parts.restForStrangers ? undefined : Buffer.from(`{"data":${weaveNothing(made)}}`) };
  }
}

/** Who has no role reads of what is kept the same as a stranger; tokens and staff are executed as ever. */
function readsAsAnybody({ kind, grants }: Actor): boolean {
  return kind === 'ANONYMOUS' || (kind === 'ACCOUNT' && grants.length === 0);
}

async function run(document: DocumentNode, { schema, request, operationName }: Asked, contextValue: RequestContext): Promise<ExecutionResult> {
  return execute({ schema, document, contextValue, variableValues: request.variables ?? {}, operationName });
}

function responseOf(text: string): GraphQLResponse {
  return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: { data: new Woven(text) } } };
}

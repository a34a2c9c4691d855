import { ApiTokens, CreateApiToken, RevokeApiToken } from '#identity';
import type { Actor, ApiToken } from '#identity';
import { isRefusal } from '#kernel';
import type { Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, SignedIn } from '../graphql/access.decorators.js';
import { connection, pageRequest } from '../graphql/connection.js';
import type { Connection } from '../graphql/connection.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { CreateApiTokenInput, QueryApiTokensArgs } from '../graphql/schema.gen.js';
import { scopeNameOf } from './scope-name.js';

@Resolver()
export class TokensResolver {
  constructor(
    private readonly tokens: ApiTokens,
    private readonly create: CreateApiToken,
    private readonly revoke: RevokeApiToken,
    private readonly work: UnitOfWork,
  ) {}

  @Query('apiTokens')
  @SignedIn()
  async apiTokens(@CurrentActor() actor: Actor, @Args() args: QueryApiTokensArgs): Promise<Connection<ApiToken> | Refusal> {
    const page = await this.tokens.page(this.work.reader, actor, pageRequest(args));
    return isRefusal(page) ? page : connection(page, () => this.tokens.count(this.work.reader, actor), (row) => row);
  }

  @Mutation('createApiToken')
  @Allow('tokens.manage')
  createApiToken(@CurrentActor() actor: Actor, @Args('input') input: CreateApiTokenInput, @Args('idempotencyKey') key?: string): Promise<{ token: ApiToken; secret: string } | Refusal> {
    return this.create.run(actor, { ...input, scope: scopeNameOf(input.scope) }, key ?? undefined);
  }

  @Mutation('revokeApiToken')
  @SignedIn()
  revokeApiToken(@CurrentActor() actor: Actor, @Args('id') id: string): Promise<ApiToken | Refusal> {
    return this.revoke.run(actor, id);
  }
}

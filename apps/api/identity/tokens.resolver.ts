import { ApiTokens, CreateApiToken, RevokeApiToken } from '#identity';
import type { Actor, ApiToken } from '#identity';
import type { Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, SignedIn } from '../graphql/access.decorators.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { CreateApiTokenInput } from '../graphql/schema.gen.js';
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
  apiTokens(@CurrentActor() actor: Actor): Promise<readonly ApiToken[]> {
    return this.tokens.visibleTo(this.work.reader, actor);
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

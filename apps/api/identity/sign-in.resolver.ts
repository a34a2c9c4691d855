import { RedeemSignInLink, RequestSignInLink, SignOut } from '#identity';
import type { Account, Actor } from '#identity';
import { isRefusal } from '#kernel';
import type { Refusal } from '#kernel';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Public, SignedIn } from '../graphql/access.decorators.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { RedeemSignInLinkInput, RequestSignInLinkInput } from '../graphql/schema.gen.js';
import { clearSignInCookies, setSignInCookie } from '../http/sign-in-cookies.js';

interface NewSignIn {
  readonly account: Account;
  readonly bearerToken: string;
  readonly expiresAt: Date;
  readonly next: string;
}

@Resolver()
export class SignInResolver {
  constructor(private readonly request: RequestSignInLink, private readonly redeem: RedeemSignInLink, private readonly out: SignOut) {}

  @Mutation('requestSignInLink')
  @Public()
  requestSignInLink(@Context() { actor, locale }: RequestContext, @Args('input') input: RequestSignInLinkInput): Promise<{ validForSeconds: number } | Refusal> {
    return this.request.run(actor, { ...input, locale: input.locale ?? locale });
  }

  @Mutation('redeemSignInLink')
  @Public()
  async redeemSignInLink(@Context() { actor, reply }: RequestContext, @Args('input') input: RedeemSignInLinkInput): Promise<NewSignIn | Refusal> {
    const begun = await this.redeem.run(actor, input.token);
    if (isRefusal(begun)) return begun;
    setSignInCookie(reply, begun.secret, begun.expiresAt);
    return { account: begun.account, bearerToken: begun.secret, expiresAt: begun.expiresAt, next: begun.next };
  }

  @Mutation('signOut')
  @Public()
  async signOut(@CurrentActor() actor: Actor, @Context() { reply }: RequestContext): Promise<{ ended: number }> {
    clearSignInCookies(reply);
    return this.out.here(actor);
  }

  @Mutation('signOutEverywhere')
  @SignedIn()
  async signOutEverywhere(@CurrentActor() actor: Actor, @Context() { reply }: RequestContext): Promise<{ ended: number }> {
    clearSignInCookies(reply);
    return this.out.everywhere(actor);
  }
}

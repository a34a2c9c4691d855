import { FirstAdministrator, IdentityDeskModule } from '#identity';
import { Module } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { AccountMutations, AccountResolver } from './account.resolver.js';
import { IdentityLoaders } from './identity.loaders.js';
import { RoleMutations, RolesResolver } from './roles.resolver.js';
import { SignInResolver } from './sign-in.resolver.js';
import { StaffAuthController } from './staff-auth.controller.js';
import { TokensResolver } from './tokens.resolver.js';

@Module({
  imports: [IdentityDeskModule],
  controllers: [StaffAuthController],
  providers: [IdentityLoaders, AccountResolver, AccountMutations, SignInResolver, RolesResolver, RoleMutations, TokensResolver],
})
export class IdentityApiModule implements OnApplicationBootstrap {
  constructor(private readonly administrator: FirstAdministrator) {}

  onApplicationBootstrap(): Promise<void> {
    return this.administrator.ensure();
  }
}

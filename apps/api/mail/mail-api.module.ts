import { ConferencesModule } from '#conferences';
import { IdentityModule } from '#identity';
import { MailModule } from '#mail';
import { Module } from '@nestjs/common';
import { MessagesResolver } from './messages.resolver.js';
import { SettleUnclearResolver } from './settle-unclear.resolver.js';
import { SuppressionsResolver } from './suppressions.resolver.js';

@Module({ imports: [ConferencesModule, IdentityModule, MailModule], providers: [MessagesResolver, SettleUnclearResolver, SuppressionsResolver] })
export class MailApiModule {}

import { ConferencesModule } from '#conferences';
import { MailModule } from '#mail';
import { Module } from '@nestjs/common';
import { MailHooksController } from './mail-hooks.controller.js';
import { SuppressionsExport } from './suppressions-export.controller.js';
import { UnsubscribeController } from './unsubscribe.controller.js';

/** What mail asks of the api beside GraphQL. */
@Module({ imports: [ConferencesModule, MailModule], controllers: [UnsubscribeController, MailHooksController, SuppressionsExport] })
export class MailRoutesModule {}

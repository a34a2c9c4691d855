import { Module } from '@nestjs/common';
import type { DynamicModule, ModuleMetadata, OnApplicationShutdown, Provider } from '@nestjs/common';
import { SETTINGS } from '#platform';
import type { Settings } from '#platform';
import { BounceDoor } from './bounce/bounce-door.js';
import { MailModule } from './mail.module.js';
import { BulkLedger } from './mailing/bulk-ledger.js';
import { Inkwell } from './mailing/inkwell.js';
import { MailingDesk } from './mailing/mailing-desk.js';
import { MailingFeed } from './mailing/mailing-feed.js';
import { MailingTools, RefusedLetters } from './mailing/mailing-tools.js';
import { Paces } from './mailing/paces.js';
import { SendMailing } from './mailing/send-mailing.js';
import { SettleMailings } from './mailing/settle-mailings.js';
import { LineStock } from './post/line-stock.js';
import { namedServersOf } from './post/named-servers.js';

const stock = { provide: LineStock, inject: [SETTINGS], useFactory: (settings: Settings) => new LineStock(namedServersOf(settings)) };

/** The lane for many letters, in the worker alone. No connection is opened before a mailing is sent. */
@Module({})
export class BulkMailModule implements OnApplicationShutdown {
  constructor(private readonly lines: LineStock) {}

  /** @param press provides MailingPress, from one of the imports */
  static printing(press: Provider, imports: NonNullable<ModuleMetadata['imports']> = []): DynamicModule {
    return {
      module: BulkMailModule,
      imports: [MailModule, ...imports],
      providers: [BulkLedger, Inkwell, MailingDesk, MailingFeed, MailingTools, Paces, RefusedLetters, BounceDoor, SendMailing, SettleMailings, stock, press],
      exports: [SendMailing, SettleMailings],
    };
  }

  onApplicationShutdown(): void {
    this.lines.close();
  }
}

import { Module } from '@nestjs/common';
import type { OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { missingTexts } from '#i18n';
import { SETTINGS } from '#platform';
import type { Settings } from '#platform';
import { TakeBounce } from './bounce/take-bounce.js';
import { DeliverMessage } from './deliver/deliver-message.js';
import { Ledger } from './deliver/ledger.js';
import { SettleStranded } from './deliver/settle-stranded.js';
import { sealOf } from './ink/seal.js';
import { LetterPress } from './letter-press.js';
import { Letters } from './letters.js';
import { Mailings } from './mailing/mailings.js';
import { MessageStore } from './message.store.js';
import { Unsubscribe } from './mailing/unsubscribe.js';
import { PostOffice } from './post/post-office.js';
import { PATIENCE } from './post/smtp-line.js';
import { smtpServerOf } from './post/smtp-server.js';
import { SenderChecks } from './sender-checks.js';
import { SettleUnclear } from './settle-unclear.js';
import { SuppressionStore } from './suppression/suppression.store.js';
import { Suppressions } from './suppression/suppressions.js';

const counter = { provide: PostOffice, inject: [SETTINGS], useFactory: (settings: Settings) => new PostOffice(smtpServerOf(settings.SMTP_URL), PATIENCE, sealOf(settings)) };

/** The post office of the house. No connection is opened before a letter is sent. */
@Module({
  providers: [Letters, LetterPress, Ledger, DeliverMessage, SettleStranded, SettleUnclear, MessageStore, Mailings, Suppressions, SuppressionStore, SenderChecks, TakeBounce, Unsubscribe, counter],
  exports: [Letters, LetterPress, DeliverMessage, SettleStranded, SettleUnclear, MessageStore, Mailings, Suppressions, SuppressionStore, SenderChecks, TakeBounce, Unsubscribe],
})
export class MailModule implements OnModuleInit, OnApplicationShutdown {
  constructor(private readonly office: PostOffice) {}

  /** @throws Error with a line for each text that is missing; the process does not start. That each letter can be printed is a test's to ask. */
  onModuleInit(): void {
    const problems = missingTexts();
    if (problems.length > 0) throw new Error(`texts are missing:\n${problems.join('\n')}`);
  }

  onApplicationShutdown(): void {
    this.office.close();
  }
}

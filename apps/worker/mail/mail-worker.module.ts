import { CampaignPress, CampaignsModule } from '#campaigns';
import { Module } from '@nestjs/common';
import { BulkMailModule, MailingPress, MailModule } from '#mail';
import './letters-of-the-house.js';
import { DeliverMessageHandler } from './deliver-message.handler.js';
import { SendMailingHandler } from './send-mailing.handler.js';
import { SweepMailings } from './sweep-mailings.js';
import { SweepStrandedLetters } from './sweep-stranded-letters.js';

@Module({
  imports: [MailModule, BulkMailModule.printing({ provide: MailingPress, useExisting: CampaignPress }, [CampaignsModule])],
  providers: [DeliverMessageHandler, SendMailingHandler, SweepMailings, SweepStrandedLetters],
})
export class MailWorkerModule {}

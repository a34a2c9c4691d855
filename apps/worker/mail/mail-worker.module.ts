import { Module } from '@nestjs/common';
import { MailModule, SendMailing } from '#mail';
import './letters-of-the-house.js';
import { DeliverMessageHandler } from './deliver-message.handler.js';
import { SendMailingHandler } from './send-mailing.handler.js';
import { SweepStrandedLetters } from './sweep-stranded-letters.js';

@Module({ imports: [MailModule], providers: [DeliverMessageHandler, SendMailingHandler, SendMailing, SweepStrandedLetters] })
export class MailWorkerModule {}

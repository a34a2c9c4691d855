import { Module } from '@nestjs/common';
import { MailModule } from '#mail';
import './letters-of-the-house.js';
import { DeliverMessageHandler } from './deliver-message.handler.js';
import { SweepStrandedLetters } from './sweep-stranded-letters.js';

@Module({ imports: [MailModule], providers: [DeliverMessageHandler, SweepStrandedLetters] })
export class MailWorkerModule {}

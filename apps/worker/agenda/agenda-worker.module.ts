import { AgendaModule } from '#agenda';
import { Module } from '@nestjs/common';
import { SweepReminders } from './sweep-reminders.js';
import { TellLineClosedHandler } from './tell-line-closed.handler.js';
import { TellOfferExpiredHandler } from './tell-offer-expired.handler.js';
import { TellOfferHandler } from './tell-offer.handler.js';
import { TellTurnSkippedHandler } from './tell-turn-skipped.handler.js';

@Module({ imports: [AgendaModule], providers: [TellLineClosedHandler, TellOfferHandler, TellOfferExpiredHandler, TellTurnSkippedHandler, SweepReminders] })
export class AgendaWorkerModule {}

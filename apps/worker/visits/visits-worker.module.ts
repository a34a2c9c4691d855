import { Module } from '@nestjs/common';
import { VisitsModule } from '#visits';
import { SweepIdentity } from './sweep-identity.js';
import { SweepMinimum } from './sweep-minimum.js';
import { TellHoldExpiredHandler } from './tell-hold-expired.handler.js';
import { TellNoticeHandler } from './tell-notice.handler.js';

@Module({ imports: [VisitsModule], providers: [TellNoticeHandler, TellHoldExpiredHandler, SweepMinimum, SweepIdentity] })
export class VisitsWorkerModule {}

import { IdentityModule } from '#identity';
import { Module } from '@nestjs/common';
import { SweepAudit } from './sweep-audit.js';
import { SweepSignIns } from './sweep-sign-ins.js';

@Module({ imports: [IdentityModule], providers: [SweepAudit, SweepSignIns] })
export class IdentityWorkerModule {}

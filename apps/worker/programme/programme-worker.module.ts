import { Module } from '@nestjs/common';
import { ProgrammeModule } from '#programme';
import { TellChangeHandler } from './tell-change.handler.js';

@Module({ imports: [ProgrammeModule], providers: [TellChangeHandler] })
export class ProgrammeWorkerModule {}

import { Module } from '@nestjs/common';
import { ProgrammeModule } from '#programme';
import { TellChangeHandler } from './tell-change.handler.js';
import { TellReleaseHandler } from './tell-release.handler.js';

@Module({ imports: [ProgrammeModule], providers: [TellChangeHandler, TellReleaseHandler] })
export class ProgrammeWorkerModule {}

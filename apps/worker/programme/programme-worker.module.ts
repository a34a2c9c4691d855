import { Module } from '@nestjs/common';
import { ProgrammeModule } from '#programme';
import { CloneProgrammeHandler } from './clone-programme.handler.js';
import { TellChangeHandler } from './tell-change.handler.js';
import { TellReleaseHandler } from './tell-release.handler.js';

@Module({ imports: [ProgrammeModule], providers: [TellChangeHandler, TellReleaseHandler, CloneProgrammeHandler] })
export class ProgrammeWorkerModule {}

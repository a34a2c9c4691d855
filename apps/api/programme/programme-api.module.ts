import { ConferencesModule } from '#conferences';
import { ProgrammeModule } from '#programme';
import { Module } from '@nestjs/common';
import { ChoicesResolver } from './choices.resolver.js';
import { DraftResolver } from './draft.resolver.js';
import { ForumsResolver } from './forums.resolver.js';
import { ProgrammeFeeds } from './programme-feeds.controller.js';
import { ProgrammeKept } from './programme.kept.js';
import { ProgrammeLoaders } from './programme.loaders.js';
import { ProgrammeMutations } from './programme-mutations.resolver.js';
import { ProgrammeResolver } from './programme.resolver.js';
import { DifferenceResolver, ReleasesResolver } from './releases.resolver.js';
import { RoomsResolver, VenuesResolver } from './rooms.resolver.js';
import { ChangedMeanwhileResolver, RoomTakenResolver, SessionsResolver } from './sessions.resolver.js';
import { SpeakersResolver } from './speakers.resolver.js';
import { TakingInResolver } from './taking-in.resolver.js';
import { VenueMutations } from './venue-mutations.resolver.js';
import { WarningsResolver } from './warnings.resolver.js';

@Module({
  imports: [ConferencesModule, ProgrammeModule],
  controllers: [ProgrammeFeeds],
  providers: [
    ProgrammeKept, ProgrammeLoaders, ProgrammeResolver, ForumsResolver, SessionsResolver, RoomTakenResolver, VenuesResolver, RoomsResolver,
    WarningsResolver, DraftResolver, ReleasesResolver, DifferenceResolver, ChangedMeanwhileResolver, ProgrammeMutations, TakingInResolver, SpeakersResolver, VenueMutations, ChoicesResolver,
  ],
})
export class ProgrammeApiModule {}

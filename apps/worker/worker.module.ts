import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { LanguagesModule } from '#languages';
import { PlatformModule } from '#platform';
import type { Settings } from '#platform';
import { AgendaWorkerModule } from './agenda/agenda-worker.module.js';
import { ContactsWorkerModule } from './contacts/contacts-worker.module.js';
import { CampaignsWorkerModule } from './campaigns/campaigns-worker.module.js';
import { entities } from './entities.js';
import { HousekeepingModule } from './housekeeping/housekeeping.module.js';
import { IdentityWorkerModule } from './identity/identity-worker.module.js';
import { InvitationsWorkerModule } from './invitations/invitations-worker.module.js';
import { MailWorkerModule } from './mail/mail-worker.module.js';
import { MediaWorkerModule } from './media/media-worker.module.js';
import { PlacesWorkerModule } from './places/places-worker.module.js';
import { ProgrammeWorkerModule } from './programme/programme-worker.module.js';
import { RegistrationWorkerModule } from './registration/registration-worker.module.js';
import { VisitsWorkerModule } from './visits/visits-worker.module.js';

/** One module a context; each gives its handlers (`@Handles`) and its sweeps (`@Sweep`). */
const CONTEXTS = [LanguagesModule, HousekeepingModule, IdentityWorkerModule, MailWorkerModule, MediaWorkerModule, ProgrammeWorkerModule, PlacesWorkerModule, InvitationsWorkerModule, RegistrationWorkerModule, VisitsWorkerModule, AgendaWorkerModule, CampaignsWorkerModule, ContactsWorkerModule];

/** Twenty jobs at once may each hold a transaction and read beside it; the relay and the sweeps must not wait for them. */
const POOL = 32;

@Module({})
export class WorkerModule {
  static for(settings: Settings): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.forRoot({ settings, entities, applicationName: 'huiguan-worker', poolSize: Math.max(settings.DATABASE_POOL, POOL) }),
        DiscoveryModule,
        ...CONTEXTS,
      ],
    };
  }
}

import { campaignEntities } from '#campaigns';
import { conferenceEntities } from '#conferences';
import { contactEntities } from '#contacts';
import { identityEntities } from '#identity';
import { invitationEntities } from '#invitations';
import { languageEntities } from '#languages';
import { mailEntities } from '#mail';
import { mediaEntities } from '#media';
import { peopleEntities } from '#people';
import { placesEntities } from '#places';
import { PlatformModule } from '#platform';
import type { DatabaseOptions, PlatformOptions, Settings } from '#platform';
import { programmeEntities } from '#programme';
import { registrationEntities } from '#registration';
import { visitsEntities } from '#visits';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { AgendaApiModule } from './agenda/agenda-api.module.js';
import { CampaignsApiModule } from './campaigns/campaigns-api.module.js';
import { ConferencesApiModule } from './conferences/conferences-api.module.js';
import { ContactsApiModule } from './contacts/contacts-api.module.js';
import { BaseResolver } from './graphql/base.resolver.js';
import { GraphqlApiModule } from './graphql/graphql-api.module.js';
import { HealthController } from './http/health.controller.js';
import { HouseApiModule } from './house/house-api.module.js';
import { IdentityApiModule } from './identity/identity-api.module.js';
import { ScopeLookupModule } from './identity/scope-lookup.module.js';
import { LanguagesApiModule } from './languages/languages-api.module.js';
import { InvitationsApiModule } from './invitations/invitations-api.module.js';
import { MailApiModule } from './mail/mail-api.module.js';
import { MailRoutesModule } from './mail/mail-routes.module.js';
import { MediaApiModule } from './media/media-api.module.js';
import { PeopleApiModule } from './people/people-api.module.js';
import { ProgrammeApiModule } from './programme/programme-api.module.js';
import { RegistrationApiModule } from './registration/registration-api.module.js';
import { ReportsApiModule } from './reports/reports-api.module.js';
import { VisitsApiModule } from './visits/visits-api.module.js';

/** The entities of every lib whose records the api reads or writes: each context adds its own list here. */
const entities: DatabaseOptions['entities'] = [
  ...identityEntities, ...languageEntities, ...mailEntities,
  ...placesEntities, ...mediaEntities, ...peopleEntities, ...conferenceEntities, ...contactEntities, ...invitationEntities,
  ...registrationEntities, ...programmeEntities, ...visitsEntities, ...campaignEntities,
];

/** One module a context, in apps/api/<context>/<context>-api.module.ts: each adds its own here. */
const CONTEXTS = [IdentityApiModule, HouseApiModule, LanguagesApiModule, MailApiModule, MailRoutesModule, MediaApiModule, PeopleApiModule, ConferencesApiModule, InvitationsApiModule, RegistrationApiModule, ProgrammeApiModule, VisitsApiModule, AgendaApiModule, ContactsApiModule, CampaignsApiModule, ReportsApiModule];

@Module({})
export class AppModule {
  static for(settings: Settings, own: Pick<PlatformOptions, 'log' | 'clock'> = {}): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.forRoot({ settings, entities, applicationName: 'huiguan-api', ...own }), GraphqlApiModule.forRoot(), ScopeLookupModule, ...CONTEXTS],
      controllers: [HealthController],
      providers: [BaseResolver],
    };
  }
}

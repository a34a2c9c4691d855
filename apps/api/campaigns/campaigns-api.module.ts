import { CampaignsModule } from '#campaigns';
import { MailModule } from '#mail';
import { Module } from '@nestjs/common';
import { RegistrationApiModule } from '../registration/registration-api.module.js';
import { AudiencesResolver } from './audiences.resolver.js';
import { CampaignMutations, ReminderMutations } from './campaign-mutations.resolver.js';
import { CampaignsLoaders } from './campaigns.loaders.js';
import { CampaignRegistrationsResolver } from './campaign-registrations.resolver.js';
import { ConferenceCampaignsResolver } from './conference-campaigns.resolver.js';
import { CampaignsResolver, InvitationTermsResolver, ReminderRulesResolver } from './campaigns.resolver.js';
import { FiguresController } from './figures.controller.js';
import { ProgressController } from './progress.controller.js';
import { ProgressDesk } from './progress-desk.js';
import { TemplatesResolver } from './templates.resolver.js';

@Module({
  imports: [CampaignsModule, MailModule, RegistrationApiModule],
  controllers: [ProgressController, FiguresController],
  providers: [
    CampaignsLoaders, ProgressDesk, TemplatesResolver, AudiencesResolver, CampaignsResolver, InvitationTermsResolver, CampaignRegistrationsResolver, ConferenceCampaignsResolver, ReminderRulesResolver, CampaignMutations, ReminderMutations,
  ],
})
export class CampaignsApiModule {}

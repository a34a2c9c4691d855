import { CampaignsModule } from '#campaigns';
import { MailModule } from '#mail';
import { Module } from '@nestjs/common';
import { AudiencesResolver } from './audiences.resolver.js';
import { CampaignMutations, ReminderMutations } from './campaign-mutations.resolver.js';
import { CampaignsLoaders } from './campaigns.loaders.js';
import { CampaignsResolver, InvitationTermsResolver, ReminderRulesResolver } from './campaigns.resolver.js';
import { FiguresController } from './figures.controller.js';
import { ProgressController } from './progress.controller.js';
import { ProgressDesk } from './progress-desk.js';
import { TemplatesResolver } from './templates.resolver.js';

@Module({
  imports: [CampaignsModule, MailModule],
  controllers: [ProgressController, FiguresController],
  providers: [
    CampaignsLoaders, ProgressDesk, TemplatesResolver, AudiencesResolver, CampaignsResolver, InvitationTermsResolver, ReminderRulesResolver, CampaignMutations, ReminderMutations,
  ],
})
export class CampaignsApiModule {}

import { ConferencesModule } from '#conferences';
import { ContactsModule } from '#contacts';
import { IdentityModule } from '#identity';
import { InvitationsModule } from '#invitations';
import { MailModule } from '#mail';
import { RegistrationModule } from '#registration';
import { Module } from '@nestjs/common';
import { AudienceDesk } from './audience/audience-desk.js';
import { AudienceCounts } from './audience/audience-counts.js';
import { CreateAudience } from './audience/create-audience.js';
import { UpdateAudience } from './audience/update-audience.js';
import { Campaigns } from './campaigns.js';
import { CreateCampaign } from './create-campaign.js';
import { CampaignFigures } from './figures/campaign-figures.js';
import { PlanDesk } from './plan-input.js';
import { PutAway } from './put-away.js';
import { CreateReminderRule } from './reminders/create-reminder-rule.js';
import { SendReminders } from './reminders/send-reminders.js';
import { StopReminderRule } from './reminders/stop-reminder-rule.js';
import { CampaignPress } from './sending/campaign-press.js';
import { EstimateCampaign } from './sending/estimate-campaign.js';
import { FillCampaign } from './sending/fill-campaign.js';
import { Launch } from './sending/launch.js';
import { NoteFinished } from './sending/note-finished.js';
import { StartCampaign } from './sending/start-campaign.js';
import { SteerCampaign } from './sending/steer-campaign.js';
import { CreateTemplate } from './template/create-template.js';
import { PreviewTemplate } from './template/preview-template.js';
import { SendTest } from './template/send-test.js';
import { UpdateTemplate } from './template/update-template.js';
import { UpdateCampaign } from './update-campaign.js';

const doors = [
  Campaigns,
  CreateTemplate, UpdateTemplate, CreateAudience, UpdateAudience, AudienceCounts, CreateCampaign, UpdateCampaign, StartCampaign, SteerCampaign, FillCampaign, NoteFinished, CampaignPress,
  PreviewTemplate, SendTest, EstimateCampaign, CampaignFigures, CreateReminderRule, StopReminderRule, SendReminders, PutAway,
];

@Module({
  imports: [ConferencesModule, ContactsModule, InvitationsModule, IdentityModule, MailModule, RegistrationModule],
  providers: [...doors, AudienceDesk, Launch, PlanDesk],
  exports: doors,
})
export class CampaignsModule {}

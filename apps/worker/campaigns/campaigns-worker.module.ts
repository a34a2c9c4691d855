import { CampaignsModule } from '#campaigns';
import { Module } from '@nestjs/common';
import { FillCampaignHandler } from './fill-campaign.handler.js';
import { NoteFinishedHandler } from './note-finished.handler.js';
import { SweepCampaignReminders } from './sweep-campaign-reminders.js';

@Module({ imports: [CampaignsModule], providers: [FillCampaignHandler, NoteFinishedHandler, SweepCampaignReminders] })
export class CampaignsWorkerModule {}

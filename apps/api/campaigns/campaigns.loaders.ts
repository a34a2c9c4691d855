import { Campaigns } from '#campaigns';
import type { Audience, Campaign, MailTemplate, ReminderRule } from '#campaigns';
import type { AudienceId, CampaignId, MailTemplateId } from '#kernel';
import { Injectable } from '@nestjs/common';
import { mapById } from '../graphql/loader-maps.js';
import { defineLoader, LoaderRegistry } from '../graphql/loaders.js';

export const templateById = defineLoader<MailTemplateId, MailTemplate | null>('templateById', () => null);
export const audienceById = defineLoader<AudienceId, Audience | null>('audienceById', () => null);
export const campaignById = defineLoader<CampaignId, Campaign | null>('campaignById', () => null);
/** Oldest first. */
export const rulesOfCampaign = defineLoader<CampaignId, readonly ReminderRule[]>('rulesOfCampaign', () => []);

/** Reads templates, audiences and campaigns, many at once. */
@Injectable()
export class CampaignsLoaders {
  constructor(registry: LoaderRegistry, campaigns: Campaigns) {
    registry.serve(templateById, async (ids) => mapById(await campaigns.templatesByIds(ids)));
    registry.serve(audienceById, async (ids) => mapById(await campaigns.audiencesByIds(ids)));
    registry.serve(campaignById, async (ids) => mapById(await campaigns.campaignsByIds(ids)));
    registry.serve(rulesOfCampaign, async (ids) => Map.groupBy(await campaigns.rulesOf(ids), (rule) => rule.campaignId));
  }
}

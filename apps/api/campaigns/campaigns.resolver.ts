import { CampaignFigures, Campaigns, EstimateCampaign } from '#campaigns';
import type { Audience, Campaign, CampaignFigure, Estimate, MailTemplate, Purpose, ReminderRule } from '#campaigns';
import type { Category } from '#conferences';
import type { Actor } from '#identity';
import { Clock, isRefusal } from '#kernel';
import type { CampaignId, CategoryId, ConferenceId, Refusal } from '#kernel';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { categoryById } from '../conferences/conferences.loaders.js';
import { Allow } from '../graphql/access.decorators.js';
import { connection, pageRequest } from '../graphql/connection.js';
import type { Connection } from '../graphql/connection.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import type {
  CampaignEstimate, CampaignPace, CampaignProgress, CampaignSchedule, CampaignState, InvitationTerms, QueryCampaignFiguresArgs, QueryCampaignsArgs,
} from '../graphql/schema.gen.js';
import { registrationsOf } from './campaign-registrations.resolver.js';
import { audienceById, campaignById, rulesOfCampaign, templateById } from './campaigns.loaders.js';
import { ProgressDesk, shownState } from './progress-desk.js';

/** Campaigns as their staff see them. */
@Resolver('Campaign')
export class CampaignsResolver {
  constructor(
    private readonly found: Campaigns, private readonly figures: CampaignFigures, private readonly estimating: EstimateCampaign, private readonly desk: ProgressDesk, private readonly clock: Clock,
  ) {}

  @Query('campaigns')
  @Allow('campaigns.edit')
  async campaigns(@CurrentActor() actor: Actor, @Args() args: QueryCampaignsArgs): Promise<Connection<Campaign> | Refusal> {
    const found = await this.found.campaigns(actor, args.conferenceId as ConferenceId, pageRequest(args));
    return isRefusal(found) ? found : connection(found.page, () => found.count(), (row) => row);
  }

  @Query('campaign')
  @Allow('campaigns.edit')
  campaign(@CurrentActor() actor: Actor, @Args('id') id: string): Promise<Campaign | Refusal> {
    return this.found.campaign(actor, id as CampaignId);
  }

  @Query('campaignFigures')
  @Allow('campaigns.edit')
  async campaignFigures(@CurrentActor() actor: Actor, @Args() { conferenceId, by, campaignId }: QueryCampaignFiguresArgs): Promise<readonly CampaignFigure[] | Refusal> {
    const conference = await this.found.conference(actor, conferenceId as ConferenceId);
    return isRefusal(conference) ? conference : this.figures.of(conference.id, by ?? 'CAMPAIGN', (campaignId ?? undefined) as CampaignId | undefined);
  }

  @ResolveField('purpose')
  purpose(@Parent() { what }: Campaign): Purpose {
    return what;
  }

  @ResolveField('state')
  state(@Parent() campaign: Campaign): CampaignState {
    return shownState(campaign, this.clock.now());
  }

  @ResolveField('template')
  template(@Parent() { templateId }: Campaign, @Context() { loaders }: RequestContext): Promise<MailTemplate | null> {
    return loaders.load(templateById, templateId);
  }

  @ResolveField('audience')
  audience(@Parent() { audienceId }: Campaign, @Context() { loaders }: RequestContext): Promise<Audience | null> | null {
    return audienceId === null ? null : loaders.load(audienceById, audienceId);
  }

  @ResolveField('isToRegistrations')
  isToRegistrations(@Parent() { plan }: Campaign): boolean {
    return plan.registrations != null;
  }

  @ResolveField('registrations')
  registrations(@Parent() campaign: Campaign, @Context() context: RequestContext): ReturnType<typeof registrationsOf> {
    return registrationsOf(campaign, context);
  }

  @ResolveField('fromName')
  fromName(@Parent() { plan }: Campaign): string | null {
    return plan.fromName;
  }

  @ResolveField('replyTo')
  replyTo(@Parent() { plan }: Campaign): string | null {
    return plan.replyTo;
  }

  @ResolveField('replyBy')
  replyBy(@Parent() { plan }: Campaign): Date | null {
    return instant(plan.replyBy);
  }

  @ResolveField('schedule')
  schedule(@Parent() { plan: { schedule } }: Campaign): CampaignSchedule {
    return { kind: schedule.kind, at: schedule.kind === 'AT' ? instant(schedule.at) : null, day: schedule.kind === 'MORNING' ? schedule.day : null };
  }

  @ResolveField('pace')
  pace(@Parent() { plan: { pace } }: Campaign): CampaignPace {
    return { ...pace, quietFrom: pace.quiet?.from ?? null, quietUntil: pace.quiet?.until ?? null };
  }

  @ResolveField('invitation')
  invitation(@Parent() { plan: { invitation } }: Campaign): (Omit<InvitationTerms, 'category'> & { categoryId: CategoryId | null }) | null {
    return invitation === null ? null : { ...invitation, expiresAt: instant(invitation.expiresAt) };
  }

  @ResolveField('estimate')
  async estimate(@Parent() { id, state }: Campaign, @CurrentActor() actor: Actor): Promise<CampaignEstimate | Refusal | null> {
    if (state !== 'DRAFT') return null;
    const estimate = await this.estimating.run(actor, id);
    return isRefusal(estimate) ? estimate : estimateView(estimate);
  }

  @ResolveField('progress')
  progress(@Parent() campaign: Campaign): Promise<CampaignProgress | null> {
    return this.desk.of(campaign);
  }

  @ResolveField('reminderRules')
  reminderRules(@Parent() { id }: Campaign, @Context() { loaders }: RequestContext): Promise<readonly ReminderRule[]> {
    return loaders.load(rulesOfCampaign, id);
  }

  @ResolveField('remindsOf')
  remindsOf(@Parent() { remindsOf }: Campaign, @Context() { loaders }: RequestContext): Promise<Campaign | null> | null {
    return remindsOf === null ? null : loaders.load(campaignById, remindsOf);
  }
}

/** The category of an invitation's terms. */
@Resolver('InvitationTerms')
export class InvitationTermsResolver {
  @ResolveField('category')
  category(@Parent() { categoryId }: { categoryId: CategoryId | null }, @Context() { loaders }: RequestContext): Promise<Category | null> | null {
    return categoryId === null ? null : loaders.load(categoryById, categoryId);
  }
}

/** What a rule's reminders say. */
@Resolver('ReminderRule')
export class ReminderRulesResolver {
  @ResolveField('template')
  template(@Parent() { templateId }: ReminderRule, @Context() { loaders }: RequestContext): Promise<MailTemplate | null> {
    return loaders.load(templateById, templateId);
  }
}

function instant(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

function estimateView({ byLocale, inFallback, startsAt, endsAt, ...count }: Estimate): CampaignEstimate {
  return { count, byLocale, inFallback, startsAt, endsAt };
}

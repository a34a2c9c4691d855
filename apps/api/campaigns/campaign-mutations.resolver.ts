import { CreateCampaign, CreateReminderRule, PutAway, ReminderRule, StartCampaign, SteerCampaign, StopReminderRule, UpdateCampaign } from '#campaigns';
import type { Campaign, CampaignInput, Steering } from '#campaigns';
import type { Actor } from '#identity';
import { isRefusal } from '#kernel';
import type { AudienceId, CampaignId, CategoryId, ConferenceId, MailTemplateId, Refusal, ReminderRuleId } from '#kernel';
import { UnitOfWork } from '#platform';
import type { ListFilter } from '#registration';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../graphql/access.decorators.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { CreateCampaignInput, CreateReminderRuleInput, MutationStartCampaignArgs, UpdateCampaignInput } from '../graphql/schema.gen.js';
import { RegistrationFilters } from '../registration/registration-filter.js';
import { campaignById } from './campaigns.loaders.js';

type Answer = Promise<Campaign | Refusal | null>;

/** What staff do with campaigns. */
@Resolver()
export class CampaignMutations {
  constructor(
    private readonly creating: CreateCampaign, private readonly updating: UpdateCampaign, private readonly starting: StartCampaign, private readonly steering: SteerCampaign,
    private readonly puttingAway: PutAway, private readonly filters: RegistrationFilters,
  ) {}

  @Mutation('createCampaign')
  @Allow('campaigns.edit')
  async create(@CurrentActor() actor: Actor, @Context() context: RequestContext, @Args('input') input: CreateCampaignInput, @Args('idempotencyKey') key?: string): Answer {
    return shown(context, await this.creating.run(actor, { ...given(input), registrations: await this.registrations(input, input.conferenceId as ConferenceId), conferenceId: input.conferenceId as ConferenceId }, key ?? undefined));
  }

  @Mutation('updateCampaign')
  @Allow('campaigns.edit')
  async update(@CurrentActor() actor: Actor, @Context() context: RequestContext, @Args('input') input: UpdateCampaignInput): Answer {
    const id = input.id as CampaignId;
    const known = input.registrations == null ? null : await context.loaders.load(campaignById, id);
    const registrations = known === null ? null : await this.registrations(input, known.conferenceId);
    return shown(context, await this.updating.run(actor, { ...given(input), registrations, id, version: input.version }));
  }

  @Mutation('startCampaign')
  @Allow('campaigns.send')
  async start(@CurrentActor() actor: Actor, @Context() context: RequestContext, @Args() { id, recipients }: MutationStartCampaignArgs): Answer {
    return shown(context, await this.starting.run(actor, { id: id as CampaignId, recipients }));
  }

  @Mutation('pauseCampaign')
  @Allow('campaigns.send')
  pause(@CurrentActor() actor: Actor, @Context() context: RequestContext, @Args('id') id: string): Answer {
    return this.steer(actor, context, id, 'PAUSE');
  }

  @Mutation('resumeCampaign')
  @Allow('campaigns.send')
  resume(@CurrentActor() actor: Actor, @Context() context: RequestContext, @Args('id') id: string): Answer {
    return this.steer(actor, context, id, 'RESUME');
  }

  @Mutation('cancelCampaign')
  @Allow('campaigns.send')
  cancel(@CurrentActor() actor: Actor, @Context() context: RequestContext, @Args('id') id: string): Answer {
    return this.steer(actor, context, id, 'CANCEL');
  }

  @Mutation('archiveCampaign')
  @Allow('campaigns.edit')
  async archive(@CurrentActor() actor: Actor, @Context() context: RequestContext, @Args('id') id: string): Answer {
    return shown(context, await this.puttingAway.campaign(actor, id as CampaignId));
  }

  private async registrations({ registrations }: Pick<CreateCampaignInput, 'registrations'>, conferenceId: ConferenceId): Promise<ListFilter | null> {
    return registrations == null ? null : this.filters.chosen(conferenceId, registrations);
  }

  private async steer(actor: Actor, context: RequestContext, id: string, steering: Steering): Answer {
    return shown(context, await this.steering.run(actor, id as CampaignId, steering));
  }
}

/** When reminders follow by themselves. */
@Resolver()
export class ReminderMutations {
  constructor(private readonly work: UnitOfWork, private readonly creating: CreateReminderRule, private readonly stopping: StopReminderRule) {}

  @Mutation('createReminderRule')
  @Allow('campaigns.send')
  async create(@CurrentActor() actor: Actor, @Args('input') input: CreateReminderRuleInput, @Args('idempotencyKey') key?: string): Promise<ReminderRule | Refusal> {
    const { campaignId, templateId, whom, ...others } = input;
    return this.shown(await this.creating.run(actor, {
      ...others, campaignId: campaignId as CampaignId, templateId: templateId as MailTemplateId, whom: whom ?? 'NOT_ANSWERED',
    }, key ?? undefined));
  }

  @Mutation('stopReminderRule')
  @Allow('campaigns.send')
  async stop(@CurrentActor() actor: Actor, @Args('id') id: string): Promise<ReminderRule | Refusal> {
    return this.shown(await this.stopping.run(actor, id as ReminderRuleId));
  }

  private async shown(made: { ruleId: ReminderRuleId } | Refusal): Promise<ReminderRule | Refusal> {
    return isRefusal(made) ? made : this.work.reader.findOneByOrFail(ReminderRule, { id: made.ruleId });
  }
}

async function shown({ loaders }: RequestContext, made: { campaignId: CampaignId } | Refusal): Answer {
  return isRefusal(made) ? made : loaders.load(campaignById, made.campaignId);
}

function given(input: Omit<CreateCampaignInput, 'conferenceId'>): CampaignInput {
  const { invitation } = input;
  return {
    name: input.name, templateId: input.templateId as MailTemplateId, audienceId: input.audienceId as AudienceId | null | undefined, fromName: input.fromName, replyTo: input.replyTo, replyBy: input.replyBy,
    schedule: input.schedule, pace: input.pace, invitation: invitation == null ? null : { ...invitation, categoryId: invitation.categoryId as CategoryId | null | undefined },
  };
}

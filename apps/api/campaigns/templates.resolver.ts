import { Campaigns, CreateTemplate, PLACEHOLDERS, PreviewTemplate, PutAway, readyMadeTexts, SendTest, UpdateTemplate } from '#campaigns';
import type { MailTemplate, Preview, Purpose, TemplateInput, TemplateTexts } from '#campaigns';
import type { Actor } from '#identity';
import { isRefusal } from '#kernel';
import type { AudienceId, CampaignId, ConferenceId, MailTemplateId, Refusal } from '#kernel';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../graphql/access.decorators.js';
import { connection, pageRequest } from '../graphql/connection.js';
import type { Connection } from '../graphql/connection.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import type {
  CreateTemplateInput, QueryPreviewTemplateArgs, QueryReadyMadeTemplateArgs, QueryTemplatesArgs, SendTestInput, TemplatePreview, TemplateText, UpdateTemplateInput,
} from '../graphql/schema.gen.js';
import { templateById } from './campaigns.loaders.js';

/** Letters to many as staff write them. */
@Resolver('MailTemplate')
export class TemplatesResolver {
  constructor(
    private readonly campaigns: Campaigns, private readonly creating: CreateTemplate, private readonly updating: UpdateTemplate, private readonly previewing: PreviewTemplate,
    private readonly testing: SendTest, private readonly puttingAway: PutAway,
  ) {}

  @Query('templates')
  @Allow('campaigns.edit')
  async templates(@CurrentActor() actor: Actor, @Args() args: QueryTemplatesArgs): Promise<Connection<MailTemplate> | Refusal> {
    const found = await this.campaigns.templates(actor, args.conferenceId as ConferenceId, pageRequest(args));
    return isRefusal(found) ? found : connection(found.page, () => found.count(), (row) => row);
  }

  @Query('template')
  @Allow('campaigns.edit')
  template(@CurrentActor() actor: Actor, @Args('id') id: string): Promise<MailTemplate | Refusal> {
    return this.campaigns.template(actor, id as MailTemplateId);
  }

  @Query('readyMadeTemplate')
  @Allow('campaigns.edit')
  readyMade(@Args() { kind }: QueryReadyMadeTemplateArgs): readonly TemplateText[] {
    return listed(readyMadeTexts(kind));
  }

  @Query('templatePlaceholders')
  @Allow('campaigns.edit')
  placeholders(): readonly string[] {
    return PLACEHOLDERS;
  }

  @Query('previewTemplate')
  @Allow('campaigns.edit')
  async preview(@CurrentActor() actor: Actor, @Args() { templateId, audienceId, campaignId, locale }: QueryPreviewTemplateArgs): Promise<readonly TemplatePreview[] | Refusal> {
    const previews = await this.previewing.run(actor, { templateId: templateId as MailTemplateId, audienceId: audienceId as AudienceId | null | undefined, campaignId: campaignId as CampaignId | null | undefined, locale });
    return isRefusal(previews) ? previews : previews.map(seen);
  }

  @Mutation('createTemplate')
  @Allow('campaigns.edit')
  async create(
    @CurrentActor() actor: Actor, @Context() { loaders }: RequestContext, @Args('input') input: CreateTemplateInput, @Args('idempotencyKey') key?: string,
  ): Promise<MailTemplate | Refusal | null> {
    const made = await this.creating.run(actor, { ...given(input), conferenceId: input.conferenceId as ConferenceId }, key ?? undefined);
    return isRefusal(made) ? made : loaders.load(templateById, made.templateId);
  }

  @Mutation('updateTemplate')
  @Allow('campaigns.edit')
  async update(@CurrentActor() actor: Actor, @Context() { loaders }: RequestContext, @Args('input') input: UpdateTemplateInput): Promise<MailTemplate | Refusal | null> {
    const changed = await this.updating.run(actor, { ...given(input), id: input.id as MailTemplateId, version: input.version });
    return isRefusal(changed) ? changed : loaders.load(templateById, changed.templateId);
  }

  @Mutation('archiveTemplate')
  @Allow('campaigns.edit')
  async archive(@CurrentActor() actor: Actor, @Context() { loaders }: RequestContext, @Args('id') id: string): Promise<MailTemplate | Refusal | null> {
    const archived = await this.puttingAway.template(actor, id as MailTemplateId);
    return isRefusal(archived) ? archived : loaders.load(templateById, archived.templateId);
  }

  @Mutation('sendTest')
  @Allow('campaigns.edit')
  sendTest(@CurrentActor() actor: Actor, @Args('input') input: SendTestInput): Promise<{ letters: number } | Refusal> {
    return this.testing.run(actor, { ...input, templateId: input.templateId as MailTemplateId });
  }

  @ResolveField('purpose')
  purpose(@Parent() { what }: MailTemplate): Purpose {
    return what;
  }

  @ResolveField('texts')
  texts(@Parent() { texts, fallbacks }: MailTemplate): readonly TemplateText[] {
    // JSON in PostgreSQL keeps no order; that of the fallbacks is the editors' own.
    return listed(texts).toSorted((one, other) => fallbacks.indexOf(one.locale) - fallbacks.indexOf(other.locale));
  }

  @ResolveField('attachments')
  attachments(@Parent() { attaches }: MailTemplate): MailTemplate['attaches'] {
    return attaches;
  }
}

function listed(texts: TemplateTexts): readonly TemplateText[] {
  return Object.entries(texts).map(([locale, text]) => ({ locale, ...text }));
}

function given({ name, purpose, texts, fallbacks, attachments }: Pick<CreateTemplateInput, 'name' | 'purpose' | 'texts' | 'fallbacks' | 'attachments'>): TemplateInput {
  return { name, what: purpose, texts: texts.map((text) => ({ ...text, preheader: text.preheader ?? '' })), fallbacks: fallbacks ?? undefined, attaches: attachments ?? undefined };
}

function seen({ reader, locale, subject, preheader, html, text, attachments }: Preview): TemplatePreview {
  return { reason: reader.reason, name: reader.name, readerLocale: reader.locale, locale, subject, preheader, html, text, attachments: attachments.map(({ filename }) => filename) };
}

import type { CampaignId, MailingId, MessageId } from '#kernel';
import { MailingPress } from '#mail';
import type { MailingContent, MessageToPrint, OpenMailing } from '#mail';
import { LinkTokens, rowsOf, SETTINGS } from '#platform';
import type { Settings } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Campaign } from '../campaign.entity.js';
import type { FrozenCampaign } from '../campaign-plan.js';
import { ReminderRule } from '../reminders/reminder-rule.entity.js';
import { CompiledTemplate } from '../template/compiled-template.js';
import { AttachmentPrinter } from './attachments.js';
import { stillDueSql } from './due.js';
import { ReaderValues } from './reader-values.js';
import type { ReaderProps } from './reader-values.js';

/** Writes the letters of campaigns: template parsed once, Markdown laid out once a language, values filled in a letter. */
@Injectable()
export class CampaignPress extends MailingPress {
  constructor(@Inject(SETTINGS) private readonly settings: Settings, private readonly tokens: LinkTokens) {
    super();
  }

  override async open(em: EntityManager, mailingId: MailingId): Promise<OpenMailing> {
    const campaign = await em.findOneBy(Campaign, { id: mailingId as string as CampaignId });
    if (campaign?.frozen == null) throw new Error(`mailing ${mailingId} is of no campaign that was started`);
    const rule = campaign.ruleId === null ? null : await em.findOneBy(ReminderRule, { id: campaign.ruleId });
    const letters = await this.letters(campaign.frozen, campaign.plan.replyBy);
    const due = `
      SELECT p.message_id AS id FROM campaign_recipient p LEFT JOIN invitation i ON i.id = p.invitation_id
      WHERE p.message_id = ANY($1::uuid[]) AND (${stillDueSql(campaign, rule?.whom)})`;
    return {
      print: (message: MessageToPrint) => letters(message.locale, message.props as ReaderProps).content,
      // Nobody answers a test.
      stillDue: async (reader: EntityManager, ids: readonly MessageId[]) => (campaign.isTest ? new Set(ids) : new Set((await rowsOf<{ id: MessageId }>(reader, due, [ids])).map(({ id }) => id))),
    };
  }

  /** What makes letters of a template, for mailings and previews alike. */
  async letters(frozen: FrozenCampaign, replyBy: string | null): Promise<(reader: string, props: ReaderProps) => { readonly locale: string; readonly content: MailingContent }> {
    const template = CompiledTemplate.of(frozen.texts, frozen.fallbacks);
    const values = new ReaderValues({ frozen, replyBy, publicUrl: this.settings.PUBLIC_URL, tokens: this.tokens });
    const attachments = await AttachmentPrinter.open(frozen, this.settings.PUBLIC_URL);
    return (reader, props) => {
      const { locale, blocks, ...content } = template.fill(reader, (language) => values.of(props, language));
      return { locale, content: { ...content, locale, attachments: attachments.of(locale, content.subject, blocks) } };
    };
  }
}

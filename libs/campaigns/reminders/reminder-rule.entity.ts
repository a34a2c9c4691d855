import type { CampaignId, ConferenceId, MailTemplateId, ReminderRuleId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Reminded } from '../sending/due.js';

/** When reminders follow a campaign by themselves, and to whom. */
@Entity('reminder_rule')
export class ReminderRule {
  @PrimaryColumn('uuid')
  id!: ReminderRuleId;

  @Column('uuid', { name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column('uuid', { name: 'campaign_id' })
  campaignId!: CampaignId;

  @Column('uuid', { name: 'template_id' })
  templateId!: MailTemplateId;

  @Column('text')
  whom!: Reminded;

  /** After all letters of the campaign have left, and as many after each reminder. */
  @Column('int', { name: 'after_days', nullable: true })
  afterDays!: number | null;

  /** Before the campaign's reply deadline. */
  @Column('int', { name: 'before_days', nullable: true })
  beforeDays!: number | null;

  @Column('int', { name: 'at_most' })
  atMost!: number;

  @Column('timestamptz', { name: 'stopped_at', nullable: true })
  stoppedAt!: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}

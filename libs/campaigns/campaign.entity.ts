import type { AudienceId, CampaignId, ConferenceId, MailTemplateId, ReminderRuleId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CampaignPlan, FrozenCampaign } from './campaign-plan.js';
import type { CampaignState, Purpose } from './campaign.status.js';

/** One letter to many. Its sending side is the mailing of the same id. */
@Entity('campaign')
export class Campaign {
  @PrimaryColumn('uuid')
  id!: CampaignId;

  @Column('uuid', { name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column('text')
  name!: string;

  @Column('text')
  what!: Purpose;

  @Column('text')
  state!: CampaignState;

  @Column('uuid', { name: 'template_id' })
  templateId!: MailTemplateId;

  /** Null for a reminder made by a rule, and for a test. */
  @Column('uuid', { name: 'audience_id', nullable: true })
  audienceId!: AudienceId | null;

  @Column('jsonb')
  plan!: CampaignPlan;

  /** Null in a draft. */
  @Column('jsonb', { nullable: true })
  frozen!: FrozenCampaign | null;

  /** Whom it writes to, counted when it was started; null in a draft. */
  @Column('int', { nullable: true })
  recipients!: number | null;

  @Column('boolean', { name: 'is_test' })
  isTest!: boolean;

  @Column('uuid', { name: 'rule_id', nullable: true })
  ruleId!: ReminderRuleId | null;

  /** The how-manieth reminder of its rule, from 1. */
  @Column('int', { nullable: true })
  round!: number | null;

  @Column('uuid', { name: 'reminds_of', nullable: true })
  remindsOf!: CampaignId | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt!: Date | null;

  /** When the first letter may leave; null in a draft. */
  @Column('timestamptz', { name: 'starts_at', nullable: true })
  startsAt!: Date | null;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;

  /** Raised by each change; editors send the one they saw. */
  @Column('int')
  version!: number;

  /** When a draft was put away; lists and choices no longer show it. */
  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: Date | null;
}

import type { ConferenceId, MailingId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const MAILING_STATES = ['RUNNING', 'PAUSED', 'CANCELLED', 'FINISHED'] as const;
export type MailingState = (typeof MAILING_STATES)[number];

/** The sending side of a campaign; its letters are rows of the ledger (`message.mailing_id`). */
@Entity('mailing')
export class Mailing {
  /** The campaign's own id. */
  @PrimaryColumn('uuid')
  id!: MailingId;

  @Column('uuid', { name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column('text')
  state!: MailingState;

  @Column('boolean')
  adding!: boolean;

  /** What `message.kind` says of its letters, such as `campaigns.invitation`. */
  @Column('text')
  kind!: string;

  @Column('text', { name: 'from_name' })
  fromName!: string;

  @Column('text', { name: 'reply_to', nullable: true })
  replyTo!: string | null;

  @Column('text', { name: 'list_id' })
  listId!: string;

  @Column('text', { array: true })
  senders!: string[];

  @Column('integer', { name: 'per_minute', nullable: true })
  perMinute!: number | null;

  @Column('integer', { name: 'domain_per_minute', nullable: true })
  domainPerMinute!: number | null;

  @Column('integer', { name: 'warm_up', array: true })
  warmUp!: number[];

  @Column('time without time zone', { name: 'quiet_from', nullable: true })
  quietFrom!: string | null;

  @Column('time without time zone', { name: 'quiet_until', nullable: true })
  quietUntil!: string | null;

  @Column('text')
  zone!: string;

  @Column('integer')
  shift!: number;

  @Column('timestamptz', { name: 'seen_at', nullable: true })
  seenAt!: Date | null;

  @Column('integer', { name: 'rate_per_minute', nullable: true })
  ratePerMinute!: number | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt!: Date | null;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
}

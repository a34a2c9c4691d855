import type { ConferenceId, MessageId, SuppressionId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Why an address is not written to. */
export const SUPPRESSION_REASONS = ['HARD_BOUNCE', 'COMPLAINT', 'UNSUBSCRIBED', 'STAFF', 'IMPORT'] as const;
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number];

/** An address that mailings do not write to. */
@Entity('suppression')
export class Suppression {
  @PrimaryColumn('uuid')
  id!: SuppressionId;

  /** Null: no conference of the installation writes to it. */
  @Column('uuid', { name: 'conference_id', nullable: true })
  conferenceId!: ConferenceId | null;

  @Column('text', { name: 'address_key' })
  addressKey!: string;

  @Column('text')
  address!: string;

  @Column('text')
  reason!: SuppressionReason;

  @Column('text', { nullable: true })
  note!: string | null;

  /** The letter that bounced, was complained about, or held the link. */
  @Column('uuid', { name: 'message_id', nullable: true })
  messageId!: MessageId | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'lifted_at', nullable: true })
  liftedAt!: Date | null;
}

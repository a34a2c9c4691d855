import type { AccountId, ConferenceId, MailingId, MessageId, RegistrationId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BounceKind, MessageState, SendingPhase } from './message.status.js';

/** One letter to one person: a line of the ledger. */
@Entity('message')
export class Message {
  @PrimaryColumn('uuid')
  id!: MessageId;

  @Column('text')
  kind!: string;

  @Column('text', { name: 'unique_key' })
  uniqueKey!: string;

  @Column('uuid', { name: 'conference_id', nullable: true })
  conferenceId!: ConferenceId | null;

  @Column('uuid', { name: 'registration_id', nullable: true })
  registrationId!: RegistrationId | null;

  @Column('uuid', { name: 'account_id', nullable: true })
  accountId!: AccountId | null;

  @Column('text', { name: 'to_address' })
  toAddress!: string;

  @Column('text', { name: 'to_name' })
  toName!: string;

  @Column('text', { name: 'from_name', nullable: true })
  fromName!: string | null;

  @Column('text')
  locale!: string;

  @Column('jsonb')
  props!: object;

  @Column('boolean')
  urgent!: boolean;

  @Column('text')
  state!: MessageState;

  @Column('text', { nullable: true })
  phase!: SendingPhase | null;

  @Column('integer')
  attempts!: number;

  @Column('timestamptz', { name: 'next_attempt_at' })
  nextAttemptAt!: Date;

  @Column('text', { name: 'smtp_answer', nullable: true })
  smtpAnswer!: string | null;

  @Column('text', { nullable: true })
  subject!: string | null;

  @Column('text', { name: 'message_id' })
  messageId!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'sending_at', nullable: true })
  sendingAt!: Date | null;

  @Column('text', { name: 'sending_by', nullable: true })
  sendingBy!: string | null;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt!: Date | null;

  /** The mailing it is part of: its letters are written by a press of their own and sent by the lane for many. */
  @Column('uuid', { name: 'mailing_id', nullable: true })
  mailingId!: MailingId | null;

  @Column('text', { nullable: true })
  bounce!: BounceKind | null;

  @Column('timestamptz', { name: 'bounced_at', nullable: true })
  bouncedAt!: Date | null;
}

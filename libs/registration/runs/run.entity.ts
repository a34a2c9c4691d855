import type { AccountId, ApiTokenId, ConferenceId, Id, RegistrationId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What staff do with many registrations at once: confirm, decline, cancel, send each the link to its page again, put a tag on or take it off. */
export const runDeeds = ['APPROVE', 'DECLINE', 'CANCEL', 'SEND_LINK', 'TAG', 'UNTAG'] as const;
export type RunDeed = (typeof runDeeds)[number];

export type RegistrationRunId = Id<'RegistrationRun'>;

/** One decision of staff over many registrations, which the worker carries out. */
@Entity('registration_run')
export class RegistrationRun {
  @PrimaryColumn('uuid')
  id!: RegistrationRunId;

  @Column('uuid', { name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column('text')
  deed!: RunDeed;

  @Column('text', { nullable: true })
  reason!: string | null;

  /** What is put on or taken off. */
  @Column('text', { nullable: true })
  tag!: string | null;

  /** Whom it concerns, frozen when it was started; read by slices only, since it may hold many thousands. */
  @Column('uuid', { name: 'registration_ids', array: true, select: false })
  registrationIds!: RegistrationId[];

  @Column('uuid', { name: 'account_id' })
  accountId!: AccountId;

  @Column('uuid', { name: 'token_id', nullable: true })
  tokenId!: ApiTokenId | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  /** When nothing was left to do; null while it is under way, and of one that was stopped. */
  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;

  @Column('timestamptz', { name: 'stopped_at', nullable: true })
  stoppedAt!: Date | null;
}

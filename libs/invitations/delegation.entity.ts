import type { AccountId, ConferenceId, DelegationId, LocalizedText } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An organisation's or a country's delegates at one conference. */
@Entity('delegation')
export class Delegation {
  @PrimaryColumn('uuid')
  id!: DelegationId;

  @Column('uuid', { name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column('jsonb')
  name!: LocalizedText;

  @Column('text', { nullable: true })
  organisation!: string | null;

  /** ISO 3166-1 alpha-2. */
  @Column('text', { nullable: true })
  country!: string | null;

  /** Who registers and invites its members; null where staff do it. */
  @Column('uuid', { name: 'head_account_id', nullable: true })
  headAccountId!: AccountId | null;

  @Column('text', { name: 'head_name', nullable: true })
  headName!: string | null;

  /** For staff only. */
  @Column('text', { nullable: true })
  note!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;

  /** Raised by each change; editors send the one they saw. */
  @Column('int')
  version!: number;
}

import type { CategoryId, ConferenceId, LocalizedText, PoolId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whom one registers as: delegate, speaker, media, VIP, accompanying person, staff. */
@Entity('category')
export class Category {
  @PrimaryColumn('uuid')
  id!: CategoryId;

  @Column('uuid', { name: 'conference_id' })
  conferenceId!: ConferenceId;

  /** Short name in addresses, unique in the conference. */
  @Column('text')
  key!: string;

  /** Order in which categories are offered. */
  @Column('int')
  position!: number;

  @Column('jsonb')
  title!: LocalizedText;

  @Column('jsonb', { nullable: true })
  description!: LocalizedText | null;

  /** Its places; how many there are is the pool's to say. */
  @Column('uuid', { name: 'pool_id' })
  poolId!: PoolId;

  @Column('boolean', { name: 'needs_approval' })
  needsApproval!: boolean;

  @Column('boolean', { name: 'invitation_only' })
  invitationOnly!: boolean;

  /** Null means with the conference. */
  @Column('timestamptz', { name: 'opens_at', nullable: true })
  opensAt!: Date | null;

  @Column('timestamptz', { name: 'closes_at', nullable: true })
  closesAt!: Date | null;

  /** 0 is no line, null a line without limit. */
  @Column('int', { name: 'waitlist_limit', nullable: true })
  waitlistLimit!: number | null;

  @Column('int', { name: 'offer_minutes' })
  offerMinutes!: number;

  @Column('boolean', { name: 'asks_travel_document' })
  asksTravelDocument!: boolean;

  /** Newest version of its form. */
  @Column('int', { name: 'form_version' })
  formVersion!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}

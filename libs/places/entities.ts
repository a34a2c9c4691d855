import type { ConferenceId, OfferId, PoolId, RegistrationId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OfferState, PoolKind } from './places.status.js';

/** What has places; its counters move only under its lock. */
@Entity('pool')
export class Pool {
  @PrimaryColumn('uuid') id!: PoolId;
  @Column('uuid', { name: 'conference_id' }) conferenceId!: ConferenceId;
  @Column('text') kind!: PoolKind;
  @Column('uuid', { name: 'subject_id' }) subjectId!: string;
  @Column('integer', { nullable: true }) size!: number | null;
  @Column('integer', { default: 0 }) overbooked!: number;
  @Column('integer', { default: 0 }) taken!: number;
  @Column('integer', { default: 0 }) waiting!: number;
  @Column('integer', { name: 'line_limit', nullable: true }) lineLimit!: number | null;
  @Column('integer', { name: 'offer_minutes' }) offerMinutes!: number;
  @Column('integer', { name: 'party_minutes' }) partyMinutes!: number;
  @Column('integer', { default: 0 }) timing!: number;
  @Column('timestamptz', { name: 'closes_at', nullable: true }) closesAt!: Date | null;
}

/** A freed place held for someone. Kept after it was answered. */
@Entity('offer')
export class Offer {
  @PrimaryColumn('uuid') id!: OfferId;
  @Column('uuid', { name: 'conference_id' }) conferenceId!: ConferenceId;
  @Column('uuid', { name: 'pool_id' }) poolId!: PoolId;
  @Column('uuid', { name: 'holder_id' }) holderId!: RegistrationId;
  @Column('integer') party!: number;
  @Column('integer') priority!: number;
  @Column('bigint') turn!: string;
  @Column('text') state!: OfferState;
  @Column('timestamptz', { name: 'offered_at' }) offeredAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt!: Date | null;
}

export const placesEntities = [Pool, Offer];

import type { ConferenceId, DepartureId, LocalizedText, PoolId, VisitId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** PLANNED may yet be cancelled for want of people; CERTAIN has enough, or needs no minimum. */
export const departureStates = ['PLANNED', 'CERTAIN', 'CANCELLED'] as const;
export type DepartureState = (typeof departureStates)[number];

/** The dated run of a visit. Its seats are a pool of its own, so that two departures never wait for each other. */
@Entity('departure')
export class Departure {
  @PrimaryColumn('uuid')
  id!: DepartureId;

  @Column('uuid', { name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column('uuid', { name: 'visit_id' })
  visitId!: VisitId;

  @Column('text')
  state!: DepartureState;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt!: Date;

  @Column('timestamptz', { name: 'ends_at' })
  endsAt!: Date;

  @Column('jsonb', { name: 'meeting_point' })
  meetingPoint!: LocalizedText;

  /** Where one meets, as a key that others use too, such as a venue's id; null: a place of its own. */
  @Column('text', { nullable: true })
  site!: string | null;

  /** In words, for example coach 3 with its licence plate; null while not decided. */
  @Column('text', { nullable: true })
  vehicle!: string | null;

  @Column('text', { name: 'guide_name', nullable: true })
  guideName!: string | null;

  /** BCP 47. */
  @Column('text', { array: true, name: 'guide_languages' })
  guideLanguages!: string[];

  /** Null: at once. */
  @Column('timestamptz', { name: 'bookable_from', nullable: true })
  bookableFrom!: Date | null;

  /** From this instant on it can no longer be booked. */
  @Column('timestamptz', { name: 'bookable_until' })
  bookableUntil!: Date;

  /** In people; fewer at `minimumBy`, and it is cancelled. */
  @Column('int', { nullable: true })
  minimum!: number | null;

  @Column('timestamptz', { name: 'minimum_by', nullable: true })
  minimumBy!: Date | null;

  /** Of a cancelled one; null where it was for want of people. */
  @Column('jsonb', { name: 'cancel_reason', nullable: true })
  cancelReason!: LocalizedText | null;

  @Column('uuid', { name: 'pool_id' })
  poolId!: PoolId;

  /** Raised by each change; the SEQUENCE of the calendar file. */
  @Column('int')
  version!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}

import type { ConferenceId, DepartureId, LocalizedText, PoolId, VisitId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The dated run of a visit. Its seats are a pool of its own, so that two departures never wait for each other. */
@Entity('departure')
export class Departure {
  @PrimaryColumn('uuid')
  id!: DepartureId;

  @Column('uuid', { name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column('uuid', { name: 'visit_id' })
  visitId!: VisitId;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt!: Date;

  @Column('timestamptz', { name: 'ends_at' })
  endsAt!: Date;

  @Column('jsonb', { name: 'meeting_point' })
  meetingPoint!: LocalizedText;

  /** For example coach 3 with its licence plate; null while not decided. */
  @Column('text', { nullable: true })
  vehicle!: string | null;

  /** BCP 47. */
  @Column('text', { array: true, name: 'guide_languages' })
  guideLanguages!: string[];

  /** From this instant on it can no longer be booked. */
  @Column('timestamptz', { name: 'bookable_until' })
  bookableUntil!: Date;

  @Column('uuid', { name: 'pool_id' })
  poolId!: PoolId;

  /** Raised by each change; the SEQUENCE of the calendar file. */
  @Column('int')
  version!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}

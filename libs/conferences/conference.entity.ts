import type { ConferenceId, LocalizedText, SeriesId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConferenceState } from './conference.status.js';

/** One dated edition of a series. */
@Entity('conference')
export class Conference {
  @PrimaryColumn('uuid')
  id!: ConferenceId;

  @Column('uuid', { name: 'series_id' })
  seriesId!: SeriesId;

  @Column('text')
  slug!: string;

  @Column('int')
  ordinal!: number;

  @Column('text')
  state!: ConferenceState;

  @Column('jsonb')
  title!: LocalizedText;

  @Column('jsonb', { nullable: true })
  theme!: LocalizedText | null;

  @Column('jsonb', { nullable: true })
  description!: LocalizedText | null;

  @Column('jsonb', { name: 'practical_information', nullable: true })
  practicalInformation!: LocalizedText | null;

  @Column('text', { name: 'host_region' })
  hostRegion!: string;

  @Column('text', { name: 'host_override_reason', nullable: true })
  hostOverrideReason!: string | null;

  @Column('jsonb')
  city!: LocalizedText;

  @Column('text')
  country!: string;

  /** IANA name; every wall-clock time of the conference is meant in it. */
  @Column('text', { name: 'time_zone' })
  timeZone!: string;

  /** First day, as YYYY-MM-DD in the conference's zone. */
  @Column('date', { name: 'starts_on' })
  startsOn!: string;

  @Column('date', { name: 'ends_on' })
  endsOn!: string;

  /** BCP 47 tags in fallback order. */
  @Column('text', { array: true })
  locales!: string[];

  @Column('int', { name: 'persons_per_account' })
  personsPerAccount!: number;

  /** Null means until the conference begins. */
  @Column('timestamptz', { name: 'editable_until', nullable: true })
  editableUntil!: Date | null;

  /** For how many days after the last day travel documents and uploaded files are kept. */
  @Column('int', { name: 'documents_kept_days' })
  documentsKeptDays!: number;

  /** Raised by each change; editors send the one they saw. */
  @Column('int')
  version!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}

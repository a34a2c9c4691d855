import type { AudienceId, ConferenceId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AudienceFilter } from './audience-filter.js';

/** A saved filter over the contacts of a conference's series; whom it finds is counted anew each time. */
@Entity('audience')
export class Audience {
  @PrimaryColumn('uuid')
  id!: AudienceId;

  @Column('uuid', { name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column('text')
  name!: string;

  @Column('jsonb')
  filter!: AudienceFilter;

  /** Raised by each change; editors send the one they saw. */
  @Column('int')
  version!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;

  /** When it was put away; lists and choices no longer show it. */
  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: Date | null;
}

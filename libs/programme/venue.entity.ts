import type { ConferenceId, LocalizedText, VenueId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A place with rooms. */
@Entity('venue')
export class Venue {
  @PrimaryColumn('uuid')
  id!: VenueId;

  @Column('uuid', { name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column('jsonb')
  name!: LocalizedText;

  @Column('jsonb', { nullable: true })
  address!: LocalizedText | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}

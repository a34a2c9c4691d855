import type { ConferenceId, ContactListId, SeriesId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A list of contacts that staff keep: of a series, or of one conference of it. */
@Entity('contact_list')
export class ContactList {
  @PrimaryColumn('uuid')
  id!: ContactListId;

  @Column('uuid', { name: 'series_id' })
  seriesId!: SeriesId;

  @Column('uuid', { name: 'conference_id', nullable: true })
  conferenceId!: ConferenceId | null;

  @Column('text')
  name!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}

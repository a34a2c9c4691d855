import type { ContactId, ContactListId, Id, SeriesId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ContactSnapshot } from '../imports/contact-import-row.entity.js';

export type ContactMergeId = Id<'ContactMerge'>;

/** Two contacts that a person made one. */
@Entity('contact_merge')
export class ContactMerge {
  @PrimaryColumn('uuid')
  id!: ContactMergeId;

  @Column('uuid', { name: 'series_id' })
  seriesId!: SeriesId;

  @Column('uuid', { name: 'survivor_id' })
  survivorId!: ContactId;

  @Column('uuid', { name: 'merged_id' })
  mergedId!: ContactId;

  /** The survivor before and after. */
  @Column('jsonb')
  before!: ContactSnapshot;

  @Column('jsonb')
  after!: ContactSnapshot;

  /** Lists of the merged contact that the survivor was not in. */
  @Column('uuid', { name: 'joined_lists', array: true })
  joinedLists!: ContactListId[];

  /** Contacts that had been merged into the merged one. */
  @Column('uuid', { array: true })
  repointed!: ContactId[];

  @Column('text')
  principal!: string;

  @Column('timestamptz', { name: 'merged_at' })
  mergedAt!: Date;

  @Column('timestamptz', { name: 'undone_at', nullable: true })
  undoneAt!: Date | null;
}

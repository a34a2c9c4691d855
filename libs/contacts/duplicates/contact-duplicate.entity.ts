import type { ContactId, SeriesId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Why two contacts may be one person. */
export const duplicateReasons = ['NAME', 'READING', 'SIMILAR_NAME', 'PHONE', 'ORGANISATION', 'MAILBOX', 'COUNTRY'] as const;
export type DuplicateReason = (typeof duplicateReasons)[number];

/** Two contacts that may be one person, the smaller id first. */
@Entity('contact_duplicate')
export class ContactDuplicate {
  @PrimaryColumn('uuid', { name: 'one_id' })
  oneId!: ContactId;

  @PrimaryColumn('uuid', { name: 'other_id' })
  otherId!: ContactId;

  @Column('uuid', { name: 'series_id' })
  seriesId!: SeriesId;

  @Column('real')
  score!: number;

  @Column('text', { array: true })
  reasons!: DuplicateReason[];

  /** A person said that they are two. */
  @Column('boolean', { name: 'is_dismissed' })
  isDismissed!: boolean;

  @Column('timestamptz', { name: 'found_at' })
  foundAt!: Date;
}

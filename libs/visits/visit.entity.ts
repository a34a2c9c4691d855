import type { ConferenceId, LocalizedText, VisitId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A field visit: what one sees; when it runs is said by its departures. */
@Entity('visit')
export class Visit {
  @PrimaryColumn('uuid')
  id!: VisitId;

  @Column('uuid', { name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column('text')
  slug!: string;

  @Column('jsonb')
  title!: LocalizedText;

  @Column('jsonb', { nullable: true })
  description!: LocalizedText | null;

  @Column('jsonb', { name: 'what_to_bring', nullable: true })
  whatToBring!: LocalizedText | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}

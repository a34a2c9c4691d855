import type { LocalizedText, SeriesId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A brand that recurs, with the regions that host it in turn. */
@Entity('series')
export class Series {
  @PrimaryColumn('uuid')
  id!: SeriesId;

  @Column('text')
  slug!: string;

  @Column('jsonb')
  title!: LocalizedText;

  /** Names of regions as written, each once; empty where nobody takes turns. */
  @Column('text', { array: true })
  rotation!: string[];

  @Column('jsonb', { name: 'rotation_name', nullable: true })
  rotationName!: LocalizedText | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}

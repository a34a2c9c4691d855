import type { AccountId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A text that this installation says otherwise than it was shipped. */
@Entity('text_override')
export class TextOverride {
  @PrimaryColumn('text')
  locale!: string;

  @PrimaryColumn('text')
  key!: string;

  @Column('text')
  text!: string;

  @Column('uuid', { name: 'mended_by', nullable: true })
  mendedBy!: AccountId | null;

  @Column('timestamptz', { name: 'mended_at' })
  mendedAt!: Date;
}

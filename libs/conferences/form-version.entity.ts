import type { CategoryId, ConferenceId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Question } from './form.js';

/** The questions of a category at one version; written once, never changed. */
@Entity('form_version')
export class FormVersion {
  @PrimaryColumn('uuid', { name: 'category_id' })
  categoryId!: CategoryId;

  @PrimaryColumn('int')
  version!: number;

  @Column('uuid', { name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column('jsonb')
  questions!: readonly Question[];

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}

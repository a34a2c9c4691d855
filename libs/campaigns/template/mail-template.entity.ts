import type { ConferenceId, MailTemplateId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Purpose } from '../campaign.status.js';
import type { TemplateTexts } from './compiled-template.js';

/** What a letter can bring along: the letter itself as PDF, and the dates as a calendar file. */
export const ATTACHABLE = ['LETTER', 'CALENDAR'] as const;
export type Attachable = (typeof ATTACHABLE)[number];

/** A letter to many as staff write it: a text a language. */
@Entity('mail_template')
export class MailTemplate {
  @PrimaryColumn('uuid')
  id!: MailTemplateId;

  @Column('uuid', { name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column('text')
  name!: string;

  @Column('text')
  what!: Purpose;

  @Column('jsonb')
  texts!: TemplateTexts;

  /** In which order its languages are tried for a reader of another one. */
  @Column('text', { array: true })
  fallbacks!: string[];

  @Column('text', { array: true })
  attaches!: Attachable[];

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

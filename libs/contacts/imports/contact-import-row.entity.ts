import type { ContactId, ContactImportId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ContactDetails } from '../contact-details.js';
import type { RowProblem, RowRemark } from '../normalise/normalise-row.js';

export const rowVerdicts = ['NEW', 'UPDATED', 'UNCHANGED', 'DUPLICATE', 'REJECTED'] as const;
export type RowVerdict = (typeof rowVerdicts)[number];

/** Why an undoing left a contact as it is. */
export type KeptReason = 'changed' | 'used' | 'merged';

/** What a contact was at some moment, as JSON; `updatedAt` in ISO 8601. */
export interface ContactSnapshot extends ContactDetails {
  readonly updatedAt: string;
  readonly source: string | null;
}

/** One row of an imported file, and what became of it. */
@Entity('contact_import_row')
export class ContactImportRow {
  @PrimaryColumn('uuid', { name: 'import_id' })
  importId!: ContactImportId;

  /** As a spreadsheet shows it, from 1. */
  @PrimaryColumn('int')
  number!: number;

  @Column('text')
  verdict!: RowVerdict;

  @Column('boolean', { name: 'is_suppressed' })
  isSuppressed!: boolean;

  @Column('text', { array: true })
  problems!: RowProblem[];

  @Column('text', { array: true })
  remarks!: RowRemark[];

  @Column('int', { name: 'duplicate_of', nullable: true })
  duplicateOf!: number | null;

  @Column('text', { array: true, nullable: true })
  cells!: string[] | null;

  @Column('jsonb', { nullable: true })
  details!: ContactDetails | null;

  @Column('uuid', { name: 'contact_id', nullable: true })
  contactId!: ContactId | null;

  @Column('jsonb', { nullable: true })
  before!: ContactSnapshot | null;

  @Column('jsonb', { nullable: true })
  after!: ContactSnapshot | null;

  @Column('timestamptz', { name: 'applied_at', nullable: true })
  appliedAt!: Date | null;

  @Column('timestamptz', { name: 'undone_at', nullable: true })
  undoneAt!: Date | null;

  @Column('text', { nullable: true })
  kept!: KeptReason | null;
}

import type { TableFormat, TextEncoding, UnreadableReason } from '#documents';
import type { ConferenceId, ContactImportId, ContactListId, FileId, SeriesId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ColumnMeaning } from '../normalise/columns.js';
import type { ImportState } from './contact-import.status.js';

/** What staff said about a file; where they said nothing, it is found out. */
export interface ImportWishes {
  readonly sheet?: string | undefined;
  readonly encoding?: TextEncoding | undefined;
  readonly delimiter?: string | undefined;
  /** In the order of the file's columns. */
  readonly meanings?: readonly ColumnMeaning[] | undefined;
  readonly country?: string | undefined;
  readonly locale?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly listId?: ContactListId | undefined;
}

/** What was found out about a file. */
export interface ImportFound {
  readonly format: TableFormat;
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  readonly encoding: TextEncoding | null;
  readonly delimiter: string | null;
  readonly headers: readonly string[];
  /** The number of the header's row; null where the table has none. */
  readonly headerRow: number | null;
  readonly meanings: readonly ColumnMeaning[];
  /** The first rows below the header, as they are. */
  readonly firstRows: readonly (readonly string[])[];
  /** Whether the columns were read as in an earlier import of the same source. */
  readonly isRemembered: boolean;
}

/** How many rows came out how. Suppressed and those without address are among the new, updated and unchanged. */
export interface ImportCounts {
  readonly rows: number;
  readonly new: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly duplicate: number;
  readonly rejected: number;
  readonly suppressed: number;
  readonly withoutAddress: number;
  readonly remarked: number;
}

/** What an undoing did: contacts that are gone again, that are as before, and that were kept because they changed since. */
export interface UndoCounts {
  readonly deleted: number;
  readonly restored: number;
  readonly kept: number;
}

/** A file that contacts are taken from. */
@Entity('contact_import')
export class ContactImport {
  @PrimaryColumn('uuid')
  id!: ContactImportId;

  @Column('uuid', { name: 'series_id' })
  seriesId!: SeriesId;

  @Column('uuid', { name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column('uuid', { name: 'file_id' })
  fileId!: FileId;

  @Column('text', { name: 'file_name' })
  fileName!: string;

  @Column('text')
  state!: ImportState;

  @Column('jsonb')
  wishes!: ImportWishes;

  @Column('jsonb', { nullable: true })
  found!: ImportFound | null;

  @Column('text', { nullable: true })
  fingerprint!: string | null;

  @Column('jsonb')
  counts!: { readonly checked?: ImportCounts; readonly applied?: ImportCounts; readonly undone?: UndoCounts };

  @Column('int')
  revision!: number;

  /** Rows done by the step that is under way. */
  @Column('int')
  done!: number;

  /** Why the file is unreadable. */
  @Column('text', { nullable: true })
  problem!: UnreadableReason | 'too-many-rows' | null;

  @Column('int', { name: 'problem_row', nullable: true })
  problemRow!: number | null;

  @Column('text')
  principal!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'checked_at', nullable: true })
  checkedAt!: Date | null;

  @Column('timestamptz', { name: 'applied_at', nullable: true })
  appliedAt!: Date | null;

  @Column('timestamptz', { name: 'undone_at', nullable: true })
  undoneAt!: Date | null;
}

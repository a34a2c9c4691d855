import type { AccountId, FileId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MediaType } from './file-kind.js';

/** An uploaded file: its bytes lie under DATA_DIR/files by a random name that this row alone knows. */
@Entity('file')
export class File {
  @PrimaryColumn('uuid')
  id!: FileId;

  /** Who may read it, besides staff of the conference that uses it. Null where a program uploaded it. */
  @Column('uuid', { name: 'account_id', nullable: true })
  accountId!: AccountId | null;

  /** account:<id> or token:<id>; whoever uploaded it may attach it. */
  @Column('text')
  principal!: string;

  /** As uploaded, tidied; shown, never used as a path. */
  @Column('text')
  name!: string;

  @Column('text', { name: 'media_type' })
  mediaType!: MediaType;

  @Column('int')
  size!: number;

  @Column('text', { name: 'stored_as' })
  storedAs!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}

import type { AccountId, FileId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file that comes in parts, which may be hours apart. What has arrived is a draft on the disk, of which `received` bytes count. */
@Entity('incoming_file')
export class IncomingFile {
  /** Once all has arrived, the id of the file too. */
  @PrimaryColumn('uuid')
  id!: FileId;

  @Column('uuid', { name: 'account_id', nullable: true })
  accountId!: AccountId | null;

  /** account:<id> or token:<id>; nobody else goes on with it. */
  @Column('text')
  principal!: string;

  /** As its sender calls it. */
  @Column('text')
  name!: string;

  /** Bytes announced. */
  @Column('int')
  size!: number;

  /** Bytes that the disk has; all of them only once the file is taken. */
  @Column('int', { default: 0 })
  received!: number;

  @Column('text')
  draft!: string;

  /** Who writes the next part: a line that comes back takes over from one that nobody has told is broken. */
  @Column('uuid', { nullable: true })
  writer!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}

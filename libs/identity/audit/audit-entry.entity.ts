import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One deed, written once. Only the sealer may add the seal columns; the table's trigger refuses all else. */
@Entity('audit_entry')
export class AuditEntry {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('timestamptz')
  at!: Date;

  /** The kind of actor, as in Actor. */
  @Column('text', { name: 'actor_kind' })
  actorKind!: string;

  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId!: string | null;

  @Column('text')
  action!: string;

  @Column('text', { name: 'subject_kind' })
  subjectKind!: string;

  @Column('uuid', { name: 'subject_id', nullable: true })
  subjectId!: string | null;

  @Column('uuid', { name: 'conference_id', nullable: true })
  conferenceId!: string | null;

  @Column('jsonb')
  data!: Record<string, unknown>;

  /** Place in the chain, 1, 2, 3, ... without a gap; null until it is sealed. */
  @Column('bigint', { name: 'seal_number', nullable: true })
  sealNumber!: string | null;

  @Column('bytea', { nullable: true })
  seal!: Buffer | null;
}

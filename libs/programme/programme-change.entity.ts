import type { AccountId, ConferenceId, ForumId, Id, LocalizedText, RegistrationId, SessionId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type ProgrammeChangeId = Id<'ProgrammeChange'>;

export const programmeChangeKinds = ['ADDED', 'MOVED', 'REMOVED'] as const;
export type ProgrammeChangeKind = (typeof programmeChangeKinds)[number];

/** When and where a session is, as it was said at that moment: instants in ISO 8601, room and venue as text. */
export interface SessionWhereabouts {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: LocalizedText | null;
}

/** A change that those who chose the forum are told of; the letter about it carries its id in its key. */
@Entity('programme_change')
export class ProgrammeChange {
  @PrimaryColumn('uuid')
  id!: ProgrammeChangeId;

  @Column('uuid', { name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column('uuid', { name: 'forum_id' })
  forumId!: ForumId;

  @Column('uuid', { name: 'session_id' })
  sessionId!: SessionId;

  @Column('text')
  kind!: ProgrammeChangeKind;

  @Column('jsonb', { nullable: true })
  before!: SessionWhereabouts | null;

  @Column('jsonb', { nullable: true })
  after!: SessionWhereabouts | null;

  /** Registrations whose agendas clash since. */
  @Column('uuid', { array: true })
  clashing!: RegistrationId[];

  /** Registrations that had, were offered or waited for a place at that moment: exactly these are told. */
  @Column('uuid', { array: true })
  told!: RegistrationId[];

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;

  @Column('uuid', { name: 'changed_by', nullable: true })
  changedBy!: AccountId | null;
}

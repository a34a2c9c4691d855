import type { AccountId, ConferenceId, ForumId, Id, RegistrationId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProgrammeDifference } from './differences.js';

export type ProgrammeReleaseId = Id<'ProgrammeRelease'>;

/** What was shown to readers from one moment on; it never changes. */
@Entity('programme_release')
export class ProgrammeRelease {
  @PrimaryColumn('uuid')
  id!: ProgrammeReleaseId;

  @Column('uuid', { name: 'conference_id' })
  conferenceId!: ConferenceId;

  /** 1, 2, 3 and so on in its conference. */
  @Column('int')
  number!: number;

  /** The number of the release that was brought back, where this is a roll-back. */
  @Column('int', { nullable: true })
  restores!: number | null;

  /** For the editors. */
  @Column('text', { nullable: true })
  note!: string | null;

  /** All rows that it showed, for `Snapshots`; read by nobody else. */
  @Column('jsonb', { select: false })
  snapshot!: object;

  /** Against the release before. */
  @Column('jsonb')
  differences!: ProgrammeDifference[];

  @Column('timestamptz', { name: 'released_at' })
  releasedAt!: Date;

  @Column('uuid', { name: 'released_by', nullable: true })
  releasedBy!: AccountId | null;
}

/** One person whom a release is told to, written with it under the locks of their forums. */
@Entity('release_notice')
export class ReleaseNotice {
  @PrimaryColumn('uuid', { name: 'release_id' })
  releaseId!: ProgrammeReleaseId;

  @Column('uuid', { name: 'conference_id' })
  conferenceId!: ConferenceId;

  @PrimaryColumn('uuid', { name: 'registration_id' })
  registrationId!: RegistrationId;

  /** Of those that changed, the ones in which they had, were offered or waited for a place. */
  @Column('uuid', { name: 'forum_ids', array: true })
  forumIds!: ForumId[];

  /** Whether two things in their agenda are at one time since. */
  @Column('boolean')
  clashes!: boolean;
}

import type { AccountId, CategoryId, ConferenceId, ForumId, LocalizedText, PoolId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const forumKinds = ['PLENARY', 'THEMATIC', 'ROUNDTABLE', 'CEREMONY'] as const;
export type ForumKind = (typeof forumKinds)[number];

/** SIGN_UP: places are chosen beforehand. OPEN_DOORS: whoever comes, as far as the room reaches. */
export const forumAdmissions = ['SIGN_UP', 'OPEN_DOORS'] as const;
export type ForumAdmission = (typeof forumAdmissions)[number];

/** Who may choose a forum: any delegate, those of some categories, or those on its own list of guests. */
export const forumAudiences = ['EVERYONE', 'CATEGORIES', 'GUESTS'] as const;
export type ForumAudience = (typeof forumAudiences)[number];

/** A part of the programme with its own theme, guests and capacity. */
@Entity('forum')
export class Forum {
  @PrimaryColumn('uuid')
  id!: ForumId;

  @Column('uuid', { name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column('text')
  slug!: string;

  @Column('text')
  kind!: ForumKind;

  @Column('text')
  admission!: ForumAdmission;

  @Column('jsonb')
  title!: LocalizedText;

  @Column('jsonb', { nullable: true })
  description!: LocalizedText | null;

  /** Its places; a forum with open doors has a pool without a size, so that it too can stand in an agenda. */
  @Column('uuid', { name: 'pool_id' })
  poolId!: PoolId;

  @Column('text')
  audience!: ForumAudience;

  /** Whose delegates may choose it, where the audience is CATEGORIES. */
  @Column('uuid', { name: 'category_ids', array: true })
  categoryIds!: CategoryId[];

  /** The name that its letters come from; null for the conference's. */
  @Column('text', { nullable: true })
  sender!: string | null;

  /** Set where a roll-back took the forum out. */
  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt!: Date | null;

  /** Raised by each change; an editor sends the one that was seen. */
  @Column('int')
  version!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;

  /** Null for a program or the house itself. */
  @Column('uuid', { name: 'changed_by', nullable: true })
  changedBy!: AccountId | null;
}

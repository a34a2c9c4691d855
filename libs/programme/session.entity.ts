import type { AccountId, ConferenceId, ForumId, LocalizedText, RoomId, SessionId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EquipmentId } from './equipment.entity.js';

/** A break is on the programme and occupies nobody. */
export const sessionKinds = ['TALK', 'BREAK'] as const;
export type SessionKind = (typeof sessionKinds)[number];

/** An item of a forum's agenda. A removed one stays as a row, since calendars must be told that it is cancelled. */
@Entity('session')
export class Session {
  @PrimaryColumn('uuid')
  id!: SessionId;

  @Column('uuid', { name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column('uuid', { name: 'forum_id' })
  forumId!: ForumId;

  @Column('text')
  kind!: SessionKind;

  /** What must be brought to its room, or stand there. */
  @Column('uuid', { name: 'equipment_ids', array: true })
  equipmentIds!: EquipmentId[];

  /** Languages it is interpreted into, BCP 47; each needs a booth. */
  @Column('text', { array: true })
  interpretation!: string[];

  /** Null while not decided. */
  @Column('uuid', { name: 'room_id', nullable: true })
  roomId!: RoomId | null;

  /** Null means the forum's own. */
  @Column('jsonb', { nullable: true })
  title!: LocalizedText | null;

  @Column('jsonb', { nullable: true })
  description!: LocalizedText | null;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt!: Date;

  @Column('timestamptz', { name: 'ends_at' })
  endsAt!: Date;

  /** Raised by each change; the SEQUENCE of the calendar feeds (RFC 5545, 3.8.7.4). */
  @Column('int')
  version!: number;

  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt!: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;

  @Column('uuid', { name: 'changed_by', nullable: true })
  changedBy!: AccountId | null;
}

import type { ConferenceId, DepartureId, Id, LocalizedText, RegistrationId } from '#kernel';
import type { Released } from '#places';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { IdentityNeed } from './visit.entity.js';

export type DepartureNoticeId = Id<'DepartureNotice'>;
export type DepartureToldId = Id<'DepartureTold'>;

export const noticeKinds = ['CHANGED', 'CERTAIN', 'CANCELLED', 'VISIT_CHANGED'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** When, where and with what a departure leaves, as it was said at that moment; instants in ISO 8601. */
export interface DepartureWhereabouts {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly meetingPoint: LocalizedText;
  readonly vehicle: string | null;
}

/** What a visit was said to be at that moment, as far as whoever goes on it must know. */
export interface VisitAsTold {
  readonly title: LocalizedText;
  readonly whatToBring: LocalizedText | null;
  readonly stops: readonly { readonly name: LocalizedText; readonly afterMinutes: number; readonly stayMinutes: number }[];
  readonly identityNeeds: readonly IdentityNeed[];
  readonly identityHours: number;
}

/** A change of a departure or its visit that people are told of. */
@Entity('departure_notice')
export class DepartureNotice {
  @PrimaryColumn('uuid')
  id!: DepartureNoticeId;

  @Column('uuid', { name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column('uuid', { name: 'departure_id' })
  departureId!: DepartureId;

  @Column('text')
  kind!: NoticeKind;

  /** Why it was cancelled, in several languages; null where it was for want of people. */
  @Column('jsonb', { nullable: true })
  reason!: LocalizedText | null;

  @Column('jsonb', { nullable: true })
  before!: DepartureWhereabouts | VisitAsTold | null;

  @Column('jsonb', { nullable: true })
  after!: DepartureWhereabouts | VisitAsTold | null;

  @Column('timestamptz', { name: 'noticed_at' })
  noticedAt!: Date;
}

/** One who is told of a notice, once, and what the registration had of the departure at that moment. */
@Entity('departure_told')
export class DepartureTold {
  @PrimaryColumn('uuid')
  id!: DepartureToldId;

  @Column('uuid', { name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column('uuid', { name: 'notice_id' })
  noticeId!: DepartureNoticeId;

  @Column('uuid', { name: 'registration_id' })
  registrationId!: RegistrationId;

  @Column('text')
  was!: Released;

  @Column('int')
  party!: number;

  /** Whether it overlaps with something else since. */
  @Column('boolean')
  clashes!: boolean;

  @Column('timestamptz', { name: 'told_at', nullable: true })
  toldAt!: Date | null;
}

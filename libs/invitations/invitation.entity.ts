import type { CategoryId, ConferenceId, ContactId, DelegationId, ForumId, InvitationId, VisitId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { InvitationState } from './invitation.status.js';

/** A personal right to register for one conference. */
@Entity('invitation')
export class Invitation {
  @PrimaryColumn('uuid')
  id!: InvitationId;

  @Column('uuid', { name: 'conference_id' })
  conferenceId!: ConferenceId;

  /** The contact it was written from; null where staff or a head typed the address. */
  @Column('uuid', { name: 'contact_id', nullable: true })
  contactId!: ContactId | null;

  @Column('text', { name: 'to_address' })
  toAddress!: string;

  /** `emailKey(toAddress)`. */
  @Column('text', { name: 'address_key' })
  addressKey!: string;

  /** As the letter addresses them. */
  @Column('text', { name: 'to_name' })
  toName!: string;

  @Column('text', { name: 'native_name', nullable: true })
  nativeName!: string | null;

  @Column('text', { name: 'latin_name', nullable: true })
  latinName!: string | null;

  @Column('text', { nullable: true })
  salutation!: string | null;

  @Column('text', { nullable: true })
  organisation!: string | null;

  @Column('text', { name: 'job_title', nullable: true })
  jobTitle!: string | null;

  /** Language of its letters and of the page behind its link, BCP 47. */
  @Column('text')
  locale!: string;

  /** ISO 3166-1 alpha-2: whom staff count it for; says nothing of nationality. */
  @Column('text', { nullable: true })
  country!: string | null;

  /** In which category one may register, also where that is by invitation only or shut; null: wherever everybody may. */
  @Column('uuid', { name: 'category_id', nullable: true })
  categoryId!: CategoryId | null;

  @Column('uuid', { name: 'delegation_id', nullable: true })
  delegationId!: DelegationId | null;

  /** Forums that it opens whatever their audience. */
  @Column('uuid', { name: 'forum_ids', array: true })
  forumIds!: ForumId[];

  /** Visits that it opens whatever their categories. */
  @Column('uuid', { name: 'visit_ids', array: true })
  visitIds!: VisitId[];

  /** How many may register by it. */
  @Column('int')
  places!: number;

  /** How many live registrations came by it. */
  @Column('int')
  used!: number;

  /** Only the invited address may register by it; otherwise whoever holds the link. */
  @Column('boolean')
  locked!: boolean;

  /** Until when one may answer and register; null: as long as the conference takes registrations. */
  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt!: Date | null;

  /** Who pays or vouches, as the letter says it. */
  @Column('text', { nullable: true })
  sponsor!: string | null;

  @Column('text')
  state!: InvitationState;

  /** How many places were asked for; null where nobody did, or it was settled. */
  @Column('int', { name: 'asked_places', nullable: true })
  askedPlaces!: number | null;

  /** The invitation that stands in its place. */
  @Column('uuid', { name: 'replaced_by', nullable: true })
  replacedBy!: InvitationId | null;

  @Column('text', { name: 'search_text' })
  searchText!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt!: Date | null;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;

  /** Raised by each change; editors send the one they saw. */
  @Column('int')
  version!: number;
}

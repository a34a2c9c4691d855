import type { AccountId, CategoryId, ConferenceId, DelegationId, InvitationId, PersonId, RegistrationId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Answer } from '#conferences';
import type { RegistrationState } from './registration.status.js';

export const registrationOrigins = ['SELF', 'PAPER', 'PHONE', 'API'] as const;
export type RegistrationOrigin = (typeof registrationOrigins)[number];

/** A consent as it is kept: which text was agreed to, and when (ISO 8601). */
export interface KeptConsent {
  readonly key: string;
  readonly textVersion: string;
  readonly givenAt: string;
}

/** A person's registration for one conference in a category. */
@Entity('registration')
export class Registration {
  @PrimaryColumn('uuid')
  id!: RegistrationId;

  @Column('uuid', { name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column('uuid', { name: 'category_id' })
  categoryId!: CategoryId;

  /** Who is registered; null in a draft that has no name yet. */
  @Column('uuid', { name: 'person_id', nullable: true })
  personId!: PersonId | null;

  /** Who manages it and receives its letters. */
  @Column('uuid', { name: 'account_id' })
  accountId!: AccountId;

  /** The invitation it came by. */
  @Column('uuid', { name: 'invitation_id', nullable: true })
  invitationId!: InvitationId | null;

  /** The delegation it belongs to, whose head sees and manages it. */
  @Column('uuid', { name: 'delegation_id', nullable: true })
  delegationId!: DelegationId | null;

  /** The account's address, kept here for lists; the account's own is the truth. */
  @Column('text')
  email!: string;

  /** For people, unique in the conference. */
  @Column('text')
  code!: string;

  @Column('text')
  state!: RegistrationState;

  @Column('text')
  origin!: RegistrationOrigin;

  @Column('text')
  locale!: string;

  /** E.164. */
  @Column('text', { nullable: true })
  phone!: string | null;

  @Column('text', { nullable: true })
  organisation!: string | null;

  @Column('text', { name: 'job_title', nullable: true })
  jobTitle!: string | null;

  /** BCP 47 tags. */
  @Column('text', { array: true })
  languages!: string[];

  @Column('text', { nullable: true })
  interpretation!: string | null;

  @Column('text', { name: 'dietary_needs', nullable: true })
  dietaryNeeds!: string | null;

  @Column('text', { name: 'access_needs', nullable: true })
  accessNeeds!: string | null;

  /** Version of the category's form that the answers were given to. */
  @Column('int', { name: 'form_version' })
  formVersion!: number;

  @Column('jsonb')
  answers!: readonly Answer[];

  @Column('jsonb')
  consents!: readonly KeptConsent[];

  /** The person's nationality, kept here for filters and figures. */
  @Column('text', { nullable: true })
  nationality!: string | null;

  /** Folded Latin and native name: with the account they say who is the same person. */
  @Column('text', { name: 'latin_key', nullable: true })
  latinKey!: string | null;

  @Column('text', { name: 'native_key' })
  nativeKey!: string;

  /** Blind index of the travel document: equal for equal documents. */
  @Column('text', { name: 'document_index', nullable: true })
  documentIndex!: string | null;

  @Column('text', { name: 'sort_name' })
  sortName!: string;

  @Column('text', { name: 'search_text' })
  searchText!: string;

  /** Words of the staff, by name; never told to the delegate. */
  @Column('text', { array: true })
  tags!: string[];

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt!: Date | null;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;

  /** Raised by each change; editors send the one they saw. */
  @Column('int')
  version!: number;
}

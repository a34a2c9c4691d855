import type { ConferenceId, Id } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ListSort } from '../registration-list.js';
import type { RegistrationState } from '../registration.status.js';

export type RegistrationViewId = Id<'RegistrationView'>;

/** What the list may show of a registration beside its name and state. */
export const viewColumns = ['CATEGORY', 'NATIONALITY', 'ORGANISATION', 'EMAIL', 'TAGS', 'SUBMITTED'] as const;
export type ViewColumn = (typeof viewColumns)[number];

/** A filter as its owner wrote it: categories by key, so that it reads on where ids would not. Absent parts limit nothing. */
export interface ViewFilter {
  readonly search?: string | undefined;
  readonly states?: readonly RegistrationState[] | undefined;
  readonly categories?: readonly string[] | undefined;
  readonly nationalities?: readonly string[] | undefined;
  readonly delegationIds?: readonly string[] | undefined;
  readonly tags?: readonly string[] | undefined;
}

/** A filter and order of the list of registrations that somebody of the staff keeps under a name. */
@Entity('registration_view')
export class RegistrationView {
  @PrimaryColumn('uuid')
  id!: RegistrationViewId;

  @Column('uuid', { name: 'conference_id' })
  conferenceId!: ConferenceId;

  /** Whose it is, as actors are named: account:<id> or token:<id>. */
  @Column('text')
  principal!: string;

  @Column('text')
  name!: string;

  @Column('jsonb')
  filter!: ViewFilter;

  @Column('text')
  sort!: ListSort;

  /** Those that are shown; all of them, and those that come to be, where null. */
  @Column('text', { array: true, nullable: true })
  columns!: ViewColumn[] | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}

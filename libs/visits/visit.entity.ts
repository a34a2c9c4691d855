import type { CategoryId, ConferenceId, LocalizedText, VisitId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whom a site lets in by nationality: all, only those listed, or all but those. */
export const nationalityRules = ['ANY', 'ONLY', 'EXCEPT'] as const;
export type NationalityRule = (typeof nationalityRules)[number];

/** What a site may need to know of its visitors. */
export const identityNeeds = ['TRAVEL_DOCUMENT', 'BIRTH_DATE', 'PHONE'] as const;
export type IdentityNeed = (typeof identityNeeds)[number];

/** A field visit: what one sees; when it runs is said by its departures. */
@Entity('visit')
export class Visit {
  @PrimaryColumn('uuid')
  id!: VisitId;

  @Column('uuid', { name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column('text')
  slug!: string;

  @Column('jsonb')
  title!: LocalizedText;

  @Column('jsonb', { nullable: true })
  description!: LocalizedText | null;

  @Column('jsonb', { name: 'what_to_bring', nullable: true })
  whatToBring!: LocalizedText | null;

  /** Empty: every category. */
  @Column('uuid', { array: true, name: 'category_ids' })
  categoryIds!: CategoryId[];

  @Column('text', { name: 'nationality_rule' })
  nationalityRule!: NationalityRule;

  /** Codes of countries, as registrations have them. */
  @Column('text', { array: true })
  nationalities!: string[];

  /** In years on the day of the departure. */
  @Column('int', { name: 'minimum_age', nullable: true })
  minimumAge!: number | null;

  @Column('text', { array: true, name: 'identity_needs' })
  identityNeeds!: IdentityNeed[];

  /** Until so many hours before a departure what the site needs may be given later. */
  @Column('int', { name: 'identity_hours' })
  identityHours!: number;

  /** How many a delegate may bring along. */
  @Column('int', { name: 'most_companions' })
  mostCompanions!: number;

  /** Raised by each change, by which the second of two editors is told to look again. */
  @Column('int')
  version!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}

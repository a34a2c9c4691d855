import type { ContactId, PersonId, SeriesId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Someone whom the staff of a series may write to, registered or not. */
@Entity('contact')
export class Contact {
  @PrimaryColumn('uuid')
  id!: ContactId;

  @Column('uuid', { name: 'series_id' })
  seriesId!: SeriesId;

  /** As it was written, in NFC. */
  @Column('text', { nullable: true })
  address!: string | null;

  /** By which two spellings of one address are the same (`addressKey`). */
  @Column('text', { name: 'address_key', nullable: true })
  addressKey!: string | null;

  /** In the person's own script and order. */
  @Column('text', { name: 'native_name', nullable: true })
  nativeName!: string | null;

  @Column('text', { name: 'latin_name', nullable: true })
  latinName!: string | null;

  @Column('text', { nullable: true })
  salutation!: string | null;

  @Column('text', { nullable: true })
  organisation!: string | null;

  @Column('text', { name: 'organisation_key' })
  organisationKey!: string;

  /** What the contact is there. */
  @Column('text', { nullable: true })
  title!: string | null;

  /** ISO 3166-1 alpha-2. */
  @Column('text', { nullable: true })
  country!: string | null;

  /** BCP 47: the language of letters to the contact, where it is known. */
  @Column('text', { nullable: true })
  locale!: string | null;

  /** E.164. */
  @Column('text', { nullable: true })
  phone!: string | null;

  @Column('text', { array: true })
  tags!: string[];

  /** Columns of imported files that the house has no word for: header to text. */
  @Column('jsonb')
  extra!: Readonly<Record<string, string>>;

  @Column('uuid', { name: 'person_id', nullable: true })
  personId!: PersonId | null;

  /** Where it came from: the name of an imported file, or null where it was typed. */
  @Column('text', { nullable: true })
  source!: string | null;

  /** The contact that took its place, where a person found both to be one. */
  @Column('uuid', { name: 'merged_into', nullable: true })
  mergedInto!: ContactId | null;

  @Column('text', { name: 'match_key' })
  matchKey!: string;

  @Column('text', { name: 'name_keys', array: true })
  nameKeys!: string[];

  @Column('text', { name: 'search_text' })
  searchText!: string;

  @Column('text', { name: 'sort_name' })
  sortName!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}

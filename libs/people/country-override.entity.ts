import type { LocalizedText } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CountryOverride } from './countries.js';

/** A line of the installation's own table of countries. */
@Entity('country_override')
export class CountryOverrideRow implements CountryOverride {
  @PrimaryColumn('text')
  code!: string;

  @Column('jsonb', { nullable: true })
  names!: LocalizedText | null;

  @Column('boolean')
  hidden!: boolean;
}

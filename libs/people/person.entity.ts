import type { PersonId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NameOrder, PersonNames } from './names.js';

/** A human being across conferences. */
@Entity('person')
export class Person {
  @PrimaryColumn('uuid')
  id!: PersonId;

  @Column('text', { name: 'native_name', nullable: true })
  nativeName!: string | null;

  @Column('text', { name: 'latin_family' })
  latinFamily!: string;

  @Column('text', { name: 'latin_given', nullable: true })
  latinGiven!: string | null;

  @Column('text', { name: 'name_order' })
  nameOrder!: NameOrder;

  @Column('text', { nullable: true })
  salutation!: string | null;

  @Column('text', { name: 'badge_name' })
  badgeName!: string;

  /** ISO 3166-1 alpha-2, or a code of the installation's own table. */
  @Column('text', { nullable: true })
  nationality!: string | null;

  @Column('text', { nullable: true })
  residence!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;

  get names(): PersonNames {
    return {
      native: this.nativeName,
      latinFamily: this.latinFamily,
      latinGiven: this.latinGiven,
      order: this.nameOrder,
      salutation: this.salutation,
      badge: this.badgeName,
    };
  }
}

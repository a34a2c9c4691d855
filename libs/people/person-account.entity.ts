import type { AccountId, PersonId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That an account manages a person: itself, a spouse, a minister whose secretary signs in. */
@Entity('person_account')
export class PersonAccount {
  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId!: AccountId;

  @PrimaryColumn('uuid', { name: 'person_id' })
  personId!: PersonId;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}

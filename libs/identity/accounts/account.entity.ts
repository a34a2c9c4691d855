import type { AccountId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An address that signs in. It may manage several persons (the link is kept by people). */
@Entity('account')
export class Account {
  @PrimaryColumn('uuid')
  id!: AccountId;

  /** As its owner wrote it. */
  @Column('text')
  email!: string;

  /** `emailKey(email)`: unique, so that an address in other letters is the same account. */
  @Column('text', { name: 'email_key' })
  emailKey!: string;

  /** Language of letters and pages, BCP 47. */
  @Column('text')
  locale!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}

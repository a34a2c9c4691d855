import type { AccountId, SignInId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A delegate's sign-in on one device; its secret is kept as a hash only. */
@Entity('sign_in')
export class SignIn {
  @PrimaryColumn('uuid')
  id!: SignInId;

  @Column('uuid', { name: 'account_id' })
  accountId!: AccountId;

  @Column('bytea', { name: 'secret_hash' })
  secretHash!: Buffer;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}

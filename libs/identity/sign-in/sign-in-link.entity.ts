import type { Id } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type SignInLinkId = Id<'SignInLink'>;

/** A link that signs a delegate in once. The account is made when it is redeemed: only then the address is proven. */
@Entity('sign_in_link')
export class SignInLink {
  @PrimaryColumn('uuid')
  id!: SignInLinkId;

  @Column('bytea', { name: 'token_hash' })
  tokenHash!: Buffer;

  @Column('text')
  email!: string;

  @Column('text')
  locale!: string;

  @Column('text')
  next!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt!: Date | null;
}

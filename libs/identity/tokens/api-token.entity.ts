import type { AccountId, ApiTokenId, ConferenceId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Grant } from '../access/actor.js';
import type { Role, ScopeKind } from '../access/roles.js';

/** A secret by which a program signs in, acting with one role in one scope. */
@Entity('api_token')
export class ApiToken implements Grant {
  @PrimaryColumn('uuid')
  id!: ApiTokenId;

  @Column('uuid', { name: 'account_id' })
  accountId!: AccountId;

  @Column('text')
  name!: string;

  @Column('bytea', { name: 'secret_hash' })
  secretHash!: Buffer;

  @Column('text')
  role!: Role;

  @Column('text', { name: 'scope_kind' })
  scopeKind!: ScopeKind;

  @Column('uuid', { name: 'scope_id', nullable: true })
  scopeId!: string | null;

  @Column('uuid', { name: 'conference_id', nullable: true })
  conferenceId!: ConferenceId | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt!: Date | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;

  /** To the minute. */
  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt!: Date | null;
}

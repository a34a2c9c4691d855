import type { AccountId, ConferenceId, Id } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Grant } from './actor.js';
import type { Role, ScopeKind } from './roles.js';

export type RoleGrantId = Id<'RoleGrant'>;

/** A role that an account holds in a scope. */
@Entity('role_grant')
export class RoleGrant implements Grant {
  @PrimaryColumn('uuid')
  id!: RoleGrantId;

  @Column('uuid', { name: 'account_id' })
  accountId!: AccountId;

  @Column('text')
  role!: Role;

  @Column('text', { name: 'scope_kind' })
  scopeKind!: ScopeKind;

  @Column('uuid', { name: 'scope_id', nullable: true })
  scopeId!: string | null;

  @Column('uuid', { name: 'conference_id', nullable: true })
  conferenceId!: ConferenceId | null;

  /** Principal of who granted it. */
  @Column('text', { name: 'granted_by' })
  grantedBy!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}

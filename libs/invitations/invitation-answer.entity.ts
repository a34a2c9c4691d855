import type { AccountId, ApiTokenId, ConferenceId, Id, InvitationId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Deed, InvitationState, Way } from './invitation.status.js';

export type InvitationAnswerId = Id<'InvitationAnswer'>;

/** One line of an invitation's history; the database refuses to change it. */
@Entity('invitation_answer')
export class InvitationAnswer {
  @PrimaryColumn('uuid')
  id!: InvitationAnswerId;

  @Column('uuid', { name: 'invitation_id' })
  invitationId!: InvitationId;

  @Column('uuid', { name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column('timestamptz')
  at!: Date;

  @Column('text')
  deed!: Deed;

  @Column('text')
  via!: Way;

  @Column('text', { name: 'from_state' })
  from!: InvitationState;

  @Column('text', { name: 'to_state' })
  to!: InvitationState;

  /** As the invited or staff wrote it. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** How many places were asked for, or given. */
  @Column('int', { nullable: true })
  places!: number | null;

  @Column('uuid', { name: 'account_id', nullable: true })
  accountId!: AccountId | null;

  @Column('uuid', { name: 'token_id', nullable: true })
  tokenId!: ApiTokenId | null;
}

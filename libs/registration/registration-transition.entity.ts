import type { AccountId, ApiTokenId, ConferenceId, Id, RegistrationId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Mover, RegistrationState } from './registration.status.js';

export type TransitionId = Id<'RegistrationTransition'>;

/** One move of a registration, kept for ever: the database refuses to change or delete it. */
@Entity('registration_transition')
export class RegistrationTransition {
  /** Sorts by time; letters that the move causes carry it as their key. */
  @PrimaryColumn('uuid')
  id!: TransitionId;

  @Column('uuid', { name: 'registration_id' })
  registrationId!: RegistrationId;

  @Column('uuid', { name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column('text', { name: 'from_state', nullable: true })
  from!: RegistrationState | null;

  @Column('text', { name: 'to_state' })
  to!: RegistrationState;

  @Column('timestamptz')
  at!: Date;

  @Column('text')
  mover!: Mover;

  @Column('uuid', { name: 'account_id', nullable: true })
  accountId!: AccountId | null;

  @Column('uuid', { name: 'token_id', nullable: true })
  tokenId!: ApiTokenId | null;

  @Column('text', { nullable: true })
  reason!: string | null;
}

import type { ConferenceId, RegistrationId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What sites must know of a delegate beyond the registration. */
@Entity('visitor')
export class Visitor {
  @PrimaryColumn('uuid', { name: 'registration_id' })
  registrationId!: RegistrationId;

  @Column('uuid', { name: 'conference_id' })
  conferenceId!: ConferenceId;

  /** ISO 8601. */
  @Column('date', { name: 'born_on' })
  bornOn!: string;
}

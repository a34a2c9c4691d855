import type { ConferenceId, DepartureId, RegistrationId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Someone whom a delegate brings along on a departure; nameless as long as nobody has given a name. */
@Entity('companion')
export class Companion {
  @PrimaryColumn('uuid', { name: 'departure_id' })
  departureId!: DepartureId;

  @PrimaryColumn('uuid', { name: 'registration_id' })
  registrationId!: RegistrationId;

  @PrimaryColumn('int')
  position!: number;

  @Column('uuid', { name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column('text', { name: 'native_name', nullable: true })
  nativeName!: string | null;

  @Column('text', { name: 'latin_name', nullable: true })
  latinName!: string | null;

  @Column('text', { nullable: true })
  nationality!: string | null;

  @Column('date', { name: 'born_on', nullable: true })
  bornOn!: string | null;

  @Column('text', { name: 'dietary_needs', nullable: true })
  dietaryNeeds!: string | null;
}

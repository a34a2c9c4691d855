import type { ConferenceId, DepartureId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A coach, boat or train carriage of a departure. */
@Entity('departure_vehicle')
export class DepartureVehicle {
  @PrimaryColumn('uuid', { name: 'departure_id' })
  departureId!: DepartureId;

  /** In the order in which they are filled, from 1. */
  @PrimaryColumn('int')
  position!: number;

  @Column('uuid', { name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  plate!: string | null;

  @Column('int')
  seats!: number;
}

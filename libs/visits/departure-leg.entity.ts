import type { ConferenceId, DepartureId, LocalizedText } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A day of a tour: from where to where, and where one sleeps. */
@Entity('departure_leg')
export class DepartureLeg {
  @PrimaryColumn('uuid', { name: 'departure_id' })
  departureId!: DepartureId;

  @PrimaryColumn('int')
  position!: number;

  @Column('uuid', { name: 'conference_id' })
  conferenceId!: ConferenceId;

  /** ISO 8601, by the conference's calendar. */
  @Column('date')
  day!: string;

  @Column('jsonb', { name: 'from_place' })
  fromPlace!: LocalizedText;

  @Column('jsonb', { name: 'to_place' })
  toPlace!: LocalizedText;

  @Column('jsonb', { nullable: true })
  hotel!: LocalizedText | null;

  @Column('jsonb', { nullable: true })
  notes!: LocalizedText | null;
}

import type { ConferenceId, LocalizedText, VisitId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A stop of a visit's route. */
@Entity('visit_stop')
export class VisitStop {
  @PrimaryColumn('uuid', { name: 'visit_id' })
  visitId!: VisitId;

  /** Order along the route, from 1. */
  @PrimaryColumn('int')
  position!: number;

  @Column('uuid', { name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column('jsonb')
  name!: LocalizedText;

  /** Minutes after the departure when it is reached. */
  @Column('int', { name: 'after_minutes' })
  afterMinutes!: number;

  @Column('int', { name: 'stay_minutes' })
  stayMinutes!: number;
}

import type { ConferenceId, LocalizedText, RoomId, VenueId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A room of a venue; the lock of its row is what two writers of its times meet at. */
@Entity('room')
export class Room {
  @PrimaryColumn('uuid')
  id!: RoomId;

  @Column('uuid', { name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column('uuid', { name: 'venue_id' })
  venueId!: VenueId;

  @Column('jsonb')
  name!: LocalizedText;

  /** How many people it takes. */
  @Column('int')
  capacity!: number;

  /** Booths for interpreters. */
  @Column('int')
  booths!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}

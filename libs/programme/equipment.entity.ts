import type { ConferenceId, Id, LocalizedText, RoomId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type EquipmentId = Id<'Equipment'>;

/** Something that sessions need: fixed in a room, or brought to wherever it is needed. */
@Entity('equipment')
export class Equipment {
  @PrimaryColumn('uuid')
  id!: EquipmentId;

  @Column('uuid', { name: 'conference_id' })
  conferenceId!: ConferenceId;

  /** Null where it can be moved. */
  @Column('uuid', { name: 'room_id', nullable: true })
  roomId!: RoomId | null;

  @Column('jsonb')
  name!: LocalizedText;

  /** How many there are of it. */
  @Column('int')
  quantity!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}

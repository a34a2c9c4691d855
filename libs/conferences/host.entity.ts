import type { ConferenceId, HostId, LocalizedText } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const hostRoles = ['HOST', 'CO_HOST', 'ORGANISER', 'SUPPORTER'] as const;
export type HostRole = (typeof hostRoles)[number];

/** A body that hosts, co-hosts, organises or supports a conference. */
@Entity('host')
export class Host {
  @PrimaryColumn('uuid')
  id!: HostId;

  @Column('uuid', { name: 'conference_id' })
  conferenceId!: ConferenceId;

  /** Order in which hosts are named, which protocol decides. */
  @Column('int')
  position!: number;

  @Column('text')
  role!: HostRole;

  @Column('jsonb')
  name!: LocalizedText;

  @Column('text', { nullable: true })
  website!: string | null;
}

import type { ConferenceId, LocalizedText, PersonId, SessionId, SpeakerId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const speakerRoles = ['HOST', 'KEYNOTE', 'SPEAKER', 'PANELIST', 'MODERATOR', 'INTERPRETER'] as const;
export type SpeakerRole = (typeof speakerRoles)[number];

/** A person with a role at one session. */
@Entity('speaker')
export class Speaker {
  @PrimaryColumn('uuid')
  id!: SpeakerId;

  @Column('uuid', { name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column('uuid', { name: 'session_id' })
  sessionId!: SessionId;

  /** Order in which they are printed. */
  @Column('int')
  position!: number;

  /** As printed; not the person's own record, which may be private. */
  @Column('jsonb')
  name!: LocalizedText;

  @Column('jsonb', { nullable: true })
  affiliation!: LocalizedText | null;

  @Column('text')
  role!: SpeakerRole;

  @Column('uuid', { name: 'person_id', nullable: true })
  personId!: PersonId | null;
}

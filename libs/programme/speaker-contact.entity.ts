import type { ConferenceId, SpeakerId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** PROPOSED: nobody asked yet. INVITED: the letter is on its way. The other two are the speaker's own answer. */
export const speakerStates = ['PROPOSED', 'INVITED', 'CONFIRMED', 'DECLINED'] as const;
export type SpeakerState = (typeof speakerStates)[number];

/** From `startsAt` up to but without `endsAt`, ISO 8601. */
export interface AvailableInterval {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** What is not printed of a speaker. No release shows it, and a roll-back leaves it as it is. */
@Entity('speaker_contact')
export class SpeakerContact {
  @PrimaryColumn('uuid', { name: 'speaker_id' })
  speakerId!: SpeakerId;

  @Column('uuid', { name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column('text', { nullable: true })
  email!: string | null;

  /** Language of letters, BCP 47. */
  @Column('text', { nullable: true })
  locale!: string | null;

  @Column('text')
  state!: SpeakerState;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt!: Date | null;

  /** When the speaker is there; null means at any time. */
  @Column('jsonb', { nullable: true })
  available!: AvailableInterval[] | null;
}

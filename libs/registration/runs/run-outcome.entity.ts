import type { ConferenceId, RegistrationId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RegistrationRunId } from './run.entity.js';

/** What a run did with one registration. */
@Entity('registration_run_outcome')
export class RunOutcome {
  @PrimaryColumn('uuid', { name: 'run_id' })
  runId!: RegistrationRunId;

  /** From 1, in the order in which they are taken. */
  @PrimaryColumn('int')
  position!: number;

  @Column('uuid', { name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column('uuid', { name: 'registration_id' })
  registrationId!: RegistrationId;

  /** Code of the refusal; null where it was done. */
  @Column('text', { nullable: true })
  refused!: string | null;

  @Column('jsonb', { name: 'refused_data', nullable: true })
  refusedData!: Readonly<Record<string, unknown>> | null;
}

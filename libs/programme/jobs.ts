import type { ConferenceId, RegistrationId } from '#kernel';
import { job } from '#platform';
import type { ProgrammeChangeId } from './programme-change.entity.js';
import type { ProgrammeReleaseId } from './programme-release.entity.js';

/** Writes to those who chose a forum what changed in it, a batch at a time; `from` counts those of the batches before. */
export const tellProgrammeChange = job<{ changeId: ProgrammeChangeId; from: number }>('programme.tell-change', { queue: 'work', attempts: 10 });

/** Writes to those whom a release concerns, a batch at a time in the order of registrations; null begins. */
export const tellProgrammeRelease = job<{ releaseId: ProgrammeReleaseId; after: RegistrationId | null }>('programme.tell-release', { queue: 'work', attempts: 10 });

/** Begins the programme of a new edition with that of the one it was made from. */
export const cloneProgrammeJob = job<{ from: ConferenceId; to: ConferenceId }>('programme.clone', { queue: 'work', attempts: 10 });

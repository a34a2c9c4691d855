import type { PoolTurnId } from '#places';
import { job } from '#platform';
import type { ProgrammeChangeId } from './programme-change.entity.js';

/** Writes to those who chose a forum what changed in it, a batch at a time; `after` is the last one of the batch before. */
export const tellProgrammeChange = job<{ changeId: ProgrammeChangeId; after: PoolTurnId | null }>(
  'programme.tell-change', { queue: 'work', attempts: 10 },
);

import { job } from '#platform';
import type { ProgrammeChangeId } from './programme-change.entity.js';

/** Writes to those who chose a forum what changed in it, a batch at a time; `from` counts those of the batches before. */
export const tellProgrammeChange = job<{ changeId: ProgrammeChangeId; from: number }>('programme.tell-change', { queue: 'work', attempts: 10 });

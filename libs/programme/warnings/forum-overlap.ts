import { overlappingPairs } from './programme-under-check.js';
import type { ProgrammeCheck } from './programme-under-check.js';

/** Two sessions of one forum at one time: nobody who chose it can be in both. */
export const forumOverlap: ProgrammeCheck = ({ sessions }) =>
  overlappingPairs(sessions)
    .filter(([one, other]) => one.forumId === other.forumId)
    .map(([one, other]) => ({ code: 'programme.forum-overlap' as const, sessionIds: [one.id, other.id], values: {} }));

import { overlappingPairs } from './programme-under-check.js';
import type { ProgrammeCheck } from './programme-under-check.js';

/** Two sessions in one room at one time. The database refuses them too; what came in by another way is seen here. */
export const roomDoubleBooked: ProgrammeCheck = ({ sessions }) =>
  overlappingPairs(sessions)
    .filter(([one, other]) => one.roomId !== null && one.roomId === other.roomId)
    .map(([one, other]) => ({ code: 'programme.room-double-booked' as const, sessionIds: [one.id, other.id], values: {} }));

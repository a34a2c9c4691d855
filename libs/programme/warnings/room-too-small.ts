import type { ProgrammeCheck } from './programme-under-check.js';

/** A room that takes fewer people than its forum has places, or than have signed up where the doors are open. */
export const roomTooSmall: ProgrammeCheck = ({ sessions, rooms, forums }) => {
  const capacities = new Map(rooms.map((room) => [room.id, room.capacity]));
  const byId = new Map(forums.map((forum) => [forum.id, forum]));
  return sessions.flatMap((session) => {
    const capacity = session.roomId === null ? undefined : capacities.get(session.roomId);
    const forum = byId.get(session.forumId);
    if (capacity === undefined || forum === undefined) return [];
    const people = Math.max(forum.size ?? 0, forum.taken);
    return people > capacity ? [{ code: 'programme.room-too-small' as const, sessionIds: [session.id], values: { capacity, people } }] : [];
  });
};

import type { ProgrammeCheck } from './programme-under-check.js';

/** A session that is interpreted into more languages than its room has booths. */
export const boothsLacking: ProgrammeCheck = ({ sessions, rooms }) => {
  const booths = new Map(rooms.map((room) => [room.id, room.booths]));
  return sessions.flatMap(({ id, roomId, interpretation }) => {
    const has = roomId === null ? undefined : booths.get(roomId);
    return has !== undefined && interpretation.length > has
      ? [{ code: 'programme.booths-lacking' as const, sessionIds: [id], values: { booths: has, languages: interpretation.length } }]
      : [];
  });
};

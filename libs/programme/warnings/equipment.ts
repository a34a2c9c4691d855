import type { ProgrammeCheck, SessionUnderCheck } from './programme-under-check.js';

/** More sessions at one time that need a piece of equipment than there are of it. */
export const equipmentOverlap: ProgrammeCheck = ({ sessions, equipment }) =>
  equipment.flatMap(({ id, name, quantity }) => {
    const needing = sessions.filter(({ equipmentIds }) => equipmentIds.includes(id));
    // The most at one time are there as some session begins.
    const busiest = needing.map((one) => needing.filter((other) => other.startsAt <= one.startsAt && one.startsAt < other.endsAt))
      .reduce<readonly SessionUnderCheck[]>((most, one) => (one.length > most.length ? one : most), []);
    return busiest.length > quantity
      ? [{ code: 'programme.equipment-overlap' as const, sessionIds: busiest.map((session) => session.id), values: { equipment: name, needed: busiest.length, quantity } }]
      : [];
  });

/** A session that needs what stands in another room and cannot be moved. */
export const equipmentElsewhere: ProgrammeCheck = ({ sessions, equipment }) => {
  const fixed = equipment.filter(({ roomId }) => roomId !== null);
  return sessions.flatMap((session) =>
    fixed.filter(({ id, roomId }) => session.roomId !== null && session.roomId !== roomId && session.equipmentIds.includes(id)).map(({ name }) => ({
      code: 'programme.equipment-elsewhere' as const, sessionIds: [session.id], values: { equipment: name },
    })));
};

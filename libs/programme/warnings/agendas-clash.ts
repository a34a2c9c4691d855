import type { ProgrammeCheck } from './programme-under-check.js';

/** People whose agendas the draft would make clash, forum by forum. */
export const agendasClash: ProgrammeCheck = ({ clashing, sessions }) =>
  clashing.filter(({ people }) => people.length > 0).map(({ forumId, people }) => ({
    code: 'programme.agendas-clash' as const, sessionIds: sessions.filter((session) => session.forumId === forumId).map(({ id }) => id),
    values: { people: people.length }, people,
  }));

import type { ProgrammeCheck } from './programme-under-check.js';

/** A title that lacks a language of the conference: its readers would see it in another one. */
export const untranslatedTitle: ProgrammeCheck = ({ sessions, forums, locales }) => {
  const titles = new Map(forums.map((forum) => [forum.id, forum.title]));
  return sessions.flatMap((session) => {
    const title = session.title ?? titles.get(session.forumId) ?? {};
    const missing = locales.filter((locale) => (title[locale] ?? '').trim() === '');
    return missing.length > 0
      ? [{ code: 'programme.untranslated-title' as const, sessionIds: [session.id], values: { languages: missing } }]
      : [];
  });
};

interface TimedSession {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly title: Readonly<Record<string, string>>;
  readonly speakers: readonly { readonly name: Readonly<Record<string, string>> }[];
}

interface TimedForum<Session extends TimedSession> {
  readonly id: string;
  readonly title: Readonly<Record<string, string>>;
  readonly sessions: readonly Session[];
}

/** What begins at one moment; it ends when the last of it does. */
export interface Hour<Forum extends TimedForum<TimedSession>> {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly forums: readonly { readonly forum: Forum; readonly sessions: readonly Forum['sessions'][number][] }[];
}

/** The programme by day and by beginning, as people walk through it; of a search, what has the words in a title or a speaker's name. */
export function daysOf<Forum extends TimedForum<TimedSession>>(
  forums: readonly Forum[], wanted: string, dayOf: (instant: string) => string,
): readonly { readonly name: string; readonly hours: readonly Hour<Forum>[] }[] {
  const words = wordsOf(wanted);
  const found = forums.flatMap((forum) => forum.sessions.map((session: Forum['sessions'][number]) => ({ forum, session })))
    .filter(({ forum, session }) => hasAll(words, [forum.title, session.title, ...session.speakers.map((speaker) => speaker.name)]))
    .sort((one, other) => one.session.startsAt.localeCompare(other.session.startsAt));
  const days = Map.groupBy(found, ({ session }) => dayOf(session.startsAt));
  return [...days].map(([name, ofDay]) => ({
    name,
    hours: [...Map.groupBy(ofDay, ({ session }) => session.startsAt)].map(([startsAt, ofHour]) => ({
      startsAt,
      endsAt: ofHour.reduce((last, { session }) => (session.endsAt > last ? session.endsAt : last), startsAt),
      forums: [...Map.groupBy(ofHour, ({ forum }) => forum)].map(([forum, items]) => ({ forum, sessions: items.map(({ session }) => session) })),
    })),
  }));
}

/** The words of a search, in one width and case. */
export function wordsOf(wanted: string): readonly string[] {
  return wanted.normalize('NFKC').toLocaleLowerCase().split(/\s+/).filter((word) => word !== '');
}

/** Whether all words stand in some language of some text. */
export function hasAll(words: readonly string[], texts: readonly Readonly<Record<string, string>>[]): boolean {
  const all = texts.flatMap((text) => Object.values(text)).join('\n').normalize('NFKC').toLocaleLowerCase();
  return words.every((word) => all.includes(word));
}

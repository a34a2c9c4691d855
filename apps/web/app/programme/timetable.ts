interface TimedSession {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly title: Readonly<Record<string, string>>;
  readonly room: { readonly id: string } | null;
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

/** What somebody looks for: words of a title or a speaker's name, a day as `dayOf` calls it, a room by its id. What is empty asks for nothing. */
export interface Wanted {
  readonly words: string;
  readonly day: string;
  readonly room: string;
}

/** The programme by day and by beginning, as people walk through it, or what of it is wanted. */
export function daysOf<Forum extends TimedForum<TimedSession>>(
  forums: readonly Forum[], wanted: Wanted, dayOf: (instant: string) => string,
): readonly { readonly name: string; readonly hours: readonly Hour<Forum>[] }[] {
  const words = wordsOf(wanted.words);
  const found = forums.flatMap((forum) => forum.sessions.map((session: Forum['sessions'][number]) => ({ forum, session })))
    .filter(({ forum, session }) => hasAll(words, [forum.title, session.title, ...session.speakers.map((speaker) => speaker.name)]))
    .filter(({ session }) => (wanted.room === '' || session.room?.id === wanted.room) && (wanted.day === '' || dayOf(session.startsAt) === wanted.day))
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

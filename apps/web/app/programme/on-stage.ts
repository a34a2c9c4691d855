type LocalizedText = Readonly<Record<string, string>>;

interface Speaking {
  readonly name: LocalizedText;
  readonly affiliation: LocalizedText | null;
  readonly role: string;
}

interface Spoken {
  readonly startsAt: string;
  readonly speakers: readonly Speaking[];
}

/** A person of the programme with all that the person does there, in order of time. */
export interface OnStage<Session extends Spoken> {
  readonly name: LocalizedText;
  readonly affiliation: LocalizedText | null;
  readonly parts: readonly { readonly session: Session; readonly role: Session['speakers'][number]['role'] }[];
}

/** Everybody who speaks, once, in the order of their names as `nameOf` writes them; who has one name and one affiliation is one person. */
export function speakersOf<Session extends Spoken>(
  sessions: readonly Session[], nameOf: (name: LocalizedText) => string, locale: string,
): readonly OnStage<Session>[] {
  const parts = sessions.toSorted((one, other) => one.startsAt.localeCompare(other.startsAt))
    .flatMap((session) => session.speakers.map((speaker: Session['speakers'][number]) => ({ session, speaker })));
  const people = Map.groupBy(parts, ({ speaker: { name, affiliation } }) => JSON.stringify([name, affiliation]));
  return [...people.values()].flatMap((ofOne) => (ofOne[0] === undefined ? [] : [{
    name: ofOne[0].speaker.name,
    affiliation: ofOne[0].speaker.affiliation,
    parts: ofOne.map(({ session, speaker }) => ({ session, role: speaker.role })),
  }])).sort((one, other) => nameOf(one.name).localeCompare(nameOf(other.name), locale));
}

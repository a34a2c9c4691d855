interface Timed {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** What of an agenda overlaps something that one thinks of choosing; what merely touches it does not. */
export function clashesOf<Entry extends Timed>(entries: readonly Entry[], wanted: Timed): readonly Entry[] {
  return entries.filter((entry) => instant(entry.startsAt) < instant(wanted.endsAt) && instant(wanted.startsAt) < instant(entry.endsAt));
}

const NEAREST = 2;

/** Those of several that clash with nothing, the nearest in time first. */
export function nearestFitting<Choice extends Timed>(choices: readonly Choice[], entries: readonly Timed[], wanted: Timed): readonly Choice[] {
  const distance = (choice: Choice): number => Math.abs(instant(choice.startsAt) - instant(wanted.startsAt));
  return choices.filter((choice) => clashesOf(entries, choice).length === 0).sort((one, other) => distance(one) - distance(other)).slice(0, NEAREST);
}

function instant(text: string): number {
  return Date.parse(text);
}

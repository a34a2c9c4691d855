import { textFor } from '#kernel';
import type { LocalizedText } from '#kernel';
import type { SessionWhereabouts } from './programme-change.entity.js';

/** Room and venue as one line, in each language that either has. */
export function placeText(room: { readonly name: LocalizedText }, venue: { readonly name: LocalizedText } | undefined): LocalizedText {
  const tags = new Set([...Object.keys(room.name), ...Object.keys(venue?.name ?? {})]);
  return Object.fromEntries([...tags].map((tag) => {
    const parts = [textFor(room.name, tag), ...(venue === undefined ? [] : [textFor(venue.name, tag)])];
    return [tag, parts.join(tag.startsWith('zh') || tag.startsWith('ja') ? '，' : ', ')];
  }));
}

interface Held {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** When and where, as a letter of any later day must still be able to say it. */
export function whereaboutsOf(session: Held, place: LocalizedText | null): SessionWhereabouts {
  return { startsAt: session.startsAt.toISOString(), endsAt: session.endsAt.toISOString(), place };
}

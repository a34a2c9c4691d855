import { reaction } from '#platform';
import type { Reaction } from '#platform';
import { programmeChanged, tellProgrammeChange } from '#programme';

/** Who chose a forum is told when a session of it came, moved or went. */
export const programmeReactions: readonly Reaction[] = [
  reaction(programmeChanged, tellProgrammeChange, ({ changeId }) => ({ changeId, from: 0 })),
];

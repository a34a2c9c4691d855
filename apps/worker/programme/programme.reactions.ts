import { conferenceCloned } from '#conferences';
import { reaction } from '#platform';
import type { Reaction } from '#platform';
import { cloneProgrammeJob, programmeChanged, programmeReleased, tellProgrammeChange, tellProgrammeRelease } from '#programme';

/** Who chose a forum is told when a session of it came, moved or went: at once before the first release, by releases after it. A new edition begins with the last one's programme. */
export const programmeReactions: readonly Reaction[] = [
  reaction(programmeChanged, tellProgrammeChange, ({ changeId }) => ({ changeId, from: 0 })),
  reaction(programmeReleased, tellProgrammeRelease, ({ releaseId }) => ({ releaseId, after: null })),
  reaction(conferenceCloned, cloneProgrammeJob, ({ from, to }) => ({ from, to })),
];

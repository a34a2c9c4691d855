import type { SessionId } from '#kernel';
import { forumOverlap } from './forum-overlap.js';
import { outsideDates } from './outside-dates.js';
import type { ProgrammeCheck, ProgrammeUnderCheck, ProgrammeWarning } from './programme-under-check.js';
import { roomTooSmall } from './room-too-small.js';
import { speakerOverlap } from './speaker-overlap.js';
import { untranslatedTitle } from './untranslated-title.js';

/** Every check, most urgent first. A new one is a function in a file of its own and a word here. */
export const programmeChecks: readonly ProgrammeCheck[] = [speakerOverlap, forumOverlap, roomTooSmall, outsideDates, untranslatedTitle];

/** What an editor should look at in a whole programme. */
export function checkProgramme(programme: ProgrammeUnderCheck): readonly ProgrammeWarning[] {
  return programmeChecks.flatMap((check) => check(programme));
}

/** The part of it that is about one session, for the answer to its editor. */
export function warningsAbout(programme: ProgrammeUnderCheck, sessionId: SessionId): readonly ProgrammeWarning[] {
  return checkProgramme(programme).filter((warning) => warning.sessionIds.includes(sessionId));
}

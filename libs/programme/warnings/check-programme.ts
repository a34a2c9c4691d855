import type { ForumId, SessionId } from '#kernel';
import { agendasClash } from './agendas-clash.js';
import { boothsLacking } from './booths-lacking.js';
import { equipmentElsewhere, equipmentOverlap } from './equipment.js';
import { forumOverlap } from './forum-overlap.js';
import { outsideDates } from './outside-dates.js';
import type { ProgrammeCheck, ProgrammeUnderCheck, ProgrammeWarning, ProgrammeWarningCode } from './programme-under-check.js';
import { roomDoubleBooked } from './room-double-booked.js';
import { roomTooSmall } from './room-too-small.js';
import { speakerOverlap } from './speaker-overlap.js';
import { speakerDeclined, speakerUnavailable } from './speaker-unavailable.js';
import { travelTooShort } from './travel-too-short.js';
import { untranslatedTitle } from './untranslated-title.js';

/** Every check, most urgent first. A new one is a function in a file of its own and a word here. */
export const programmeChecks: readonly ProgrammeCheck[] = [
  roomDoubleBooked, agendasClash, speakerOverlap, speakerUnavailable, speakerDeclined, equipmentOverlap, equipmentElsewhere, boothsLacking,
  travelTooShort, forumOverlap, roomTooSmall, outsideDates, untranslatedTitle,
];

/** What no release may have; everything else an editor may have reasons for. */
const BLOCKS: ReadonlySet<ProgrammeWarningCode> = new Set(['programme.room-double-booked']);

/** Whether it keeps the programme from being released. */
export function isBlock({ code }: Pick<ProgrammeWarning, 'code'>): boolean {
  return BLOCKS.has(code);
}

/** What an editor should look at in a whole programme. */
export function checkProgramme(programme: ProgrammeUnderCheck): readonly ProgrammeWarning[] {
  return programmeChecks.flatMap((check) => check(programme));
}

/** The part of it that is about forums which somebody edits. */
export function warningsFor(programme: ProgrammeUnderCheck, edits: (forumId: ForumId) => boolean): readonly ProgrammeWarning[] {
  const own = new Set<SessionId>(programme.sessions.filter(({ forumId }) => edits(forumId)).map(({ id }) => id));
  return checkProgramme(programme).filter(({ sessionIds }) => sessionIds.some((id) => own.has(id)));
}

/** The part of it that a release is refused for. */
export function blocksIn(programme: ProgrammeUnderCheck): readonly ProgrammeWarning[] {
  return checkProgramme(programme).filter(isBlock);
}

/** The part of it that is about one session, for the answer to its editor. */
export function warningsAbout(programme: ProgrammeUnderCheck, sessionId: SessionId): readonly ProgrammeWarning[] {
  return checkProgramme(programme).filter((warning) => warning.sessionIds.includes(sessionId));
}

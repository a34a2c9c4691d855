import type { ConferenceId, ForumId, RegistrationId } from '#kernel';
import { fact } from '#platform';
import type { ProgrammeChangeId } from './programme-change.entity.js';
import type { ProgrammeReleaseId } from './programme-release.entity.js';

/** A session of a forum that people chose was added, moved or removed. */
export const programmeChanged = fact<{ changeId: ProgrammeChangeId }>('programme.changed');

/** A programme was released that people must be told of. */
export const programmeReleased = fact<{ releaseId: ProgrammeReleaseId }>('programme.released');

/** A registration has a forum in its agenda. */
export const forumChosen = fact<{ registrationId: RegistrationId; forumId: ForumId; conferenceId: ConferenceId }>('programme.forum-chosen');

/** A registration gave a forum back: its place, its turn or its offer. */
export const forumLeft = fact<{ registrationId: RegistrationId; forumId: ForumId; conferenceId: ConferenceId }>('programme.forum-left');

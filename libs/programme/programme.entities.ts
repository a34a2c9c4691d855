import { Equipment } from './equipment.entity.js';
import { Forum } from './forum.entity.js';
import { ProgrammeChange } from './programme-change.entity.js';
import { ProgrammeRelease, ReleaseNotice } from './programme-release.entity.js';
import { Room } from './room.entity.js';
import { Session } from './session.entity.js';
import { ShownForum, ShownRoom, ShownSession, ShownSpeaker, ShownVenue } from './shown.entities.js';
import { SpeakerContact } from './speaker-contact.entity.js';
import { Speaker } from './speaker.entity.js';
import { Venue } from './venue.entity.js';

export const programmeEntities = [
  Venue, Room, Forum, Session, Speaker, ShownVenue, ShownRoom, ShownForum, ShownSession, ShownSpeaker,
  Equipment, SpeakerContact, ProgrammeChange, ProgrammeRelease, ReleaseNotice,
];

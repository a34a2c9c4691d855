import { Forum } from './forum.entity.js';
import { ProgrammeChange } from './programme-change.entity.js';
import { Room } from './room.entity.js';
import { Session } from './session.entity.js';
import { Speaker } from './speaker.entity.js';
import { Venue } from './venue.entity.js';

export const programmeEntities = [Venue, Room, Forum, Session, Speaker, ProgrammeChange];

import { Entity } from 'typeorm';
import { Forum } from './forum.entity.js';
import { Room } from './room.entity.js';
import { Session } from './session.entity.js';
import { Speaker } from './speaker.entity.js';
import { Venue } from './venue.entity.js';

/** What readers see, in tables of their own with the draft's columns: no reader can come upon a draft by mistake. */
@Entity('shown_venue')
export class ShownVenue extends Venue {}

@Entity('shown_room')
export class ShownRoom extends Room {}

@Entity('shown_forum')
export class ShownForum extends Forum {}

@Entity('shown_session')
export class ShownSession extends Session {}

@Entity('shown_speaker')
export class ShownSpeaker extends Speaker {}

/** Whether a row of the programme is what readers see, or the draft's. */
export function isShown(row: Venue | Room | Forum | Session): boolean {
  return row instanceof ShownForum || row instanceof ShownSession || row instanceof ShownRoom || row instanceof ShownVenue;
}

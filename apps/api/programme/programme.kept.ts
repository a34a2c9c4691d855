import { Injectable } from '@nestjs/common';
import { KeptFields } from '../graphql/kept/kept-fields.js';

/**
 * What of the programme is kept: all that readers see of it, since each of its writes raises the version. Not kept are what
 * editors alone are told (`equipmentIds`, `state` of a speaker).
 */
@Injectable()
export class ProgrammeKept {
  constructor(kept: KeptFields) {
    kept.declare('Query', ['programme'], { conferenceBy: 'conferenceSlug' });
    kept.declare('Programme', ['conference', 'forums', 'version', 'calendarPath']);
    kept.declare('Forum', [
      'id', 'slug', 'kind', 'title', 'description', 'admission', 'audience', 'categoryIds', 'sender', 'sessions', 'startsAt', 'endsAt', 'calendarPath', 'version',
    ]);
    kept.declare('Forum', ['places'], { pools: 'FORUM' });
    kept.declare('Places', ['poolId', 'size', 'taken', 'remaining', 'waiting', 'lineOpen']);
    kept.declare('Forum', ['mine'], { ownOnly: true });
    kept.declare('Session', ['id', 'forum', 'kind', 'interpretation', 'title', 'description', 'room', 'startsAt', 'endsAt', 'speakers', 'version']);
    kept.declare('Speaker', ['id', 'name', 'affiliation', 'role']);
    kept.declare('Room', ['id', 'name', 'capacity', 'booths', 'venue']);
    kept.declare('Venue', ['id', 'name', 'address', 'rooms']);
  }
}

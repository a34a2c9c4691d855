import { Injectable } from '@nestjs/common';
import { KeptFields } from '../graphql/kept/kept-fields.js';

/** What of a conference is kept. Not kept are its series and categories, and what hangs on the clock or on who asks. */
@Injectable()
export class ConferencesKept {
  constructor(kept: KeptFields) {
    kept.declare('Query', ['conference'], { conferenceBy: 'slug' });
    kept.declare('Conference', [
      'id', 'slug', 'title', 'theme', 'description', 'practicalInformation', 'ordinal', 'hostRegion', 'city', 'country', 'timeZone', 'startsOn', 'endsOn', 'locales',
      'state', 'hosts', 'version',
    ]);
    kept.declare('Host', ['id', 'role', 'name', 'website']);
  }
}

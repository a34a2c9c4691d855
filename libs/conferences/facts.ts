import type { ConferenceId } from '#kernel';
import { fact } from '#platform';

export const conferencePublished = fact<{ conferenceId: ConferenceId }>('conference.published');
export const registrationOpened = fact<{ conferenceId: ConferenceId }>('conference.opened');
export const registrationClosed = fact<{ conferenceId: ConferenceId }>('conference.closed');
export const conferenceArchived = fact<{ conferenceId: ConferenceId }>('conference.archived');
/** Dates, city or texts that letters and calendars may have to follow. */
export const conferenceChanged = fact<{ conferenceId: ConferenceId }>('conference.changed');
/** An edition was made from another; programme and visits follow with what is theirs. */
export const conferenceCloned = fact<{ from: ConferenceId; to: ConferenceId }>('conference.cloned');

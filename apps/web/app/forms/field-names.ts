import type { MessageKey } from '#i18n';

/** What the fields are called, by the path under which the api speaks of them, so that a list of problems says whose each is. */
export const FIELD_NAMES: Readonly<Partial<Record<string, MessageKey>>> = {
  'email': 'web.field.email', 'newEmail': 'web.address.new', 'password': 'web.staff.password', 'repeat': 'web.staff.invitation.repeat', 'code': 'web.staff.code',
  'names.native': 'web.names.native', 'names.latinFamily': 'web.names.family', 'names.latinGiven': 'web.names.given', 'names.order': 'web.names.order', 'names.salutation': 'web.names.salutation', 'names.badge': 'web.names.badge',
  'nationality': 'web.field.nationality', 'residence': 'web.field.residence', 'phone': 'web.field.phone', 'organisation': 'web.field.organisation', 'jobTitle': 'web.field.job-title',
  'languages': 'web.field.languages', 'interpretation': 'web.field.interpretation', 'dietaryNeeds': 'web.field.dietary', 'accessNeeds': 'web.field.access',
  'travelDocument': 'web.step.document', 'travelDocument.kind': 'web.document.kind', 'travelDocument.number': 'web.document.number', 'travelDocument.issuedBy': 'web.document.issued-by', 'travelDocument.expiresOn': 'web.document.expires',
  'consents': 'web.step.consent', 'consents.privacy': 'web.consent.privacy', 'consents.photography': 'web.consent.photography',
  'title': 'console.field.title', 'theme': 'console.field.theme', 'description': 'console.field.description', 'slug': 'console.field.slug', 'city': 'console.field.city', 'country': 'console.field.country', 'timeZone': 'console.field.time-zone',
  'startsOn': 'console.field.starts-on', 'endsOn': 'console.field.ends-on', 'hostRegion': 'console.field.host-region', 'hostOverrideReason': 'console.field.host-reason', 'rotation': 'console.field.rotation', 'seriesId': 'console.field.series',
  'key': 'console.field.key', 'capacity': 'console.places.size', 'startsAt': 'console.sessions.starts', 'endsAt': 'console.sessions.ends', 'roomId': 'console.sessions.room', 'forumId': 'console.sessions.forum', 'name': 'console.rooms.name', 'roomCapacity': 'console.rooms.capacity',
  'visitId': 'console.departures.visit', 'meetingPoint': 'console.departures.meeting-point', 'vehicle': 'console.departures.vehicle', 'guideLanguages': 'console.departures.guide', 'bookableUntil': 'console.departures.until',
};

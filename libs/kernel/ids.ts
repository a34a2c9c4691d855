import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

/** A string that names one row of one kind; the brand keeps a ForumId from being passed where a RoomId is meant. */
export type Id<Kind extends string> = string & { readonly __kind: Kind };

export type AccountId = Id<'Account'>;
export type ApiTokenId = Id<'ApiToken'>;
export type AudienceId = Id<'Audience'>;
export type BookingId = Id<'Booking'>;
export type CampaignId = Id<'Campaign'>;
export type CategoryId = Id<'Category'>;
export type ConferenceId = Id<'Conference'>;
export type ContactId = Id<'Contact'>;
export type ContactImportId = Id<'ContactImport'>;
export type ContactListId = Id<'ContactList'>;
export type DelegationId = Id<'Delegation'>;
export type DepartureId = Id<'Departure'>;
export type FileId = Id<'File'>;
export type ForumId = Id<'Forum'>;
export type HostId = Id<'Host'>;
export type InvitationId = Id<'Invitation'>;
export type MailingId = Id<'Mailing'>;
export type MailTemplateId = Id<'MailTemplate'>;
export type MessageId = Id<'Message'>;
export type OfferId = Id<'Offer'>;
export type OrganisationId = Id<'Organisation'>;
export type PersonId = Id<'Person'>;
export type PlaceId = Id<'Place'>;
export type PoolId = Id<'Pool'>;
export type RegistrationId = Id<'Registration'>;
export type ReminderRuleId = Id<'ReminderRule'>;
export type RoomId = Id<'Room'>;
export type SeriesId = Id<'Series'>;
export type SessionId = Id<'Session'>;
export type SignInId = Id<'SignIn'>;
export type SpeakerId = Id<'Speaker'>;
export type SuppressionId = Id<'Suppression'>;
export type VenueId = Id<'Venue'>;
export type VisitId = Id<'Visit'>;
export type WaitlistEntryId = Id<'WaitlistEntry'>;

const BYTES = 16;
const random = new Uint8Array(BYTES * 256);
let used = random.length;
let milliseconds = 0;
let turn = 0;

/**
 * A new id that sorts by the time it was made, also among those of one process and millisecond (UUID version 7, RFC 9562, 6.2, a counter
 * of 31 bits that starts at random), so that indexes stay dense. Randomness is fetched for many at once: one at a time it is most of the cost.
 */
export function newId<K extends string>(): Id<K> {
  if (used === random.length) {
    randomFillSync(random);
    used = 0;
  }
  const bytes = random.subarray(used, used += BYTES);
  const now = Date.now();
  if (now > milliseconds) {
    milliseconds = now;
    turn = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) >>> 1;
  } else {
    turn = (turn + 1) >>> 0;
    if (turn === 0) milliseconds += 1;
  }
  return v7({ random: bytes, msecs: milliseconds, seq: turn }) as Id<K>;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether text can be an id at all; asked before it reaches a uuid column, where anything else would be a fault. */
export function isId(text: string): boolean {
  return UUID.test(text);
}

// Written by `npm run schema` from apps/api/*/*.graphql.
import type { LocalizedText } from '#kernel';

export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar date without a time, ISO 8601, for example 2026-06-01. */
  Date: { input: string; output: string; }
  /** An instant, ISO 8601 in UTC, for example 2026-06-01T01:30:00.000Z. */
  DateTime: { input: Date; output: Date; }
  /** Plain JSON data whose form the field describes. */
  Json: { input: unknown; output: unknown; }
  /** A wall-clock date and time without a zone, ISO 8601, for example 2026-06-01T09:30; it is meant in the conference's time zone. */
  LocalDateTime: { input: string; output: string; }
  /**
   * Text in several languages: an object of BCP 47 tag to string, for example {"en": "Opening ceremony", "zh-Hans": "开幕式"}.
   * Tags are checked; text is NFC without control or direction-override characters.
   */
  LocalizedText: { input: LocalizedText; output: LocalizedText; }
};

/** An offer to be accepted. */
export type AcceptOfferInput = {
  /** Forums and departures to be left for it, by id, where they clash with it. */
  readonly giveUp: ReadonlyArray<Scalars['ID']['input']>;
  /** The offer; its letter carries it. */
  readonly offerId: Scalars['ID']['input'];
  /** The secret of the letter's link, for someone who is not signed in. */
  readonly token?: InputMaybe<Scalars['String']['input']>;
};

/** Answer to acceptOffer: offer.expired, offer.unknown, or what stands in the way. */
export type AcceptOfferResult = Clash | OfferAnswered | PlainRefusal;

/** An invitation to be accepted. */
export type AcceptStaffInvitationInput = {
  /** From 12 to 256 characters; a sentence serves best. */
  readonly password: Scalars['String']['input'];
  /** The token of the link. */
  readonly token: Scalars['String']['input'];
};

/** Answer to acceptStaffInvitation: staff.invitation-invalid when refused. */
export type AcceptStaffInvitationResult = InvalidInput | PlainRefusal | StaffInvitationAccepted;

/** An address that signs in. It may manage several persons: a secretary, a couple, a head of delegation. */
export type Account = {
  /** The address, as it was given. */
  readonly email: Scalars['String']['output'];
  /** Whether the account signs in with a second factor (TOTP). */
  readonly hasSecondFactor: Scalars['Boolean']['output'];
  /** Stable. */
  readonly id: Scalars['ID']['output'];
  /** Language of letters and pages, BCP 47. */
  readonly locale: Scalars['String']['output'];
  /** The people this account manages. */
  readonly persons: ReadonlyArray<Person>;
  /** Roles in all scopes. */
  readonly roles: ReadonlyArray<RoleGrant>;
};

/** A departure to be added. */
export type AddDepartureInput = {
  /** From when on it can be booked, in the conference's time zone; at once where absent. */
  readonly bookableFrom?: InputMaybe<Scalars['LocalDateTime']['input']>;
  /** Until when it can be booked, in the conference's time zone; until it leaves where absent. */
  readonly bookableUntil?: InputMaybe<Scalars['LocalDateTime']['input']>;
  /** How many seats. */
  readonly capacity: Scalars['Int']['input'];
  /** When it is back, in the conference's time zone. */
  readonly endsAt: Scalars['LocalDateTime']['input'];
  /** Languages of the guide. */
  readonly guideLanguages: ReadonlyArray<Scalars['String']['input']>;
  /** Who guides. */
  readonly guideName?: InputMaybe<Scalars['String']['input']>;
  /** Days of a tour. */
  readonly legs?: InputMaybe<ReadonlyArray<LegInput>>;
  /** Where one meets. */
  readonly meetingPoint: Scalars['LocalizedText']['input'];
  /** Fewer people than this, and it is cancelled. */
  readonly minimum?: InputMaybe<Scalars['Int']['input']>;
  /** When the minimum is counted, in the conference's time zone; when bookings end where absent. */
  readonly minimumBy?: InputMaybe<Scalars['LocalDateTime']['input']>;
  /** For how many minutes a freed seat is offered. */
  readonly offerMinutes: Scalars['Int']['input'];
  /** Key of the place where one meets, such as a venue's id: travel times are told by it; a place of its own where absent. */
  readonly site?: InputMaybe<Scalars['String']['input']>;
  /** When it leaves, in the conference's time zone. */
  readonly startsAt: Scalars['LocalDateTime']['input'];
  /** Vehicle in words; said from the vehicles where absent. */
  readonly vehicle?: InputMaybe<Scalars['String']['input']>;
  /** Vehicles with their seats; together they must have seats for all who may book. */
  readonly vehicles?: InputMaybe<ReadonlyArray<VehicleInput>>;
  /** Its visit. */
  readonly visitId: Scalars['ID']['input'];
  /** How many may wait: 0 no line, null without limit. */
  readonly waitlistLimit?: InputMaybe<Scalars['Int']['input']>;
};

/** Answer to addDeparture. */
export type AddDepartureResult = Departure | InvalidInput | PlainRefusal;

/** A speaker to be added. */
export type AddSpeakerInput = {
  /** Organisation and title. */
  readonly affiliation?: InputMaybe<Scalars['LocalizedText']['input']>;
  /** When the speaker is there, in the conference's time zone; at any time where absent. */
  readonly available?: InputMaybe<ReadonlyArray<AvailableInput>>;
  /** Where to ask by letter; nobody is asked without. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** Language of the letter, BCP 47; the conference's first where absent. */
  readonly locale?: InputMaybe<Scalars['String']['input']>;
  /** The name to print. */
  readonly name: Scalars['LocalizedText']['input'];
  /** The registered person, where there is one. */
  readonly personId?: InputMaybe<Scalars['ID']['input']>;
  /** Role. */
  readonly role: SpeakerRole;
  /** The session. */
  readonly sessionId: Scalars['ID']['input'];
  /** The version of the session that the editor saw. */
  readonly version: Scalars['Int']['input'];
};

/** Answer to addSpeaker. */
export type AddSpeakerResult = ChangedMeanwhile | InvalidInput | PlainRefusal | Session;

/** The letters to both addresses leave soon. */
export type AddressChangeRequested = {
  /** For how many seconds the link works. */
  readonly validForSeconds: Scalars['Int']['output'];
};

/** A person's day. */
export type Agenda = {
  /** Path of the personal calendar feed, with its secret. */
  readonly calendarPath: Scalars['String']['output'];
  /** Day by day in the venue's time, for reading and printing; what is not scheduled yet stands in `items` only. */
  readonly days: ReadonlyArray<AgendaDay>;
  /** What is held at one time, or too close to get from one to the other, and why. */
  readonly heldTogether: ReadonlyArray<HeldTogether>;
  /** Items in order of time. */
  readonly items: ReadonlyArray<AgendaItem>;
  /** The registration it belongs to. */
  readonly registration: Registration;
  /** The venue's time zone, IANA. */
  readonly timeZone: Scalars['String']['output'];
};


/** A person's day. */
export type AgendaDaysArgs = {
  zone: InputMaybe<Scalars['String']['input']>;
};

/** A day of an agenda. */
export type AgendaDay = {
  /** The day at the venue. */
  readonly date: Scalars['Date']['output'];
  /** What begins on it, in order of time; a forum once for each time it meets. */
  readonly entries: ReadonlyArray<AgendaEntry>;
};

/** What takes place at one time. */
export type AgendaEntry = {
  /** When it ends. */
  readonly endsAt: Scalars['DateTime']['output'];
  /** Between the end of what is held before it on that day and its beginning; null for the first, and for what is not held. */
  readonly gapBefore: Maybe<AgendaGap>;
  /** What it is. */
  readonly item: AgendaItem;
  /** On the clock of the reader; null where no zone was asked for. */
  readonly readerTime: Maybe<WallTimes>;
  /** When it begins. */
  readonly startsAt: Scalars['DateTime']['output'];
  /** On the clock of the venue. */
  readonly venueTime: WallTimes;
};

/** Time between two things that are held. */
export type AgendaGap = {
  /** Whether the way takes longer than there is time. */
  readonly isTooTight: Scalars['Boolean']['output'];
  /** Minutes; below 0 where they overlap. */
  readonly minutes: Scalars['Int']['output'];
  /** Minutes that the way takes; 0 at one place, or where one is unknown. */
  readonly travelMinutes: Scalars['Int']['output'];
};

/** What a registration has of one forum or departure. */
export type AgendaItem = {
  /** The departure, if it is one. */
  readonly departure: Maybe<Departure>;
  /** When it ends. */
  readonly endsAt: Maybe<Scalars['DateTime']['output']>;
  /** The forum, if it is one. */
  readonly forum: Maybe<Forum>;
  /** Stable while it stands. */
  readonly id: Scalars['ID']['output'];
  /** What kind of thing it is. */
  readonly kind: BusyKind;
  /** A freed place that waits for an answer. */
  readonly offer: Maybe<Offer>;
  /** Room and venue, or meeting point. */
  readonly place: Maybe<Scalars['LocalizedText']['output']>;
  /** Turn in the line, 1 being next; null when not waiting. */
  readonly positionInLine: Maybe<Scalars['Int']['output']>;
  /** The registration. */
  readonly registrationId: Scalars['ID']['output'];
  /** When it begins; null where not scheduled yet. */
  readonly startsAt: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  readonly state: AgendaState;
  /** Title. */
  readonly title: Scalars['LocalizedText']['output'];
};

/** How a registration stands to a forum or departure. */
export type AgendaState =
  /** A place is taken. */
  | 'CONFIRMED'
  /** The offer ended without an answer. */
  | 'EXPIRED'
  /** Left or cancelled. */
  | 'GIVEN_UP'
  /** A place is held until something is decided. */
  | 'HELD'
  /** A freed place waits for an answer. */
  | 'OFFERED'
  /** Waits in the line. */
  | 'WAITING';

/**
 * The same person is registered in this conference already. Shown only to the account that manages that registration and to
 * staff; strangers are told that a letter is on its way.
 */
export type AlreadyRegistered = Refusal & {
  /** Always registration.exists. */
  readonly code: Scalars['String']['output'];
  /** For people, in the caller's language. */
  readonly message: Scalars['String']['output'];
  /** The registration that exists. */
  readonly registration: Registration;
};

/** An answer to a question; the field that fits the question's kind is set. */
export type Answer = {
  /** For CHOICE and CHOICES. */
  readonly choices: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** For COUNTRY. */
  readonly country: Maybe<Scalars['String']['output']>;
  /** For DATE. */
  readonly date: Maybe<Scalars['Date']['output']>;
  /** For FILE. */
  readonly file: Maybe<File>;
  /** The question. */
  readonly question: Scalars['String']['output'];
  /** For TEXT, LONG_TEXT and ORGANISATION. */
  readonly text: Maybe<Scalars['String']['output']>;
  /** For YES_NO. */
  readonly yes: Maybe<Scalars['Boolean']['output']>;
};

/** An answer to a question; set the field that fits the question's kind. */
export type AnswerInput = {
  /** For CHOICE (one) and CHOICES. */
  readonly choices?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** For COUNTRY. */
  readonly country?: InputMaybe<Scalars['String']['input']>;
  /** For DATE. */
  readonly date?: InputMaybe<Scalars['Date']['input']>;
  /** For FILE: the id that the upload answered. */
  readonly fileId?: InputMaybe<Scalars['ID']['input']>;
  /** The question's key. */
  readonly question: Scalars['String']['input'];
  /** For TEXT, LONG_TEXT and ORGANISATION. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** For YES_NO. */
  readonly yes?: InputMaybe<Scalars['Boolean']['input']>;
};

/** An answer of the invited. */
export type AnswerInvitationInput = {
  /** The answer. */
  readonly answer: InvitationReply;
  /** Which, for who is signed in with its address or heads its delegation. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** With ASK_PLACES: how many are needed in all. */
  readonly places?: InputMaybe<Scalars['Int']['input']>;
  /** Why, or anything one wants to say. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** With SUBSTITUTE. */
  readonly substitute?: InputMaybe<SubstituteInput>;
  /** The secret of the letter's link. */
  readonly token?: InputMaybe<Scalars['String']['input']>;
};

/** The invitation as it stands, or why it cannot be answered so. */
export type AnswerInvitationResult = InvalidInput | InvitationCard | PlainRefusal;

/** How an answer came that staff note. */
export type AnswerWay =
  /** By letter or fax. */
  | 'LETTER'
  /** By phone. */
  | 'PHONE'
  /** As a reply to the mail. */
  | 'REPLY';

/** A secret by which a program signs in. */
export type ApiToken = {
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it stops working by itself. */
  readonly expiresAt: Maybe<Scalars['DateTime']['output']>;
  /** Stable. */
  readonly id: Scalars['ID']['output'];
  /** When it was last used. */
  readonly lastUsedAt: Maybe<Scalars['DateTime']['output']>;
  /** What it is for, as its maker wrote. */
  readonly name: Scalars['String']['output'];
  /** When it was revoked. */
  readonly revokedAt: Maybe<Scalars['DateTime']['output']>;
  /** Role it acts with. */
  readonly role: Role;
  /** The scope; null for the installation. */
  readonly scopeId: Maybe<Scalars['ID']['output']>;
  /** Kind of the scope. */
  readonly scopeKind: ScopeKind;
};

/** A page of API tokens. */
export type ApiTokenConnection = {
  /** The API tokens with their cursors. */
  readonly edges: ReadonlyArray<ApiTokenEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A new API token with its secret. */
export type ApiTokenCreated = {
  /** Shown this once; send it as Authorization: Bearer. */
  readonly secret: Scalars['String']['output'];
  /** The token. */
  readonly token: ApiToken;
};

/** An API token in a list. */
export type ApiTokenEdge = {
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The API token. */
  readonly node: ApiToken;
};

/** Answer to archiveAudience. */
export type ArchiveAudienceResult = Audience | PlainRefusal;

/** Answer to archiveCampaign. */
export type ArchiveCampaignResult = Campaign | PlainRefusal;

/** Answer to archiveConference. */
export type ArchiveConferenceResult = Conference | PlainRefusal;

/** Answer to archiveTemplate. */
export type ArchiveTemplateResult = MailTemplate | PlainRefusal;

/** A saved filter over the contacts of the series. */
export type Audience = {
  /** How many it finds at this moment. */
  readonly count: AudienceCount;
  /** Whom it finds. */
  readonly filter: AudienceFilter;
  /** Stable. */
  readonly id: Scalars['ID']['output'];
  /** For staff. */
  readonly name: Scalars['String']['output'];
  /** Raised by each change; editors send the one they saw. */
  readonly version: Scalars['Int']['output'];
};

/** A page of audiences. */
export type AudienceConnection = {
  /** The audiences with their cursors. */
  readonly edges: ReadonlyArray<AudienceEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are. */
  readonly totalCount: Scalars['Int']['output'];
};

/** How many an audience finds, and how many of them are left out; who is left out for two reasons counts under the first. */
export type AudienceCount = {
  /** Invited already. */
  readonly invited: Scalars['Int']['output'];
  /** Found by the filter, with an address. */
  readonly matched: Scalars['Int']['output'];
  /** Whom a campaign would write to now. */
  readonly recipients: Scalars['Int']['output'];
  /** Registered already. */
  readonly registered: Scalars['Int']['output'];
  /** Do not want letters, or cannot get them. */
  readonly suppressed: Scalars['Int']['output'];
  /** Written to by a campaign that is left out. */
  readonly written: Scalars['Int']['output'];
};

/** An audience in a list. */
export type AudienceEdge = {
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The audience. */
  readonly node: Audience;
};

/** Whom an audience finds: all given parts must hold, each list by any of its members. */
export type AudienceFilter = {
  /** And answered one of these. */
  readonly answered: Maybe<ReadonlyArray<EarlierAnswer>>;
  /** In one of these categories there, by their keys. */
  readonly cameAs: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Were confirmed at one of these conferences. */
  readonly cameToIds: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** ISO 3166-1 alpha-2. */
  readonly countries: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Were invited to one of these conferences. */
  readonly invitedToIds: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** On one of these contact lists. */
  readonly listIds: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** BCP 47. */
  readonly locales: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Of one of these organisations. */
  readonly organisations: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** From one of these parts of the world, or from one of `countries`. */
  readonly regions: Maybe<ReadonlyArray<Region>>;
  /** Words of names, addresses and organisations. */
  readonly search: Maybe<Scalars['String']['output']>;
  /** With one of these tags. */
  readonly tags: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Recipients of these campaigns are left out. */
  readonly withoutCampaignIds: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** Whether those who hold an invitation to this conference are left out. */
  readonly withoutInvited: Scalars['Boolean']['output'];
  /** Whether those who registered for this conference are left out. */
  readonly withoutRegistered: Scalars['Boolean']['output'];
};

/** Whom an audience finds: all given parts must hold, each list by any of its members. */
export type AudienceFilterInput = {
  /** And answered one of these. */
  readonly answered?: InputMaybe<ReadonlyArray<EarlierAnswer>>;
  /** In one of these categories there, by their keys. */
  readonly cameAs?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Were confirmed at one of these conferences of the series. */
  readonly cameToIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** ISO 3166-1 alpha-2. */
  readonly countries?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Were invited to one of these conferences of the series. */
  readonly invitedToIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** On one of these contact lists. */
  readonly listIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** BCP 47. */
  readonly locales?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Of one of these organisations. */
  readonly organisations?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** From one of these parts of the world, or from one of `countries`. */
  readonly regions?: InputMaybe<ReadonlyArray<Region>>;
  /** Words of names, addresses and organisations. */
  readonly search?: InputMaybe<Scalars['String']['input']>;
  /** With one of these tags. */
  readonly tags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Recipients of these campaigns are left out. */
  readonly withoutCampaignIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Whether those who hold an invitation to this conference are left out. */
  readonly withoutInvited: Scalars['Boolean']['input'];
  /** Whether those who registered for this conference are left out. */
  readonly withoutRegistered: Scalars['Boolean']['input'];
};

/** Who did something. */
export type AuditActorKind =
  /** A person who signed in. */
  | 'ACCOUNT'
  /** Somebody who was not signed in. */
  | 'ANONYMOUS'
  /** The house itself. */
  | 'SYSTEM'
  /** A program with an API token. */
  | 'TOKEN';

/** A line of the audit log: one deed, written by the transaction that did it and never changed. */
export type AuditEntry = {
  /** What was done, for programs, for example registration.document-revealed. */
  readonly action: Scalars['String']['output'];
  /** The address of who did it, or of whom the token belongs to. */
  readonly actorEmail: Maybe<Scalars['String']['output']>;
  /** Who: of which kind. */
  readonly actorKind: AuditActorKind;
  /** The name of who did it, as staff. */
  readonly actorName: Maybe<Scalars['String']['output']>;
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** The conference it belongs to. */
  readonly conference: Maybe<Conference>;
  /** What else is known of it: an object of ids, states and counts; no personal data. */
  readonly data: Scalars['Json']['output'];
  /** Stable. */
  readonly id: Scalars['ID']['output'];
  /** Whether the line is sealed into the chain that shows changes; new lines are sealed within a minute. */
  readonly isSealed: Scalars['Boolean']['output'];
  /** The thing. */
  readonly subjectId: Maybe<Scalars['ID']['output']>;
  /** Kind of the thing that it was done to, for example registration. */
  readonly subjectKind: Scalars['String']['output'];
  /** What the thing is called today, where it has a name of its own: a person, an address, a file. */
  readonly subjectName: Maybe<Scalars['String']['output']>;
  /** What the thing is called today, where it is called differently in each language. */
  readonly subjectTitle: Maybe<Scalars['LocalizedText']['output']>;
  /** The name of the token by which it was done. */
  readonly tokenName: Maybe<Scalars['String']['output']>;
};

/** A page of the audit log. */
export type AuditEntryConnection = {
  /** The lines with their cursors. */
  readonly edges: ReadonlyArray<AuditEntryEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A line of the audit log in a list. */
export type AuditEntryEdge = {
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The line. */
  readonly node: AuditEntry;
};

/** Which lines of the audit log. */
export type AuditFilter = {
  /** These deeds only, for example registration.document-revealed. */
  readonly actions?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** By whom: a part of the address, of the name as staff, or of a token's name. */
  readonly actor?: InputMaybe<Scalars['String']['input']>;
  /** Of this conference. */
  readonly conferenceId?: InputMaybe<Scalars['ID']['input']>;
  /** Not before this moment. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** About this very thing, for example a registration. */
  readonly subjectId?: InputMaybe<Scalars['ID']['input']>;
  /** Before this moment. */
  readonly until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What a walk along the seals of the audit log found. */
export type AuditLogCheck = {
  /** The number of the first line that is not what was written, or is missing. Null where the log is whole. */
  readonly brokenAt: Maybe<Scalars['Int']['output']>;
  /** Whether every sealed line is what was written, and none was taken out, put in or cut off the end. */
  readonly isWhole: Scalars['Boolean']['output'];
  /** How many lines from the first on are what was written. */
  readonly sealed: Scalars['Int']['output'];
  /** How many lines wait for their seal, which comes within a minute; nothing can be said of them yet. Null where the log is not whole. */
  readonly unsealed: Maybe<Scalars['Int']['output']>;
};

/** A time at which a speaker is there. */
export type AvailableInput = {
  /** Until. */
  readonly endsAt: Scalars['LocalDateTime']['input'];
  /** From. */
  readonly startsAt: Scalars['LocalDateTime']['input'];
};

/** More are taken than there would be places. */
export type BelowTaken = Refusal & {
  /** Those for whom there would be no place, in the order in which they came, as far as the caller may see them. */
  readonly affected: ReadonlyArray<Registration>;
  /** Always places.below-taken. */
  readonly code: Scalars['String']['output'];
  /** For people, in the caller's language. */
  readonly message: Scalars['String']['output'];
  /** How many are held, offered or confirmed. */
  readonly taken: Scalars['Int']['output'];
};

/** A seat to be booked. */
export type BookDepartureInput = {
  /** The departure. */
  readonly departureId: Scalars['ID']['input'];
  /** Where no seat is left, whether to join the line. */
  readonly joinLine: Scalars['Boolean']['input'];
  /** The registration. */
  readonly registrationId: Scalars['ID']['input'];
};

/** Answer to bookDeparture. */
export type BookDepartureResult = AgendaItem | Clash | NoPlaces | PlainRefusal;

/** Seats for a party. */
export type BookForPartyInput = {
  /** Whom the first of them brings along. */
  readonly companions: ReadonlyArray<CompanionInput>;
  /** The departure. */
  readonly departureId: Scalars['ID']['input'];
  /** For how many minutes seats are only held until confirmBooking, at most 60, for staff 10080; booked for good where absent. */
  readonly holdMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** Where too few seats are left, whether to join the line; several registrations do not wait as one. */
  readonly joinLine: Scalars['Boolean']['input'];
  /** Registrations that the caller manages; each keeps a booking of its own. */
  readonly travellers: ReadonlyArray<TravellerInput>;
};

/** Answer to bookForParty. */
export type BookForPartyResult = Clash | InvalidInput | NoPlaces | PartyBooked | PlainRefusal;

/** Someone who comes along, as far as is known. */
export type BookedCompanion = {
  /** Date of birth. */
  readonly bornOn: Maybe<Scalars['Date']['output']>;
  /** What they eat and do not. */
  readonly dietaryNeeds: Maybe<Scalars['String']['output']>;
  /** As in the passport; null as long as nobody has said. */
  readonly latinName: Maybe<Scalars['String']['output']>;
  /** Code of the country. */
  readonly nationality: Maybe<Scalars['String']['output']>;
  /** In the person's own script. */
  readonly nativeName: Maybe<Scalars['String']['output']>;
};

/** One delegate's seat on a departure. */
export type Booking = {
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The departure. */
  readonly departure: Departure;
  /** Stable. */
  readonly id: Scalars['ID']['output'];
  /** How many people: the delegate and whoever comes along. */
  readonly party: Scalars['Int']['output'];
  /** Whose it is. */
  readonly registration: Registration;
  /** Where it stands. */
  readonly state: AgendaState;
};

/** A booking with what is known of its party. */
export type BookingCompleted = {
  /** Those who come along and were named, in order. */
  readonly companions: ReadonlyArray<BookedCompanion>;
  /** The booking in the agenda. */
  readonly item: AgendaItem;
};

/** A page of bookings. */
export type BookingConnection = {
  /** The bookings with their cursors. */
  readonly edges: ReadonlyArray<BookingEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A booking in a list. */
export type BookingEdge = {
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The booking. */
  readonly node: Booking;
};

/** Something that occupies a person's time. */
export type BusyItem = {
  /** When it ends. */
  readonly endsAt: Scalars['DateTime']['output'];
  /** What kind of thing it is. */
  readonly kind: BusyKind;
  /** When it begins. */
  readonly startsAt: Scalars['DateTime']['output'];
  /** Whether it is held, confirmed or only offered. */
  readonly state: BusyState;
  /** The forum or departure. */
  readonly subjectId: Scalars['ID']['output'];
  /** Its title. */
  readonly title: Scalars['LocalizedText']['output'];
  /** Where it does not overlap, but is too close to get there: how many minutes the way takes. */
  readonly travelMinutes: Maybe<Scalars['Int']['output']>;
};

/** What can occupy a person's time. */
export type BusyKind =
  /** A forum of the programme. */
  | 'FORUM'
  /** A departure of a field visit. */
  | 'VISIT';

/** How firmly a person's time is occupied. */
export type BusyState =
  /** Taken. */
  | 'CONFIRMED'
  /** Held until something is decided. */
  | 'HELD'
  /** A freed place that waits for the person's answer. */
  | 'OFFERED';

/** One letter to many. */
export type Campaign = {
  /** Whom it writes to; null for a reminder made by a rule, and where it writes to registrations. */
  readonly audience: Maybe<Audience>;
  /** When it was drafted. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** What it would do if it were started now; null once it is. */
  readonly estimate: Maybe<CampaignEstimate>;
  /** When it was finished or cancelled. */
  readonly finishedAt: Maybe<Scalars['DateTime']['output']>;
  /** The name before our address; that of the conference where null. */
  readonly fromName: Maybe<Scalars['String']['output']>;
  /** Stable. */
  readonly id: Scalars['ID']['output'];
  /** The right that is given to each recipient; null where it invites nobody. */
  readonly invitation: Maybe<InvitationTerms>;
  /** Whether it writes to registrations of the conference, not to an audience of contacts. */
  readonly isToRegistrations: Scalars['Boolean']['output'];
  /** For staff. */
  readonly name: Scalars['String']['output'];
  /** How fast. */
  readonly pace: CampaignPace;
  /** How its letters fare; null before it was started. */
  readonly progress: Maybe<CampaignProgress>;
  /** What it is for. */
  readonly purpose: CampaignPurpose;
  /** Whom it writes to, counted when it was started. */
  readonly recipients: Maybe<Scalars['Int']['output']>;
  /** Which registrations; null where it writes to contacts, and for those who may not read registrations. */
  readonly registrations: Maybe<CampaignRegistrations>;
  /** Reminders that follow it. */
  readonly reminderRules: ReadonlyArray<ReminderRule>;
  /** The campaign it reminds of. */
  readonly remindsOf: Maybe<Campaign>;
  /** By when an answer is asked for. */
  readonly replyBy: Maybe<Scalars['DateTime']['output']>;
  /** Where a person reads the replies. */
  readonly replyTo: Maybe<Scalars['String']['output']>;
  /** When letters leave. */
  readonly schedule: CampaignSchedule;
  /** When it was started. */
  readonly startedAt: Maybe<Scalars['DateTime']['output']>;
  /** When the first letter may leave. */
  readonly startsAt: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  readonly state: CampaignState;
  /** What it says. */
  readonly template: MailTemplate;
  /** Raised by each change; editors send the one they saw. */
  readonly version: Scalars['Int']['output'];
};

/** A domain or mail server that rests after turning letters away. */
export type CampaignAlert = {
  /** What it answered last. */
  readonly answer: Scalars['String']['output'];
  /** Whether it is a mail server of ours. */
  readonly isSender: Scalars['Boolean']['output'];
  /** The recipients' domain, or the mail server's name in the settings. */
  readonly name: Scalars['String']['output'];
  /** When it is tried again. */
  readonly until: Scalars['DateTime']['output'];
};

/** A page of campaigns. */
export type CampaignConnection = {
  /** The campaigns with their cursors. */
  readonly edges: ReadonlyArray<CampaignEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A campaign in a list. */
export type CampaignEdge = {
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The campaign. */
  readonly node: Campaign;
};

/** What a campaign would do if it were started now. */
export type CampaignEstimate = {
  /** Readers by the language they would be written to in, most first. */
  readonly byLocale: ReadonlyArray<LocaleCount>;
  /** Whom it finds, and who is left out. */
  readonly count: AudienceCount;
  /** When the last would leave at the pace that is set; null where none is. */
  readonly endsAt: Maybe<Scalars['DateTime']['output']>;
  /** Readers who would get another language than their own. */
  readonly inFallback: Scalars['Int']['output'];
  /** When the first letter would leave. */
  readonly startsAt: Scalars['DateTime']['output'];
};

/** How far those came who were written to. Each column counts persons. */
export type CampaignFigure = {
  /** Said yes, or sent a substitute. */
  readonly accepted: Scalars['Int']['output'];
  /** Answered. */
  readonly answered: Scalars['Int']['output'];
  /** Came back. */
  readonly bounced: Scalars['Int']['output'];
  /** Have a confirmed one. */
  readonly confirmed: Scalars['Int']['output'];
  /** Said no. */
  readonly declined: Scalars['Int']['output'];
  /** Taken by the recipient's mail server, and not come back. */
  readonly delivered: Scalars['Int']['output'];
  /** What it is about; empty where it is not known. */
  readonly key: Scalars['String']['output'];
  /** Written to. */
  readonly recipients: Scalars['Int']['output'];
  /** Have a live registration. */
  readonly registered: Scalars['Int']['output'];
  /** Were not written to, since they do not want letters or cannot get them. */
  readonly suppressed: Scalars['Int']['output'];
};

/** By what the numbers of campaigns are told apart. */
export type CampaignFiguresBy =
  /** Each campaign; the key is its id. */
  | 'CAMPAIGN'
  /** Country of the contact; its code. */
  | 'COUNTRY'
  /** Language of the contact; its tag. */
  | 'LANGUAGE'
  /** Organisation of the contact; its name. */
  | 'ORGANISATION';

/** How fast letters leave. */
export type CampaignPace = {
  /** Letters a minute to one recipient domain. */
  readonly domainPerMinute: Maybe<Scalars['Int']['output']>;
  /** Letters a minute in all; null as fast as mail servers take them. */
  readonly perMinute: Maybe<Scalars['Int']['output']>;
  /** From when on nothing is sent, by the conference's clock. */
  readonly quietFrom: Maybe<Scalars['String']['output']>;
  /** Until when nothing is sent. */
  readonly quietUntil: Maybe<Scalars['String']['output']>;
  /** The most of the first day, the second, and so on. */
  readonly warmUp: ReadonlyArray<Scalars['Int']['output']>;
};

/** How fast letters leave; absent parts do not limit. */
export type CampaignPaceInput = {
  /** Letters a minute to one recipient domain. */
  readonly domainPerMinute?: InputMaybe<Scalars['Int']['input']>;
  /** Letters a minute in all. */
  readonly perMinute?: InputMaybe<Scalars['Int']['input']>;
  /** From when on nothing is sent, such as 21:00. */
  readonly quietFrom?: InputMaybe<Scalars['String']['input']>;
  /** Until when nothing is sent, such as 08:00. */
  readonly quietUntil?: InputMaybe<Scalars['String']['input']>;
  /** The most of the first day, the second, and so on. */
  readonly warmUp?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
};

/** How the letters of a campaign fare. */
export type CampaignProgress = {
  /** Domains and mail servers that turned letters away again and again, and rest. */
  readonly alerts: ReadonlyArray<CampaignAlert>;
  /** Letters by state. */
  readonly counts: ReadonlyArray<MessageStateCount>;
  /** Where all goes on at this rate. */
  readonly expectedEnd: Maybe<Scalars['DateTime']['output']>;
  /** When the next may go, where none may now. */
  readonly nextAt: Maybe<Scalars['DateTime']['output']>;
  /** Of the last seconds; null while nothing is being sent. */
  readonly ratePerMinute: Maybe<Scalars['Int']['output']>;
  /** Letters that have come to their end. */
  readonly settled: Scalars['Int']['output'];
  /** Recipients of the campaign; those that are not in the ledger yet are not in `counts`. */
  readonly total: Scalars['Int']['output'];
};

/** What a campaign or template is for. */
export type CampaignPurpose =
  /** To invite; each recipient gets an invitation. */
  | 'INVITATION'
  /** To tell news. */
  | 'NEWS'
  /** To remind of an invitation. */
  | 'REMINDER'
  /** To thank. */
  | 'THANKS';

/** Registrations that a campaign writes to: all given parts must hold, each list by any of its members. */
export type CampaignRegistrations = {
  /** Any of these categories; all where empty. */
  readonly categories: ReadonlyArray<Category>;
  /** Any of these nationalities; all where empty. */
  readonly nationalities: ReadonlyArray<Scalars['String']['output']>;
  /** How many were picked one by one; null where none were, and the rest decides. */
  readonly picked: Maybe<Scalars['Int']['output']>;
  /** Words to be found. */
  readonly search: Maybe<Scalars['String']['output']>;
  /** Any of these states; all where empty. */
  readonly states: ReadonlyArray<RegistrationState>;
  /** Any of these tags; all where empty. */
  readonly tags: ReadonlyArray<Scalars['String']['output']>;
};

/** Registrations that a campaign writes to, as they are found when it is started; an address that manages several is written to once. */
export type CampaignRegistrationsInput = {
  /** All of the conference that match. */
  readonly filter?: InputMaybe<RegistrationFilter>;
  /** Those picked, at most 500. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** When letters leave. */
export type CampaignSchedule = {
  /** Of AT. */
  readonly at: Maybe<Scalars['DateTime']['output']>;
  /** Of MORNING: on this day. */
  readonly day: Maybe<Scalars['Date']['output']>;
  /** How it is meant. */
  readonly kind: ScheduleKind;
};

/** When letters leave. */
export type CampaignScheduleInput = {
  /** Of AT, in the conference's time zone. */
  readonly at?: InputMaybe<Scalars['LocalDateTime']['input']>;
  /** Of MORNING: on this day. */
  readonly day?: InputMaybe<Scalars['Date']['input']>;
  /** How it is meant. */
  readonly kind: ScheduleKind;
};

/** Where a campaign stands. */
export type CampaignState =
  /** Stopped for good. */
  | 'CANCELLED'
  /** Not started. */
  | 'DRAFT'
  /** Every letter has come to its end. */
  | 'FINISHED'
  /** Stopped for a while. */
  | 'PAUSED'
  /** Being sent. */
  | 'RUNNING'
  /** Started; the first letter leaves later. */
  | 'SCHEDULED';

/** A booking to be cancelled, or confirmed. */
export type CancelBookingInput = {
  /** The departure. */
  readonly departureId: Scalars['ID']['input'];
  /** The registration. */
  readonly registrationId: Scalars['ID']['input'];
};

/** Answer to cancelBooking. */
export type CancelBookingResult = AgendaItem | PlainRefusal;

/** Answer to cancelCampaign. */
export type CancelCampaignResult = Campaign | PlainRefusal;

/** A departure to be cancelled. */
export type CancelDepartureInput = {
  /** The departure. */
  readonly departureId: Scalars['ID']['input'];
  /** Why, as everybody concerned reads it in their own language. */
  readonly reason: Scalars['LocalizedText']['input'];
};

/** Answer to cancelDeparture. */
export type CancelDepartureResult = DepartureCancelled | InvalidInput | PlainRefusal;

/** A capacity that was set. */
export type CapacitySet = {
  /** Who is kept although there is no place below the new capacity, as far as the caller may see them; empty where all fit. */
  readonly affected: ReadonlyArray<Registration>;
  /** The places as they are now. */
  readonly places: Places;
};

/** One text of the house in one language. */
export type CatalogueText = {
  /** The English text as it was shipped. */
  readonly english: Scalars['String']['output'];
  /** Name of the text. */
  readonly key: Scalars['String']['output'];
  /** Language, BCP 47. */
  readonly locale: Scalars['String']['output'];
  /** The text of this installation; null where it says what was shipped. */
  readonly mended: Maybe<Scalars['String']['output']>;
  /** When it was mended. */
  readonly mendedAt: Maybe<Scalars['DateTime']['output']>;
  /** The text as it was shipped in this language; null where the language falls back. */
  readonly shipped: Maybe<Scalars['String']['output']>;
};

/** A page of texts. */
export type CatalogueTextConnection = {
  /** The texts with their cursors. */
  readonly edges: ReadonlyArray<CatalogueTextEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A text in a list. */
export type CatalogueTextEdge = {
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The text. */
  readonly node: CatalogueText;
};

/** Which texts of a language to show. */
export type CatalogueTextsShown =
  /** All. */
  | 'ALL'
  /** Those that this installation says otherwise. */
  | 'MENDED'
  /** Those that the language does not have. */
  | 'MISSING';

/** Whom one registers as: delegate, speaker, media, VIP, accompanying person, staff. */
export type Category = {
  /** Whether nationality, residence and travel document are asked. */
  readonly asksTravelDocument: Scalars['Boolean']['output'];
  /** When it closes; null means with the conference. */
  readonly closesAt: Maybe<Scalars['DateTime']['output']>;
  /** For whom it is and what it includes. */
  readonly description: Maybe<Scalars['LocalizedText']['output']>;
  /** Its newest form. */
  readonly form: Form;
  /** The versions of its form, newest first, with how many registrations answered each; empty for others than staff. */
  readonly formVersions: ReadonlyArray<FormVersion>;
  /** Stable. */
  readonly id: Scalars['ID']['output'];
  /** Whether only invited people may use it. */
  readonly invitationOnly: Scalars['Boolean']['output'];
  /** Whether one can register in it now. */
  readonly isOpen: Scalars['Boolean']['output'];
  /** Short name in addresses, unique in the conference, for example delegate. */
  readonly key: Scalars['String']['output'];
  /** Whether staff decide each registration. */
  readonly needsApproval: Scalars['Boolean']['output'];
  /** For how many minutes a freed place is offered to the next in line. */
  readonly offerMinutes: Scalars['Int']['output'];
  /** When it opens; null means with the conference. */
  readonly opensAt: Maybe<Scalars['DateTime']['output']>;
  /** Its places. */
  readonly places: Places;
  /** Title. */
  readonly title: Scalars['LocalizedText']['output'];
  /** How many may wait in line: 0 is no line, null a line without limit. */
  readonly waitlistLimit: Maybe<Scalars['Int']['output']>;
};

/** How many are in a category, with its places. */
export type CategoryFigure = {
  /** The category. */
  readonly category: Category;
  /** How many hold, wait or are confirmed. */
  readonly count: Scalars['Int']['output'];
};

/** A departure to be changed; absent parts stay as they were. */
export type ChangeDepartureInput = {
  /** From when on it can be booked. */
  readonly bookableFrom?: InputMaybe<Scalars['LocalDateTime']['input']>;
  /** Until when it can be booked. */
  readonly bookableUntil?: InputMaybe<Scalars['LocalDateTime']['input']>;
  /** When it is back, in the conference's time zone. */
  readonly endsAt?: InputMaybe<Scalars['LocalDateTime']['input']>;
  /** Languages of the guide. */
  readonly guideLanguages?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Who guides. */
  readonly guideName?: InputMaybe<Scalars['String']['input']>;
  /** The departure. */
  readonly id: Scalars['ID']['input'];
  /** Days of a tour, in place of those there are. */
  readonly legs?: InputMaybe<ReadonlyArray<LegInput>>;
  /** Where one meets. */
  readonly meetingPoint?: InputMaybe<Scalars['LocalizedText']['input']>;
  /** Key of the place where one meets, such as a venue's id: travel times are told by it; a place of its own where absent. */
  readonly site?: InputMaybe<Scalars['String']['input']>;
  /** When it leaves, in the conference's time zone. */
  readonly startsAt?: InputMaybe<Scalars['LocalDateTime']['input']>;
  /** Vehicle in words. */
  readonly vehicle?: InputMaybe<Scalars['String']['input']>;
  /** Vehicles with their seats, in place of those there are. */
  readonly vehicles?: InputMaybe<ReadonlyArray<VehicleInput>>;
  /** The version that the editor saw. */
  readonly version: Scalars['Int']['input'];
};

/** Answer to changeDeparture. */
export type ChangeDepartureResult = DepartureChanged | InvalidInput | PlainRefusal;

/** Answer to changeRole: role.held-already where the person has that role there, role.last-owner where nobody would own the installation. */
export type ChangeRoleResult = InvalidInput | PlainRefusal | RoleGrant;

/** Someone else was faster: the version that was sent is not the present one. Nothing was changed. */
export type ChangedMeanwhile = Refusal & {
  /** When it came to be. */
  readonly changedAt: Scalars['DateTime']['output'];
  /** The address of who changed it; null for programs. */
  readonly changedBy: Maybe<Scalars['String']['output']>;
  /** forum.changed-meanwhile or session.changed-meanwhile. */
  readonly code: Scalars['String']['output'];
  /** For people, in the caller's language. */
  readonly message: Scalars['String']['output'];
  /** The forum as it is now, where it is about one. */
  readonly presentForum: Maybe<Forum>;
  /** The session as it is now, where it is about one. */
  readonly presentSession: Maybe<Session>;
  /** The present version. */
  readonly version: Scalars['Int']['output'];
};

/** An import to be tried again. */
export type CheckImportInput = {
  /** The import. */
  readonly id: Scalars['ID']['input'];
  /** How it is to be read; what is not said is found out. */
  readonly reading?: InputMaybe<ImportReading>;
};

/** A forum for a registration. */
export type ChooseForumInput = {
  /** The forum. */
  readonly forumId: Scalars['ID']['input'];
  /** Where no place is left, whether to join the line. */
  readonly joinLine: Scalars['Boolean']['input'];
  /** The registration. */
  readonly registrationId: Scalars['ID']['input'];
};

/** Answer to chooseForum. */
export type ChooseForumResult = AgendaItem | Clash | NoPlaces | PlainRefusal;

/** It would overlap in time with something the person holds or is offered, or leave too little time to get there. */
export type Clash = Refusal & {
  /** Departures of the same visit that would fit, earliest first; empty for forums. */
  readonly alternatives: ReadonlyArray<Departure>;
  /** Always agenda.clash. */
  readonly code: Scalars['String']['output'];
  /** For people, in the caller's language, naming what it overlaps with. */
  readonly message: Scalars['String']['output'];
  /** What stands in the way, earliest first. */
  readonly with: ReadonlyArray<BusyItem>;
};

/** A place beside what stood in its way. */
export type ClashOverridden = {
  /** The item of the agenda. */
  readonly item: AgendaItem;
  /** The registration as it is now. */
  readonly registration: Registration;
};

/** An edition to be made from an earlier one. */
export type CloneConferenceInput = {
  /** City, where it moves. */
  readonly city?: InputMaybe<Scalars['LocalizedText']['input']>;
  /** The earlier one. */
  readonly conferenceId: Scalars['ID']['input'];
  /** Country, where it moves; ISO 3166-1 alpha-2. */
  readonly country?: InputMaybe<Scalars['String']['input']>;
  /** Why the rotation is not followed. */
  readonly hostOverrideReason?: InputMaybe<Scalars['String']['input']>;
  /** Region that hosts; the rotation's next one where absent. */
  readonly hostRegion?: InputMaybe<Scalars['String']['input']>;
  /** Slug of the new one. */
  readonly slug: Scalars['String']['input'];
  /** First day of the new one; all times move by the same number of days. */
  readonly startsOn: Scalars['Date']['input'];
  /** Motto; that of the earlier one where absent. */
  readonly theme?: InputMaybe<Scalars['LocalizedText']['input']>;
  /** IANA time zone, where it moves; times keep their wall clock. */
  readonly timeZone?: InputMaybe<Scalars['String']['input']>;
  /** Title; that of the earlier one where absent. */
  readonly title?: InputMaybe<Scalars['LocalizedText']['input']>;
};

/** Answer to cloneConference. */
export type CloneConferenceResult = Conference | InvalidInput | PlainRefusal;

/** An earlier edition to begin with. */
export type CloneProgrammeInput = {
  /** The earlier edition. */
  readonly from: Scalars['ID']['input'];
  /** The conference that gets the programme. */
  readonly to: Scalars['ID']['input'];
};

/** Answer to cloneProgramme. */
export type CloneProgrammeResult = InvalidInput | PlainRefusal | ProgrammeCloned;

/** Answer to closeRegistration. */
export type CloseRegistrationResult = Conference | PlainRefusal;

/** What a column means. */
export type ColumnMeaning =
  /** Mail address. */
  | 'ADDRESS'
  /** Country or region, by code or by a name in one of thirteen languages. */
  | 'COUNTRY'
  /** Kept under its own header. */
  | 'EXTRA'
  /** Family name. */
  | 'FAMILY_NAME'
  /** Given name. */
  | 'GIVEN_NAME'
  /** Left out. */
  | 'IGNORE'
  /** Name in Latin letters. */
  | 'LATIN_NAME'
  /** Language, by tag or by name. */
  | 'LOCALE'
  /** A name in any script. */
  | 'NAME'
  /** Name in the person's own script. */
  | 'NATIVE_NAME'
  /** Organisation. */
  | 'ORGANISATION'
  /** Phone. */
  | 'PHONE'
  /** Form of address. */
  | 'SALUTATION'
  /** Tags, divided by commas or semicolons. */
  | 'TAGS'
  /** Position. */
  | 'TITLE';

/** Someone brought along; without a name as long as none is known. */
export type CompanionInput = {
  /** Date of birth. */
  readonly bornOn?: InputMaybe<Scalars['Date']['input']>;
  /** What they eat and do not. */
  readonly dietaryNeeds?: InputMaybe<Scalars['String']['input']>;
  /** Names. */
  readonly names?: InputMaybe<PersonNamesInput>;
  /** Code of the country. */
  readonly nationality?: InputMaybe<Scalars['String']['input']>;
};

/** What was not known yet of a booking; absent parts stay as they were. */
export type CompleteBookingInput = {
  /** The delegate's own date of birth. */
  readonly bornOn?: InputMaybe<Scalars['Date']['input']>;
  /** All who come along, in place of those named before; who is not listed stays nameless. */
  readonly companions?: InputMaybe<ReadonlyArray<CompanionInput>>;
  /** The departure. */
  readonly departureId: Scalars['ID']['input'];
  /** The registration. */
  readonly registrationId: Scalars['ID']['input'];
};

/** Answer to completeBooking. */
export type CompleteBookingResult = BookingCompleted | InvalidInput | PlainRefusal;

/** One dated edition of a series. */
export type Conference = {
  /** Moves that the caller may make now. */
  readonly allowedMoves: ReadonlyArray<ConferenceMove>;
  /** Whom one can register as; those for invited people only are listed for staff alone. */
  readonly categories: ReadonlyArray<Category>;
  /** City. */
  readonly city: Scalars['LocalizedText']['output'];
  /** Country, ISO 3166-1 alpha-2. */
  readonly country: Scalars['String']['output'];
  /** What the first page says, in Markdown. */
  readonly description: Maybe<Scalars['LocalizedText']['output']>;
  /** For how many days after the last day travel documents and files uploaded with registrations are kept; then they are erased. */
  readonly documentsKeptDays: Scalars['Int']['output'];
  /** Until when delegates may edit their registrations; null means until it begins. */
  readonly editableUntil: Maybe<Scalars['DateTime']['output']>;
  /** Last day. */
  readonly endsOn: Scalars['Date']['output'];
  /** Why another region than the rotation's next one hosts; null where the rotation was followed. */
  readonly hostOverrideReason: Maybe<Scalars['String']['output']>;
  /** Region that hosts it. */
  readonly hostRegion: Scalars['String']['output'];
  /** Bodies that host, co-host, organise or support. */
  readonly hosts: ReadonlyArray<Host>;
  /** Stable. */
  readonly id: Scalars['ID']['output'];
  /** Languages of its pages, in fallback order, BCP 47. */
  readonly locales: ReadonlyArray<Scalars['String']['output']>;
  /** Whether the caller may draft campaigns in it, and so write to many at once. */
  readonly mayDraftCampaigns: Scalars['Boolean']['output'];
  /** Number of the edition in its series. */
  readonly ordinal: Scalars['Int']['output'];
  /** How many persons one address may manage in this conference. */
  readonly personsPerAccount: Scalars['Int']['output'];
  /** Practical information, in Markdown. */
  readonly practicalInformation: Maybe<Scalars['LocalizedText']['output']>;
  /** Its series. */
  readonly series: Series;
  /** In addresses; unique on this server. */
  readonly slug: Scalars['String']['output'];
  /** First day. */
  readonly startsOn: Scalars['Date']['output'];
  /** Where it stands. */
  readonly state: ConferenceState;
  /** Motto of this edition. */
  readonly theme: Maybe<Scalars['LocalizedText']['output']>;
  /** IANA time zone of its wall clock. */
  readonly timeZone: Scalars['String']['output'];
  /** Title. */
  readonly title: Scalars['LocalizedText']['output'];
  /** Raised by each change; updateConference compares it. */
  readonly version: Scalars['Int']['output'];
};

/** A page of conferences. */
export type ConferenceConnection = {
  /** The conferences with their cursors. */
  readonly edges: ReadonlyArray<ConferenceEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A conference in a list. */
export type ConferenceEdge = {
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The conference. */
  readonly node: Conference;
};

/** Moves between the states of a conference. */
export type ConferenceMove =
  /** Closed or published to archived. */
  | 'ARCHIVE'
  /** Open to closed. */
  | 'CLOSE'
  /** Published or closed to open. */
  | 'OPEN'
  /** Draft to published. */
  | 'PUBLISH';

/** States of a conference. */
export type ConferenceState =
  /** Over and put away. */
  | 'ARCHIVED'
  /** Registration is closed. */
  | 'CLOSED'
  /** Seen by staff only. */
  | 'DRAFT'
  /** Registration is open. */
  | 'OPEN'
  /** Public; registration not open yet. */
  | 'PUBLISHED';

/** Answer to confirmAddressChange. */
export type ConfirmAddressChangeResult = Account | PlainRefusal;

/** Answer to confirmBooking. */
export type ConfirmBookingResult = AgendaItem | PlainRefusal;

/** A speaker's answer. */
export type ConfirmSpeakerInput = {
  /** Whether they come. */
  readonly answer: SpeakerAnswer;
  /** The speaker; the letter carries it. */
  readonly speakerId: Scalars['ID']['input'];
  /** The secret of the letter's link. */
  readonly token: Scalars['String']['input'];
};

/** Answer to confirmSpeaker. */
export type ConfirmSpeakerResult = PlainRefusal | SpeakerAnswered;

/** A consent that was given. */
export type Consent = {
  /** When it was given. */
  readonly givenAt: Scalars['DateTime']['output'];
  /** What it is about, for example privacy or photography. */
  readonly key: Scalars['String']['output'];
  /** Version of the text that was shown. */
  readonly textVersion: Scalars['String']['output'];
};

/** A consent with the version of the text that was shown. */
export type ConsentInput = {
  /** What it is about. */
  readonly key: Scalars['String']['input'];
  /** Version of the text. */
  readonly textVersion: Scalars['String']['input'];
};

/** Someone whom the staff of a series may write to, registered or not. */
export type Contact = {
  /** Mail address, as it was written. */
  readonly address: Maybe<Scalars['String']['output']>;
  /** Country or region, ISO 3166-1 alpha-2. */
  readonly country: Maybe<Scalars['String']['output']>;
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Columns of imported files that the house has no word for: an object of header to text. */
  readonly extra: Scalars['Json']['output'];
  /** Stable. */
  readonly id: Scalars['ID']['output'];
  /** Name in Latin letters. */
  readonly latinName: Maybe<Scalars['String']['output']>;
  /** Language of letters, BCP 47. */
  readonly locale: Maybe<Scalars['String']['output']>;
  /** The contact that took its place, where it was merged. */
  readonly mergedInto: Maybe<Scalars['ID']['output']>;
  /** Name in the person's own script and order. */
  readonly nativeName: Maybe<Scalars['String']['output']>;
  /** Organisation. */
  readonly organisation: Maybe<Scalars['String']['output']>;
  /** Phone, E.164. */
  readonly phone: Maybe<Scalars['String']['output']>;
  /** Form of address. */
  readonly salutation: Maybe<Scalars['String']['output']>;
  /** The file it came from; null where it was typed. */
  readonly source: Maybe<Scalars['String']['output']>;
  /** Tags. */
  readonly tags: ReadonlyArray<Scalars['String']['output']>;
  /** Position there. */
  readonly title: Maybe<Scalars['String']['output']>;
  /** When it was changed last. */
  readonly updatedAt: Scalars['DateTime']['output'];
};

/** A page of contacts. */
export type ContactConnection = {
  /** The contacts with their cursors. */
  readonly edges: ReadonlyArray<ContactEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many match in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A contact in a list. */
export type ContactEdge = {
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The contact. */
  readonly node: Contact;
};

/** A value that contacts have. */
export type ContactFacet = {
  /** How many have it. */
  readonly count: Scalars['Int']['output'];
  /** The value. */
  readonly value: Scalars['String']['output'];
};

/** What contacts can be filtered by. */
export type ContactFacets = {
  /** Countries, ISO 3166-1 alpha-2. */
  readonly countries: ReadonlyArray<ContactFacet>;
  /** Languages, BCP 47. */
  readonly locales: ReadonlyArray<ContactFacet>;
  /** Tags. */
  readonly tags: ReadonlyArray<ContactFacet>;
};

/** Which contacts: all given parts must hold, each list by any of its members. */
export type ContactFilter = {
  /** Countries, ISO 3166-1 alpha-2. */
  readonly countries?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** With a mail address, or without one. */
  readonly hasAddress?: InputMaybe<Scalars['Boolean']['input']>;
  /** In any of these lists. */
  readonly listIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Languages, BCP 47. */
  readonly locales?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Organisations, however they are capitalised. */
  readonly organisations?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Words of names, addresses and organisations, in any script and order; Chinese names also in pinyin. */
  readonly search?: InputMaybe<Scalars['String']['input']>;
  /** Any of these tags. */
  readonly tags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** A file that contacts are taken from. */
export type ContactImport = {
  /** What was written. */
  readonly applied: Maybe<ImportCounts>;
  /** When it was applied. */
  readonly appliedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was tried last. */
  readonly checkedAt: Maybe<Scalars['DateTime']['output']>;
  /** The columns, in their order. */
  readonly columns: ReadonlyArray<ImportColumn>;
  /** Country that is taken for rows that name none, and for phone numbers in national form. */
  readonly country: Maybe<Scalars['String']['output']>;
  /** When it was begun. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** What parts the cells of a text file. */
  readonly delimiter: Maybe<Scalars['String']['output']>;
  /** Rows that the step under way has done. */
  readonly done: Scalars['Int']['output'];
  /** The encoding of a text file. */
  readonly encoding: Maybe<TableEncoding>;
  /** Name of the file. */
  readonly fileName: Scalars['String']['output'];
  /** Stable. */
  readonly id: Scalars['ID']['output'];
  /** Whether the columns are read as in an earlier import of the same source. */
  readonly isRemembered: Scalars['Boolean']['output'];
  /** The first contacts that an undoing kept. */
  readonly kept: ReadonlyArray<ImportKept>;
  /** List that every contact joins. */
  readonly listId: Maybe<Scalars['ID']['output']>;
  /** Language that is taken for rows that name none. */
  readonly locale: Maybe<Scalars['String']['output']>;
  /** The first rows that are not taken, with the reason in the caller's language. */
  readonly rejects: ReadonlyArray<ImportReject>;
  /** Where all rows that are not taken are fetched as a file; null where there are none. Add `?format=csv` or `xlsx`. */
  readonly rejectsPath: Maybe<Scalars['String']['output']>;
  /** The first rows as contacts, as they would be or were written. */
  readonly samples: ReadonlyArray<ImportSample>;
  /** The sheet that was read. */
  readonly sheet: Maybe<Scalars['String']['output']>;
  /** Sheets of a workbook that can be chosen. */
  readonly sheets: ReadonlyArray<Scalars['String']['output']>;
  /** Where it stands. */
  readonly state: ContactImportState;
  /** Tags that every row gets. */
  readonly tags: ReadonlyArray<Scalars['String']['output']>;
  /** What the last try found. */
  readonly tried: Maybe<ImportCounts>;
  /** What was taken back. */
  readonly undone: Maybe<UndoneCounts>;
  /** When it was taken back. */
  readonly undoneAt: Maybe<Scalars['DateTime']['output']>;
  /** Why the file cannot be read, in the caller's language. */
  readonly unreadable: Maybe<Scalars['String']['output']>;
  /** The row where reading ended. */
  readonly unreadableRow: Maybe<Scalars['Int']['output']>;
};

/** A page of imports. */
export type ContactImportConnection = {
  /** The imports with their cursors. */
  readonly edges: ReadonlyArray<ContactImportEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An import in a list. */
export type ContactImportEdge = {
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The import. */
  readonly node: ContactImport;
};

/** States of an import. */
export type ContactImportState =
  /** Contacts were written. */
  | 'APPLIED'
  /** Contacts are being written. */
  | 'APPLYING'
  /** It was tried and waits for a person. */
  | 'CHECKED'
  /** The file is being read and tried; nothing is written. */
  | 'CHECKING'
  /** It is being taken back. */
  | 'UNDOING'
  /** It was taken back. */
  | 'UNDONE'
  /** The file is no table; `unreadable` says why. */
  | 'UNREADABLE';

/** There is a contact with this address already. */
export type ContactKnown = Refusal & {
  /** Always contact.known. */
  readonly code: Scalars['String']['output'];
  /** Who has the address. */
  readonly contactId: Maybe<Scalars['ID']['output']>;
  /** For people, in the caller's language. */
  readonly message: Scalars['String']['output'];
};

/** A list of contacts that staff keep. */
export type ContactList = {
  /** Stable. */
  readonly id: Scalars['ID']['output'];
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** How many are in it. */
  readonly size: Scalars['Int']['output'];
};

/** A list whose members changed. */
export type ContactListChanged = {
  /** How many came or went. */
  readonly changed: Scalars['Int']['output'];
  /** The list. */
  readonly listId: Scalars['ID']['output'];
};

/** Answer to changes of a list. */
export type ContactListChangedResult = ContactListChanged | PlainRefusal;

/** Answer to createContactList. */
export type ContactListResult = ContactList | InvalidInput | PlainRefusal;

/** Two contacts that a person made one. */
export type ContactMerge = {
  /** Stable. */
  readonly id: Scalars['ID']['output'];
  /** Who stands for the survivor. */
  readonly merged: Contact;
  /** When. */
  readonly mergedAt: Scalars['DateTime']['output'];
  /** Who stays. */
  readonly survivor: Contact;
  /** When it was undone. */
  readonly undoneAt: Maybe<Scalars['DateTime']['output']>;
};

/** A page of merges. */
export type ContactMergeConnection = {
  /** The merges with their cursors. */
  readonly edges: ReadonlyArray<ContactMergeEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A merge in a list. */
export type ContactMergeEdge = {
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The merge. */
  readonly node: ContactMerge;
};

/** Parts of a contact that can be taken over. */
export type ContactPart =
  /** Country. */
  | 'COUNTRY'
  /** Name in Latin letters. */
  | 'LATIN_NAME'
  /** Language. */
  | 'LOCALE'
  /** Name in own script. */
  | 'NATIVE_NAME'
  /** Organisation. */
  | 'ORGANISATION'
  /** Phone. */
  | 'PHONE'
  /** Form of address. */
  | 'SALUTATION'
  /** Position. */
  | 'TITLE';

/** The number was another one; nothing was begun. */
export type CountDiffers = Refusal & {
  /** campaign.count-differs or registration.count-differs. */
  readonly code: Scalars['String']['output'];
  /** How many it would concern. */
  readonly count: Scalars['Int']['output'];
  /** For people, with the true number. */
  readonly message: Scalars['String']['output'];
};

/** A country or region as this installation names it. */
export type Country = {
  /** ISO 3166-1 alpha-2, or a code of the installation's own table. */
  readonly code: Scalars['String']['output'];
  /** Its name in the caller's language. */
  readonly name: Scalars['String']['output'];
};

/** How many are of a nationality. */
export type CountryFigure = {
  /** How many. */
  readonly count: Scalars['Int']['output'];
  /** ISO 3166-1 alpha-2. */
  readonly country: Scalars['String']['output'];
};

/** A country or region that was named otherwise. */
export type CountryOverridden = {
  /** Its code. */
  readonly code: Scalars['String']['output'];
  /** Whether it is no longer offered. */
  readonly hidden: Scalars['Boolean']['output'];
  /** Its own names, where it has some. */
  readonly names: Maybe<Scalars['LocalizedText']['output']>;
};

/** An API token to be made. */
export type CreateApiTokenInput = {
  /** When it stops working by itself. */
  readonly expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** What it is for. */
  readonly name: Scalars['String']['input'];
  /** Role it acts with; not more than the caller has. */
  readonly role: Role;
  /** Where the role holds. */
  readonly scope: ScopeInput;
};

/** Answer to createApiToken. */
export type CreateApiTokenResult = ApiTokenCreated | InvalidInput | PlainRefusal;

/** An audience to be saved. */
export type CreateAudienceInput = {
  /** Its conference. */
  readonly conferenceId: Scalars['ID']['input'];
  /** Whom it finds. */
  readonly filter: AudienceFilterInput;
  /** For staff; unique in the conference. */
  readonly name: Scalars['String']['input'];
};

/** Answer to createAudience. */
export type CreateAudienceResult = Audience | InvalidInput | PlainRefusal;

/** A campaign to be drafted. */
export type CreateCampaignInput = {
  /** Whom it writes to, where that is contacts. */
  readonly audienceId?: InputMaybe<Scalars['ID']['input']>;
  /** Its conference. */
  readonly conferenceId: Scalars['ID']['input'];
  /** The name before our address. */
  readonly fromName?: InputMaybe<Scalars['String']['input']>;
  /** The right that is given to each recipient, where it invites. */
  readonly invitation?: InputMaybe<InvitationTermsInput>;
  /** For staff. */
  readonly name: Scalars['String']['input'];
  /** How fast. */
  readonly pace?: InputMaybe<CampaignPaceInput>;
  /** Whom it writes to, where that is registrations of the conference; for those who may read them. */
  readonly registrations?: InputMaybe<CampaignRegistrationsInput>;
  /** By when an answer is asked for, in the conference's time zone. */
  readonly replyBy?: InputMaybe<Scalars['LocalDateTime']['input']>;
  /** Where a person reads the replies. */
  readonly replyTo?: InputMaybe<Scalars['String']['input']>;
  /** When letters leave; at once where absent. */
  readonly schedule?: InputMaybe<CampaignScheduleInput>;
  /** What it says. */
  readonly templateId: Scalars['ID']['input'];
};

/** Answer to createCampaign. */
export type CreateCampaignResult = Campaign | InvalidInput | PlainRefusal;

/** A conference to be made. */
export type CreateConferenceInput = {
  /** City. */
  readonly city: Scalars['LocalizedText']['input'];
  /** ISO 3166-1 alpha-2. */
  readonly country: Scalars['String']['input'];
  /** First page, Markdown. */
  readonly description?: InputMaybe<Scalars['LocalizedText']['input']>;
  /** For how many days after the last day travel documents and uploaded files are kept, 1 to 365. */
  readonly documentsKeptDays?: InputMaybe<Scalars['Int']['input']>;
  /** Until when delegates may edit. */
  readonly editableUntil?: InputMaybe<Scalars['DateTime']['input']>;
  /** Last day. */
  readonly endsOn: Scalars['Date']['input'];
  /** Why the rotation is not followed; needed where hostRegion differs from it. */
  readonly hostOverrideReason?: InputMaybe<Scalars['String']['input']>;
  /** Region that hosts; the rotation's next one where absent. */
  readonly hostRegion?: InputMaybe<Scalars['String']['input']>;
  /** Bodies behind it. */
  readonly hosts: ReadonlyArray<HostInput>;
  /** Languages in fallback order. */
  readonly locales: ReadonlyArray<Scalars['String']['input']>;
  /** How many persons one address may manage. */
  readonly personsPerAccount?: InputMaybe<Scalars['Int']['input']>;
  /** Practical information, Markdown. */
  readonly practicalInformation?: InputMaybe<Scalars['LocalizedText']['input']>;
  /** Its series. */
  readonly seriesId: Scalars['ID']['input'];
  /** Lower-case letters, digits and hyphens; unique on this server. */
  readonly slug: Scalars['String']['input'];
  /** First day. */
  readonly startsOn: Scalars['Date']['input'];
  /** Motto. */
  readonly theme?: InputMaybe<Scalars['LocalizedText']['input']>;
  /** IANA time zone. */
  readonly timeZone: Scalars['String']['input'];
  /** Title; the series' own where absent. */
  readonly title?: InputMaybe<Scalars['LocalizedText']['input']>;
};

/** Answer to createConference. */
export type CreateConferenceResult = Conference | InvalidInput | PlainRefusal;

/** A contact that is typed in; an address or a name is needed. */
export type CreateContactInput = {
  /** Mail address. */
  readonly address?: InputMaybe<Scalars['String']['input']>;
  /** A conference of the series. */
  readonly conferenceId: Scalars['ID']['input'];
  /** Country, ISO 3166-1 alpha-2. */
  readonly country?: InputMaybe<Scalars['String']['input']>;
  /** Name in Latin letters. */
  readonly latinName?: InputMaybe<Scalars['String']['input']>;
  /** Language of letters, BCP 47. */
  readonly locale?: InputMaybe<Scalars['String']['input']>;
  /** Name in own script. */
  readonly nativeName?: InputMaybe<Scalars['String']['input']>;
  /** Organisation. */
  readonly organisation?: InputMaybe<Scalars['String']['input']>;
  /** Phone; in national form it is one of the country. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** Form of address. */
  readonly salutation?: InputMaybe<Scalars['String']['input']>;
  /** Tags. */
  readonly tags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Position. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
};

/** A list to be made. */
export type CreateContactListInput = {
  /** A conference of the series. */
  readonly conferenceId: Scalars['ID']['input'];
  /** Its name, once in the series. */
  readonly name: Scalars['String']['input'];
};

/** Answer to createContact. */
export type CreateContactResult = Contact | ContactKnown | InvalidInput | PlainRefusal;

/** A new delegation. */
export type CreateDelegationInput = {
  /** The conference. */
  readonly conferenceId: Scalars['ID']['input'];
  /** The country whose delegation it is, ISO 3166-1 alpha-2. */
  readonly country?: InputMaybe<Scalars['String']['input']>;
  /** Who heads it; absent where staff fill its places. */
  readonly head?: InputMaybe<DelegationHeadInput>;
  /** Its name. */
  readonly name: Scalars['LocalizedText']['input'];
  /** Note of the staff. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** The organisation whose delegation it is; it or the country is needed. */
  readonly organisation?: InputMaybe<Scalars['String']['input']>;
  /** Its places by category. */
  readonly quotas: ReadonlyArray<DelegationQuotaInput>;
};

/** The delegation, or why it was not made. */
export type CreateDelegationResult = Delegation | InvalidInput | PlainRefusal;

/** Equipment to be noted. */
export type CreateEquipmentInput = {
  /** The conference. */
  readonly conferenceId: Scalars['ID']['input'];
  /** Name. */
  readonly name: Scalars['LocalizedText']['input'];
  /** How many there are. */
  readonly quantity: Scalars['Int']['input'];
  /** The room it is fixed in; absent where it can be moved. */
  readonly roomId?: InputMaybe<Scalars['ID']['input']>;
};

/** Answer to createEquipment. */
export type CreateEquipmentResult = Equipment | InvalidInput | PlainRefusal;

/** A forum to be made. */
export type CreateForumInput = {
  /** Whether one signs up. */
  readonly admission: ForumAdmission;
  /** Who may choose it. */
  readonly audience: ForumAudience;
  /** How many places; needed for SIGN_UP. */
  readonly capacity?: InputMaybe<Scalars['Int']['input']>;
  /** Needed where the audience is CATEGORIES. */
  readonly categoryIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Its conference. */
  readonly conferenceId: Scalars['ID']['input'];
  /** What it is about. */
  readonly description?: InputMaybe<Scalars['LocalizedText']['input']>;
  /** Its kind. */
  readonly kind: ForumKind;
  /** For how many minutes a freed place is offered. */
  readonly offerMinutes: Scalars['Int']['input'];
  /** The name that its letters come from. */
  readonly sender?: InputMaybe<Scalars['String']['input']>;
  /** Lower-case letters, digits and hyphens. */
  readonly slug: Scalars['String']['input'];
  /** Title. */
  readonly title: Scalars['LocalizedText']['input'];
  /** How many may wait: 0 no line, null without limit. */
  readonly waitlistLimit?: InputMaybe<Scalars['Int']['input']>;
};

/** Answer to createForum. */
export type CreateForumResult = Forum | InvalidInput | PlainRefusal;

/** Invitations to be written. */
export type CreateInvitationsInput = {
  /** The conference. */
  readonly conferenceId: Scalars['ID']['input'];
  /** The delegation they belong to. */
  readonly delegationId?: InputMaybe<Scalars['ID']['input']>;
  /** Whom; at most 200. */
  readonly invitations: ReadonlyArray<InvitationInput>;
  /** Whether letters are sent. */
  readonly sendLetters?: InputMaybe<Scalars['Boolean']['input']>;
  /** A few words that are added to the letters. */
  readonly words?: InputMaybe<Scalars['String']['input']>;
};

/** What became of each row, or what is wrong; then nobody was invited. */
export type CreateInvitationsResult = InvalidInput | InvitationsCreated | PlainRefusal;

/** Reminders to follow a campaign: either some days after it was sent, or some days before the reply deadline. */
export type CreateReminderRuleInput = {
  /** So many days after the campaign was sent, and after each reminder. */
  readonly afterDays?: InputMaybe<Scalars['Int']['input']>;
  /** How often at most, 1 to 10. */
  readonly atMost: Scalars['Int']['input'];
  /** So many days before the reply deadline. */
  readonly beforeDays?: InputMaybe<Scalars['Int']['input']>;
  /** The campaign, an invitation. */
  readonly campaignId: Scalars['ID']['input'];
  /** A reminder template. */
  readonly templateId: Scalars['ID']['input'];
  /** To whom. */
  readonly whom: Reminded;
};

/** Answer to createReminderRule. */
export type CreateReminderRuleResult = InvalidInput | PlainRefusal | ReminderRule;

/** A room to be made. */
export type CreateRoomInput = {
  /** Booths for interpreters. */
  readonly booths: Scalars['Int']['input'];
  /** How many people it takes. */
  readonly capacity: Scalars['Int']['input'];
  /** Name. */
  readonly name: Scalars['LocalizedText']['input'];
  /** Its venue. */
  readonly venueId: Scalars['ID']['input'];
};

/** Answer to createRoom. */
export type CreateRoomResult = InvalidInput | PlainRefusal | Room;

/** A series to be made. */
export type CreateSeriesInput = {
  /** Regions that host in turn. */
  readonly rotation: ReadonlyArray<Scalars['String']['input']>;
  /** What the rotation is called. */
  readonly rotationName?: InputMaybe<Scalars['LocalizedText']['input']>;
  /** Lower-case letters, digits and hyphens. */
  readonly slug: Scalars['String']['input'];
  /** Title. */
  readonly title: Scalars['LocalizedText']['input'];
};

/** Answer to createSeries. */
export type CreateSeriesResult = InvalidInput | PlainRefusal | Series;

/** A template to be kept. */
export type CreateTemplateInput = {
  /** What its letters bring along. */
  readonly attachments?: InputMaybe<ReadonlyArray<TemplateAttachment>>;
  /** Its conference. */
  readonly conferenceId: Scalars['ID']['input'];
  /** In which order its languages are tried; that of `texts` where absent. */
  readonly fallbacks?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** For staff; unique in the conference. */
  readonly name: Scalars['String']['input'];
  /** What it is for. */
  readonly purpose: CampaignPurpose;
  /** Its languages. */
  readonly texts: ReadonlyArray<TemplateTextInput>;
};

/** Answer to createTemplate. */
export type CreateTemplateResult = InvalidInput | MailTemplate | PlainRefusal;

/** A venue to be made. */
export type CreateVenueInput = {
  /** Postal address. */
  readonly address?: InputMaybe<Scalars['LocalizedText']['input']>;
  /** Its conference. */
  readonly conferenceId: Scalars['ID']['input'];
  /** Name. */
  readonly name: Scalars['LocalizedText']['input'];
};

/** Answer to createVenue. */
export type CreateVenueResult = InvalidInput | PlainRefusal | Venue;

/** A visit to be made. */
export type CreateVisitInput = {
  /** Categories that may go; all where absent or empty. */
  readonly categoryIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Its conference. */
  readonly conferenceId: Scalars['ID']['input'];
  /** What one sees. */
  readonly description?: InputMaybe<Scalars['LocalizedText']['input']>;
  /** By how many hours before a departure it must be given; 0 where absent. */
  readonly identityHours?: InputMaybe<Scalars['Int']['input']>;
  /** What the site needs to know of every visitor. */
  readonly identityNeeds?: InputMaybe<ReadonlyArray<IdentityNeed>>;
  /** In years on the day of the departure. */
  readonly minimumAge?: InputMaybe<Scalars['Int']['input']>;
  /** How many a delegate may bring along; nobody where absent. */
  readonly mostCompanions?: InputMaybe<Scalars['Int']['input']>;
  /** Codes of countries that the rule is about. */
  readonly nationalities?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Whom the site lets in by nationality; everybody where absent. */
  readonly nationalityRule?: InputMaybe<NationalityRule>;
  /** Lower-case letters, digits and hyphens. */
  readonly slug: Scalars['String']['input'];
  /** Stops in order. */
  readonly stops: ReadonlyArray<StopInput>;
  /** Title. */
  readonly title: Scalars['LocalizedText']['input'];
  /** What to bring. */
  readonly whatToBring?: InputMaybe<Scalars['LocalizedText']['input']>;
};

/** Answer to createVisit. */
export type CreateVisitResult = InvalidInput | PlainRefusal | Visit;

/** What became of one row. */
export type CreatedInvitation = {
  /** The invitation of the address. */
  readonly invitation: Invitation;
  /** False where it had one already. */
  readonly isNew: Scalars['Boolean']['output'];
};

/** What was handed in on one day. */
export type DayFigure = {
  /** Of these, confirmed by now. */
  readonly confirmed: Scalars['Int']['output'];
  /** The day. */
  readonly day: Scalars['Date']['output'];
  /** Handed in that day, whatever became of it. */
  readonly submitted: Scalars['Int']['output'];
};

/** Answer to approveRegistrations and declineRegistrations. */
export type DecideRegistrationsResult = InvalidInput | PlainRefusal | RegistrationsDecided;

/** What became of one registration. */
export type DecisionOutcome = {
  /** Which. */
  readonly id: Scalars['ID']['output'];
  /** Why it was not done; null where it was. */
  readonly refusal: Maybe<PlainRefusal>;
  /** As it is now; null where it was refused or is unknown. */
  readonly registration: Maybe<Registration>;
};

/** An offer to be let go. */
export type DeclineOfferInput = {
  /** The offer. */
  readonly offerId: Scalars['ID']['input'];
  /** The secret of the letter's link, for someone who is not signed in. */
  readonly token?: InputMaybe<Scalars['String']['input']>;
};

/** Answer to declineOffer. */
export type DeclineOfferResult = OfferAnswered | PlainRefusal;

/** A category to be made or changed; the key decides which. */
export type DefineCategoryInput = {
  /** Whether nationality, residence and travel document are asked. */
  readonly asksTravelDocument: Scalars['Boolean']['input'];
  /** How many places; null means as many as come. */
  readonly capacity?: InputMaybe<Scalars['Int']['input']>;
  /** When it closes. */
  readonly closesAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Its conference. */
  readonly conferenceId: Scalars['ID']['input'];
  /** For whom it is. */
  readonly description?: InputMaybe<Scalars['LocalizedText']['input']>;
  /** The version of the form that the editor saw; another one now is refused with category.changed-meanwhile. */
  readonly formVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Whether only invited people may use it. */
  readonly invitationOnly: Scalars['Boolean']['input'];
  /** Short name, unique in the conference. */
  readonly key: Scalars['String']['input'];
  /** Whether staff decide each registration. */
  readonly needsApproval: Scalars['Boolean']['input'];
  /** For how many minutes a freed place is offered. */
  readonly offerMinutes: Scalars['Int']['input'];
  /** When it opens. */
  readonly opensAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The form; a change makes a new version. */
  readonly questions: ReadonlyArray<QuestionInput>;
  /** Title. */
  readonly title: Scalars['LocalizedText']['input'];
  /** How many may wait: 0 no line, null without limit. */
  readonly waitlistLimit?: InputMaybe<Scalars['Int']['input']>;
};

/** Answer to defineCategory. */
export type DefineCategoryResult = Category | InvalidInput | PlainRefusal;

/** An organisation's or a country's delegates at one conference. */
export type Delegation = {
  /** The conference. */
  readonly conference: Conference;
  /** The country whose delegation it is, ISO 3166-1 alpha-2. */
  readonly country: Maybe<Scalars['String']['output']>;
  /** The address that the head signs in with. */
  readonly headEmail: Maybe<Scalars['String']['output']>;
  /** Who registers and invites its members. */
  readonly headName: Maybe<Scalars['String']['output']>;
  /** Stable. */
  readonly id: Scalars['ID']['output'];
  /** Invitations into it, newest first. */
  readonly invitations: InvitationConnection;
  /** Registrations of its members, newest first. */
  readonly members: RegistrationConnection;
  /** Its name. */
  readonly name: Scalars['LocalizedText']['output'];
  /** Note of the staff; null for others. */
  readonly note: Maybe<Scalars['String']['output']>;
  /** The organisation whose delegation it is. */
  readonly organisation: Maybe<Scalars['String']['output']>;
  /** Its places by category. */
  readonly quotas: ReadonlyArray<DelegationQuota>;
  /** Raised by each change. */
  readonly version: Scalars['Int']['output'];
};


/** An organisation's or a country's delegates at one conference. */
export type DelegationInvitationsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<InvitationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** An organisation's or a country's delegates at one conference. */
export type DelegationMembersArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of delegations. */
export type DelegationConnection = {
  /** Rows with their cursors. */
  readonly edges: ReadonlyArray<DelegationEdge>;
  /** Whether there is more. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A delegation and its cursor. */
export type DelegationEdge = {
  /** Where the next page begins after it. */
  readonly cursor: Scalars['String']['output'];
  /** The delegation. */
  readonly node: Delegation;
};

/** Who heads a delegation. */
export type DelegationHeadInput = {
  /** The address to sign in with. */
  readonly email: Scalars['String']['input'];
  /** Language of the letter, BCP 47. */
  readonly locale?: InputMaybe<Scalars['String']['input']>;
  /** Their name. */
  readonly name: Scalars['String']['input'];
};

/** A delegation's places in a category. */
export type DelegationQuota = {
  /** The category. */
  readonly category: Category;
  /** How many are free. */
  readonly free: Scalars['Int']['output'];
  /** How many have a name: registered, or kept by an open invitation. */
  readonly named: Scalars['Int']['output'];
  /** How many members it may have. */
  readonly places: Scalars['Int']['output'];
};

/** A delegation's places in a category. */
export type DelegationQuotaInput = {
  /** Key of the category. */
  readonly category: Scalars['String']['input'];
  /** How many members it may have. */
  readonly places: Scalars['Int']['input'];
};

/** Answer to deleteRegistrationView. */
export type DeleteRegistrationViewResult = PlainRefusal | RegistrationView;

/** The dated, capacity-limited run of a visit. */
export type Departure = {
  /** From when on it can be booked; null means at once. */
  readonly bookableFrom: Maybe<Scalars['DateTime']['output']>;
  /** Until when it can be booked. */
  readonly bookableUntil: Scalars['DateTime']['output'];
  /** Why it was cancelled; null where it was not, or was for want of people. */
  readonly cancelReason: Maybe<Scalars['LocalizedText']['output']>;
  /** When it is back. */
  readonly endsAt: Scalars['DateTime']['output'];
  /** Languages of the guide, BCP 47. */
  readonly guideLanguages: ReadonlyArray<Scalars['String']['output']>;
  /** Who guides. */
  readonly guideName: Maybe<Scalars['String']['output']>;
  /** Stable. */
  readonly id: Scalars['ID']['output'];
  /** By when what the site needs of visitors must be given. */
  readonly identityDue: Maybe<Scalars['DateTime']['output']>;
  /** Whether it can be booked now. */
  readonly isBookable: Scalars['Boolean']['output'];
  /** Days of a tour. */
  readonly legs: ReadonlyArray<Leg>;
  /** Where one meets. */
  readonly meetingPoint: Scalars['LocalizedText']['output'];
  /** What a registration of the caller has of it: the one asked for, otherwise the one that `myRegistration` gives; null for others. */
  readonly mine: Maybe<AgendaItem>;
  /** Fewer people than this, and it is cancelled. */
  readonly minimum: Maybe<Scalars['Int']['output']>;
  /** When the minimum is counted. */
  readonly minimumBy: Maybe<Scalars['DateTime']['output']>;
  /** Its places. */
  readonly places: Places;
  /** Key of the place where one meets, such as a venue's id: travel times are told by it; a place of its own where absent. */
  readonly site: Maybe<Scalars['String']['output']>;
  /** When it leaves. */
  readonly startsAt: Scalars['DateTime']['output'];
  /** Whether it takes place. */
  readonly state: DepartureState;
  /** Vehicle in words, for example coach 3, licence plate. */
  readonly vehicle: Maybe<Scalars['String']['output']>;
  /** Vehicles with their seats, in the order in which they are filled; empty where only words are known. */
  readonly vehicles: ReadonlyArray<Vehicle>;
  /** Raised by each change; editors send the one they saw. */
  readonly version: Scalars['Int']['output'];
  /** Its visit. */
  readonly visit: Visit;
};


/** The dated, capacity-limited run of a visit. */
export type DepartureMineArgs = {
  registrationId: InputMaybe<Scalars['ID']['input']>;
};

/** What a registration may go on instead of a departure. */
export type DepartureAlternatives = {
  /** Departures of the visit that have as many seats and fit the agenda, earliest first. */
  readonly alternatives: ReadonlyArray<Departure>;
  /** Of which conference. */
  readonly conference: Conference;
  /** The departure. */
  readonly departure: Departure;
  /** For how many people. */
  readonly party: Scalars['Int']['output'];
  /** Whose booking. */
  readonly registrationId: Scalars['ID']['output'];
  /** Whether there is still a seat on the departure, to be given up for another. */
  readonly stillBooked: Scalars['Boolean']['output'];
};

/** A departure that was cancelled. */
export type DepartureCancelled = {
  /** How many registrations lost a seat, a turn or an offer; they are told. */
  readonly concerned: Scalars['Int']['output'];
  /** The departure. */
  readonly departure: Departure;
};

/** A departure that was changed. */
export type DepartureChanged = {
  /** How many people's agendas overlap since; they are told. */
  readonly clashing: Scalars['Int']['output'];
  /** The departure as it is now. */
  readonly departure: Departure;
};

/** Whether a departure takes place. */
export type DepartureState =
  /** It does not take place. */
  | 'CANCELLED'
  /** It takes place. */
  | 'CERTAIN'
  /** It may yet be cancelled for want of people. */
  | 'PLANNED';

/** Ways in which a session or forum can differ. */
export type DifferenceKind =
  /** New. */
  | 'ADDED'
  /** In another room. */
  | 'MOVED'
  /** Gone. */
  | 'REMOVED'
  /** In other words. */
  | 'RENAMED'
  /** At another time. */
  | 'RETIMED'
  /** With other speakers. */
  | 'SPEAKERS';

/** A session or forum as one of two programmes has it. */
export type DifferenceSide = {
  /** When it ends; null for a forum. */
  readonly endsAt: Maybe<Scalars['DateTime']['output']>;
  /** Room and venue. */
  readonly place: Maybe<Scalars['LocalizedText']['output']>;
  /** Names of the speakers, as printed. */
  readonly speakers: ReadonlyArray<Scalars['LocalizedText']['output']>;
  /** When it begins; null for a forum. */
  readonly startsAt: Maybe<Scalars['DateTime']['output']>;
  /** Title. */
  readonly title: Scalars['LocalizedText']['output'];
};

/** Answer to dismissDuplicate. */
export type DismissDuplicateResult = DuplicateContacts | PlainRefusal;

/** Two contacts that may be one person. */
export type DuplicateContacts = {
  /** Whether a person said that they are two. */
  readonly isDismissed: Scalars['Boolean']['output'];
  /** One. */
  readonly one: Contact;
  /** The other. */
  readonly other: Contact;
  /** Why. */
  readonly reasons: ReadonlyArray<DuplicateReason>;
  /** How sure it is, from 0 to 1. */
  readonly score: Scalars['Float']['output'];
};

/** A page of contacts that may be one person. */
export type DuplicateContactsConnection = {
  /** The pairs with their cursors. */
  readonly edges: ReadonlyArray<DuplicateContactsEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A pair in a list. */
export type DuplicateContactsEdge = {
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The pair. */
  readonly node: DuplicateContacts;
};

/** Why two contacts may be one person. */
export type DuplicateReason =
  /** One country. */
  | 'COUNTRY'
  /** One mailbox name at two hosts. */
  | 'MAILBOX'
  /** Their names are written alike. */
  | 'NAME'
  /** One organisation. */
  | 'ORGANISATION'
  /** One phone. */
  | 'PHONE'
  /** Their names are read alike, as Wang Xiaoming and 王小明. */
  | 'READING'
  /** Their names differ by little. */
  | 'SIMILAR_NAME';

/** What was answered to an earlier invitation. */
export type EarlierAnswer =
  /** Yes. */
  | 'ACCEPTED'
  /** No. */
  | 'DECLINED'
  /** Nothing. */
  | 'NONE'
  /** Perhaps. */
  | 'TENTATIVE';

/** Something that sessions need. */
export type Equipment = {
  /** Stable. */
  readonly id: Scalars['ID']['output'];
  /** Name. */
  readonly name: Scalars['LocalizedText']['output'];
  /** How many there are. */
  readonly quantity: Scalars['Int']['output'];
  /** The room it is fixed in; null where it can be moved. */
  readonly roomId: Maybe<Scalars['ID']['output']>;
};

/** One thing wrong with one field. */
export type FieldProblem = {
  /** Stable, for programs, for example required or email.malformed. */
  readonly code: Scalars['String']['output'];
  /** For people, in the caller's language. */
  readonly message: Scalars['String']['output'];
  /** The field as written in the input, for example names.latin.family or answers.arrival-date. */
  readonly path: Scalars['String']['output'];
};

/** An uploaded file. */
export type File = {
  /** Stable. */
  readonly id: Scalars['ID']['output'];
  /** Checked type, for example image/jpeg. */
  readonly mediaType: Scalars['String']['output'];
  /** Its name, as uploaded. */
  readonly name: Scalars['String']['output'];
  /** Path on this site where those allowed may fetch it. */
  readonly path: Scalars['String']['output'];
  /** Bytes. */
  readonly size: Scalars['Int']['output'];
};

/** How full one forum or departure is. */
export type FillFigure = {
  /** The forum or the departure. */
  readonly id: Scalars['ID']['output'];
  /** A forum or a departure. */
  readonly kind: FillKind;
  /** How many places there are; null for as many as come. */
  readonly size: Maybe<Scalars['Int']['output']>;
  /** When it begins; null for a forum without a session. */
  readonly startsAt: Maybe<Scalars['DateTime']['output']>;
  /** How many are taken. */
  readonly taken: Scalars['Int']['output'];
  /** The forum's title, or that of the visit. */
  readonly title: Scalars['LocalizedText']['output'];
  /** How many people wait. */
  readonly waiting: Scalars['Int']['output'];
};

/** Of what it is counted how full it is. */
export type FillKind =
  /** A departure of a visit. */
  | 'DEPARTURE'
  /** A forum with sign-up. */
  | 'FORUM';

/** Questions of a category, in order. Answers keep the version they were given to. */
export type Form = {
  /** Questions in order. */
  readonly questions: ReadonlyArray<Question>;
  /** Raised by every change. */
  readonly version: Scalars['Int']['output'];
};

/** A version of a form, written once and never changed. */
export type FormVersion = {
  /** When it was written. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** How many drafts and live registrations answered this version. */
  readonly registrations: Scalars['Int']['output'];
  /** 1 is the first. */
  readonly version: Scalars['Int']['output'];
};

/** A part of the programme with its own theme, guests and capacity. */
export type Forum = {
  /** Whether one signs up or walks in. */
  readonly admission: ForumAdmission;
  /** Who may choose it. */
  readonly audience: ForumAudience;
  /** Path on this site of the calendar feed of this forum alone (iCalendar). */
  readonly calendarPath: Scalars['String']['output'];
  /** Categories whose delegates may choose it, where the audience is CATEGORIES. */
  readonly categoryIds: ReadonlyArray<Scalars['ID']['output']>;
  /** What it is about, Markdown. */
  readonly description: Maybe<Scalars['LocalizedText']['output']>;
  /** End of the last session. */
  readonly endsAt: Maybe<Scalars['DateTime']['output']>;
  /** Stable. */
  readonly id: Scalars['ID']['output'];
  /** Its kind. */
  readonly kind: ForumKind;
  /** What a registration of the caller has of it: the one asked for, otherwise the one that `myRegistration` gives; null for others. */
  readonly mine: Maybe<AgendaItem>;
  /** Its places; null for open doors. */
  readonly places: Maybe<Places>;
  /** The name that its letters come from; null for the conference's. */
  readonly sender: Maybe<Scalars['String']['output']>;
  /** Sessions in order of time. */
  readonly sessions: ReadonlyArray<Session>;
  /** In addresses; unique in the conference. */
  readonly slug: Scalars['String']['output'];
  /** Begin of the first session; null while nothing is scheduled. */
  readonly startsAt: Maybe<Scalars['DateTime']['output']>;
  /** Title. */
  readonly title: Scalars['LocalizedText']['output'];
  /** Raised by each change. */
  readonly version: Scalars['Int']['output'];
};


/** A part of the programme with its own theme, guests and capacity. */
export type ForumMineArgs = {
  registrationId: InputMaybe<Scalars['ID']['input']>;
};

/** How one gets into a forum. */
export type ForumAdmission =
  /** Whoever comes, as far as the room reaches. */
  | 'OPEN_DOORS'
  /** Places are chosen beforehand. */
  | 'SIGN_UP';

/** Who may choose a forum. */
export type ForumAudience =
  /** Delegates of some categories. */
  | 'CATEGORIES'
  /** Any delegate. */
  | 'EVERYONE'
  /** Those on its own list of guests. */
  | 'GUESTS';

/** Kinds of forums. */
export type ForumKind =
  /** Opening, signing, closing. */
  | 'CEREMONY'
  /** For everybody. */
  | 'PLENARY'
  /** A small circle. */
  | 'ROUNDTABLE'
  /** On one theme, in parallel with others. */
  | 'THEMATIC';

/** A role to be granted. */
export type GrantRoleInput = {
  /** To whom. */
  readonly email: Scalars['String']['input'];
  /** Which role. */
  readonly role: Role;
  /** Where it holds. */
  readonly scope: ScopeInput;
};

/** Answer to grantRole. */
export type GrantRoleResult = InvalidInput | PlainRefusal | RoleGrant;

/** Two things that one registration holds at one time, or too close to get from one to the other. */
export type HeldTogether = {
  /** Why both are held. */
  readonly cause: TogetherCause;
  /** The earlier. */
  readonly one: BusyItem;
  /** The later. */
  readonly other: BusyItem;
  /** Whose they are. */
  readonly registration: Registration;
};

/** A body that hosts, co-hosts, organises or supports a conference. */
export type Host = {
  /** Stable. */
  readonly id: Scalars['ID']['output'];
  /** Its name. */
  readonly name: Scalars['LocalizedText']['output'];
  /** What it does. */
  readonly role: HostRole;
  /** Its page. */
  readonly website: Maybe<Scalars['String']['output']>;
};

/** A host to be listed. */
export type HostInput = {
  /** Its name. */
  readonly name: Scalars['LocalizedText']['input'];
  /** What it does. */
  readonly role: HostRole;
  /** Its page (https). */
  readonly website?: InputMaybe<Scalars['String']['input']>;
};

/** What a host does. */
export type HostRole =
  /** Hosts with others. */
  | 'CO_HOST'
  /** Hosts alone. */
  | 'HOST'
  /** Organises. */
  | 'ORGANISER'
  /** Supports. */
  | 'SUPPORTER';

/** What a site may need to know of its visitors. */
export type IdentityNeed =
  /** Date of birth. */
  | 'BIRTH_DATE'
  /** Phone number. */
  | 'PHONE'
  /** Kind, number and issuer of a travel document. */
  | 'TRAVEL_DOCUMENT';

/** A column of an imported file. */
export type ImportColumn = {
  /** What stands in it in the first rows. */
  readonly examples: ReadonlyArray<Scalars['String']['output']>;
  /** Its header; a letter where it has none. */
  readonly header: Scalars['String']['output'];
  /** What it means. */
  readonly meaning: ColumnMeaning;
};

/** A file to take contacts from; what is not said is found out. */
export type ImportContactsInput = {
  /** The conference whose staff import. */
  readonly conferenceId: Scalars['ID']['input'];
  /** The file, uploaded by POST /files/tables. */
  readonly fileId: Scalars['ID']['input'];
  /** How it is to be read. */
  readonly reading?: InputMaybe<ImportReading>;
};

/** Answer to the steps of an import. */
export type ImportContactsResult = ContactImport | InvalidInput | PlainRefusal;

/** How many rows came out how. */
export type ImportCounts = {
  /** Rows that say a person who stands further up. */
  readonly duplicate: Scalars['Int']['output'];
  /** New contacts. */
  readonly new: Scalars['Int']['output'];
  /** Rows that are not taken. */
  readonly rejected: Scalars['Int']['output'];
  /** Of those taken: with a cell that could not be read and is kept as it is. */
  readonly remarked: Scalars['Int']['output'];
  /** All rows below the header. */
  readonly rows: Scalars['Int']['output'];
  /** Of those taken: addresses that mailings leave out. */
  readonly suppressed: Scalars['Int']['output'];
  /** Contacts that are known as they are. */
  readonly unchanged: Scalars['Int']['output'];
  /** Contacts that learn something. */
  readonly updated: Scalars['Int']['output'];
  /** Of those taken: without a mail address. */
  readonly withoutAddress: Scalars['Int']['output'];
};

/** A contact that an undoing kept. */
export type ImportKept = {
  /** The contact. */
  readonly contact: Maybe<Contact>;
  /** The row it came from. */
  readonly number: Scalars['Int']['output'];
  /** changed, used or merged. */
  readonly reason: Scalars['String']['output'];
};

/** A programme to be taken in. */
export type ImportProgrammeInput = {
  /** The conference. */
  readonly conferenceId: Scalars['ID']['input'];
  /** Whether only to say what would come of it; nothing is changed. */
  readonly dryRun: Scalars['Boolean']['input'];
  /** Language of its texts, BCP 47; the conference's first where absent. */
  readonly locale?: InputMaybe<Scalars['String']['input']>;
  /** The text of a schedule.json, or else a table. */
  readonly schedule?: InputMaybe<Scalars['String']['input']>;
  /** A spreadsheet, or else a schedule. */
  readonly table?: InputMaybe<ProgrammeTableInput>;
};

/** Answer to importProgramme. */
export type ImportProgrammeResult = InvalidInput | PlainRefusal | ProgrammeImported | RoomTaken;

/** How a file is to be read. */
export type ImportReading = {
  /** What the columns mean, in their order. */
  readonly columns?: InputMaybe<ReadonlyArray<ColumnMeaning>>;
  /** Country for rows that name none, and for phone numbers in national form. */
  readonly country?: InputMaybe<Scalars['String']['input']>;
  /** What parts the cells of a text file: one character. */
  readonly delimiter?: InputMaybe<Scalars['String']['input']>;
  /** Encoding of a text file. */
  readonly encoding?: InputMaybe<TableEncoding>;
  /** A list that every contact joins. */
  readonly listId?: InputMaybe<Scalars['ID']['input']>;
  /** Language for rows that name none, BCP 47. */
  readonly locale?: InputMaybe<Scalars['String']['input']>;
  /** Sheet of a workbook; its first visible one else. */
  readonly sheet?: InputMaybe<Scalars['String']['input']>;
  /** Tags for every row. */
  readonly tags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** A row that is not taken. */
export type ImportReject = {
  /** Its cells. */
  readonly cells: ReadonlyArray<Scalars['String']['output']>;
  /** The row's number as a spreadsheet shows it. */
  readonly number: Scalars['Int']['output'];
  /** Why, in the caller's language. */
  readonly reasons: ReadonlyArray<Scalars['String']['output']>;
};

/** A row as a contact. */
export type ImportSample = {
  /** Mail address. */
  readonly address: Maybe<Scalars['String']['output']>;
  /** Country, ISO 3166-1 alpha-2. */
  readonly country: Maybe<Scalars['String']['output']>;
  /** Whether mailings leave its address out. */
  readonly isSuppressed: Scalars['Boolean']['output'];
  /** Name in Latin letters. */
  readonly latinName: Maybe<Scalars['String']['output']>;
  /** Language, BCP 47. */
  readonly locale: Maybe<Scalars['String']['output']>;
  /** Name in own script. */
  readonly nativeName: Maybe<Scalars['String']['output']>;
  /** The row's number as a spreadsheet shows it. */
  readonly number: Scalars['Int']['output'];
  /** Organisation. */
  readonly organisation: Maybe<Scalars['String']['output']>;
  /** Phone, E.164. */
  readonly phone: Maybe<Scalars['String']['output']>;
  /** NEW, UPDATED or UNCHANGED. */
  readonly verdict: Scalars['String']['output'];
};

/** Answer to importSuppressions. */
export type ImportSuppressionsResult = PlainRefusal | SuppressionsImported;

/** How this server is set up and how it fares. */
export type Installation = {
  /** What runs below it, for example PostgreSQL 18.4. */
  readonly database: Scalars['String']['output'];
  /** For how many seconds the oldest piece of work has waited to be handed over; 0 where none waits. */
  readonly oldestWaitingSeconds: Scalars['Int']['output'];
  /** Changes of the database that this release waits for. */
  readonly pendingMigrations: Scalars['Int']['output'];
  /** On what the queue runs. */
  readonly queueEngine: QueueEngine;
  /** All settings of the api's process, by name; secrets are never shown. */
  readonly settings: ReadonlyArray<Setting>;
  /** The release. */
  readonly version: Scalars['String']['output'];
  /** Work of the outbox by name and state. */
  readonly work: ReadonlyArray<WorkFigure>;
  /** Worker processes that were seen within the last hour, the latest first. */
  readonly workers: ReadonlyArray<WorkerSeen>;
};

/** Input that cannot be taken, each problem beside its field. Nothing was changed. */
export type InvalidInput = Refusal & {
  /** Always input.invalid. */
  readonly code: Scalars['String']['output'];
  /** For people, in the caller's language. */
  readonly message: Scalars['String']['output'];
  /** What is wrong, in the order of the fields. */
  readonly problems: ReadonlyArray<FieldProblem>;
};

/** A personal right to register. */
export type Invitation = {
  /** When it was last answered. */
  readonly answeredAt: Maybe<Scalars['DateTime']['output']>;
  /** How many were asked for in all, where that is not decided yet. */
  readonly askedPlaces: Maybe<Scalars['Int']['output']>;
  /** In which category one may register; null where one may choose. */
  readonly category: Maybe<Category>;
  /** To what. */
  readonly conference: Conference;
  /** Whom staff count it for, ISO 3166-1 alpha-2. */
  readonly country: Maybe<Scalars['String']['output']>;
  /** When it was issued. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** For which delegation. */
  readonly delegation: Maybe<Delegation>;
  /** Until when one may answer and register. */
  readonly expiresAt: Maybe<Scalars['DateTime']['output']>;
  /** Forums that it opens, whatever their audience. */
  readonly forums: ReadonlyArray<Forum>;
  /** What happened to it, oldest first. */
  readonly history: ReadonlyArray<InvitationDeed>;
  /** Stable. */
  readonly id: Scalars['ID']['output'];
  /** Whether only the invited address may register by it. */
  readonly isPersonal: Scalars['Boolean']['output'];
  /** Title there. */
  readonly jobTitle: Maybe<Scalars['String']['output']>;
  /** Name in Latin letters. */
  readonly latinName: Maybe<Scalars['String']['output']>;
  /** Path of its link, to be given by hand to the invited; for staff who may edit invitations. */
  readonly link: Maybe<Scalars['String']['output']>;
  /** Language of its letters, BCP 47. */
  readonly locale: Scalars['String']['output'];
  /** Name in the own script. */
  readonly nativeName: Maybe<Scalars['String']['output']>;
  /** Organisation. */
  readonly organisation: Maybe<Scalars['String']['output']>;
  /** How many may register by it. */
  readonly places: Scalars['Int']['output'];
  /** Registrations that came by it, newest first; those the caller may see. */
  readonly registrations: ReadonlyArray<Registration>;
  /** The invitation that took its place. */
  readonly replacedBy: Maybe<Scalars['ID']['output']>;
  /** Salutation. */
  readonly salutation: Maybe<Scalars['String']['output']>;
  /** Who pays or vouches. */
  readonly sponsor: Maybe<Scalars['String']['output']>;
  /** Where it stands now. */
  readonly state: InvitationState;
  /** The address it is for. */
  readonly toAddress: Scalars['String']['output'];
  /** As the letter addresses them. */
  readonly toName: Scalars['String']['output'];
  /** How many of them have. */
  readonly used: Scalars['Int']['output'];
  /** Raised by each change. */
  readonly version: Scalars['Int']['output'];
  /** Visits that it opens, whatever their categories. */
  readonly visits: ReadonlyArray<Visit>;
};

/** An invitation as its link shows it: nothing of what else is known of the person. */
export type InvitationCard = {
  /** How many were asked for in all, where that is not decided yet. */
  readonly askedPlaces: Maybe<Scalars['Int']['output']>;
  /** In which category one may register; null where one may choose. */
  readonly category: Maybe<Category>;
  /** To what. */
  readonly conference: Conference;
  /** For which delegation. */
  readonly delegationName: Maybe<Scalars['LocalizedText']['output']>;
  /** Until when one may answer and register; null: as long as the conference takes registrations. */
  readonly expiresAt: Maybe<Scalars['DateTime']['output']>;
  /** Forums that it opens. */
  readonly forums: ReadonlyArray<Forum>;
  /** Whether only the invited address may register by it. */
  readonly isPersonal: Scalars['Boolean']['output'];
  /** Language of its letters, BCP 47. */
  readonly locale: Scalars['String']['output'];
  /** The address it was sent to, as far as its owner recognises it. */
  readonly maskedAddress: Scalars['String']['output'];
  /** How many may register by it. */
  readonly places: Scalars['Int']['output'];
  /** Who pays or vouches. */
  readonly sponsor: Maybe<Scalars['String']['output']>;
  /** Where it stands now. */
  readonly state: InvitationState;
  /** As the letter addresses them. */
  readonly toName: Scalars['String']['output'];
  /** How many of them have. */
  readonly used: Scalars['Int']['output'];
  /** Visits that it opens. */
  readonly visits: ReadonlyArray<Visit>;
};

/** A page of invitations. */
export type InvitationConnection = {
  /** Rows with their cursors. */
  readonly edges: ReadonlyArray<InvitationEdge>;
  /** Whether there is more. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** How many invitations stand so. */
export type InvitationCount = {
  /** How many of them ask for more places. */
  readonly askPlaces: Scalars['Int']['output'];
  /** How many. */
  readonly invitations: Scalars['Int']['output'];
  /** Places that they give. */
  readonly places: Scalars['Int']['output'];
  /** Live registrations that came by them. */
  readonly registered: Scalars['Int']['output'];
  /** The state. */
  readonly state: InvitationState;
};

/** One line of an invitation's history. */
export type InvitationDeed = {
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** What was done. */
  readonly deed: InvitationDoing;
  /** How many places were asked for or given. */
  readonly places: Maybe<Scalars['Int']['output']>;
  /** What was said. */
  readonly reason: Maybe<Scalars['String']['output']>;
  /** Where it stood after. */
  readonly to: InvitationState;
  /** On which way. */
  readonly via: InvitationWay;
};

/** What is done with an invitation. */
export type InvitationDoing =
  /** Accepted. */
  | 'ACCEPT'
  /** More places were asked for. */
  | 'ASK_PLACES'
  /** What it gives was changed. */
  | 'CHANGE'
  /** Declined. */
  | 'DECLINE'
  /** Its time ran out. */
  | 'EXPIRE'
  /** Somebody registered by it. */
  | 'REGISTER'
  /** It had run out and was opened anew. */
  | 'REOPEN'
  /** Another one took its place. */
  | 'REPLACE'
  /** It was taken back. */
  | 'REVOKE'
  /** Somebody else was proposed. */
  | 'SUBSTITUTE'
  /** They do not know yet. */
  | 'TENTATIVE'
  /** Staff said which registration belongs to it. */
  | 'TIE';

/** An invitation and its cursor. */
export type InvitationEdge = {
  /** Where the next page begins after it. */
  readonly cursor: Scalars['String']['output'];
  /** The invitation. */
  readonly node: Invitation;
};

/** Which invitations; all given parts must hold. */
export type InvitationFilter = {
  /** Whether more places were asked for and nobody decided yet. */
  readonly asksPlaces?: InputMaybe<Scalars['Boolean']['input']>;
  /** Any of these categories, by key. */
  readonly categories?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Any of these countries, ISO 3166-1 alpha-2. */
  readonly countries?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Any of these delegations. */
  readonly delegationIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Whether somebody has registered by it. */
  readonly isUsed?: InputMaybe<Scalars['Boolean']['input']>;
  /** Words of name, address or organisation, in any script. */
  readonly search?: InputMaybe<Scalars['String']['input']>;
  /** Any of these states. */
  readonly states?: InputMaybe<ReadonlyArray<InvitationState>>;
};

/** Whom to invite, and to what. */
export type InvitationInput = {
  /** Key of the category in which they may register, also where it is by invitation or shut by its own times; absent: any that is open to all. */
  readonly category?: InputMaybe<Scalars['String']['input']>;
  /** Whom to count it for, ISO 3166-1 alpha-2. */
  readonly country?: InputMaybe<Scalars['String']['input']>;
  /** Their address. */
  readonly email: Scalars['String']['input'];
  /** Until when one may answer and register. */
  readonly expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Forums that it opens, whatever their audience. */
  readonly forumIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Whether only this address may register by it; true where absent. */
  readonly isPersonal?: InputMaybe<Scalars['Boolean']['input']>;
  /** Title there. */
  readonly jobTitle?: InputMaybe<Scalars['String']['input']>;
  /** Name in Latin letters, as in the passport. */
  readonly latinName?: InputMaybe<Scalars['String']['input']>;
  /** Language of the letter, BCP 47; the conference's first where absent. */
  readonly locale?: InputMaybe<Scalars['String']['input']>;
  /** As the letter addresses them. */
  readonly name: Scalars['String']['input'];
  /** Name in the own script. */
  readonly nativeName?: InputMaybe<Scalars['String']['input']>;
  /** Organisation. */
  readonly organisation?: InputMaybe<Scalars['String']['input']>;
  /** How many may register by it; 1 where absent. */
  readonly places?: InputMaybe<Scalars['Int']['input']>;
  /** Salutation. */
  readonly salutation?: InputMaybe<Scalars['String']['input']>;
  /** Who pays or vouches. */
  readonly sponsor?: InputMaybe<Scalars['String']['input']>;
  /** Visits that it opens, whatever their categories. */
  readonly visitIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** What the invited may say. */
export type InvitationReply =
  /** They come. */
  | 'ACCEPT'
  /** More places are needed; the office decides. */
  | 'ASK_PLACES'
  /** They do not come. */
  | 'DECLINE'
  /** Somebody else comes; not for personal invitations, whose address alone may register. */
  | 'SUBSTITUTE'
  /** They do not know yet. */
  | 'TENTATIVE';

/** Where an invitation stands. */
export type InvitationState =
  /** Accepted. */
  | 'ACCEPTED'
  /** Declined; may still be accepted. */
  | 'DECLINED'
  /** Its time ran out. */
  | 'EXPIRED'
  /** Not answered. */
  | 'OPEN'
  /** Staff put another one in its place. */
  | 'REPLACED'
  /** Taken back. */
  | 'REVOKED'
  /** The invited proposed somebody else. */
  | 'SUBSTITUTED'
  /** The invited do not know yet. */
  | 'TENTATIVE';

/** The right that an invitation of a campaign gives. */
export type InvitationTerms = {
  /** In which category one may register. */
  readonly category: Maybe<Category>;
  /** Until when. */
  readonly expiresAt: Maybe<Scalars['DateTime']['output']>;
  /** Whether only the invited address may register by it. */
  readonly locked: Scalars['Boolean']['output'];
  /** How many may register by it. */
  readonly places: Scalars['Int']['output'];
  /** Who pays or vouches. */
  readonly sponsor: Maybe<Scalars['String']['output']>;
};

/** The right that an invitation gives. */
export type InvitationTermsInput = {
  /** In which category one may register; whichever is open where absent. */
  readonly categoryId?: InputMaybe<Scalars['ID']['input']>;
  /** Until when, in the conference's time zone. */
  readonly expiresAt?: InputMaybe<Scalars['LocalDateTime']['input']>;
  /** Whether only the invited address may register by it. */
  readonly locked: Scalars['Boolean']['input'];
  /** How many may register by it. */
  readonly places: Scalars['Int']['input'];
  /** Who pays or vouches. */
  readonly sponsor?: InputMaybe<Scalars['String']['input']>;
};

/** On which way it came. */
export type InvitationWay =
  /** By somebody signed in with the invited address. */
  | 'ACCOUNT'
  /** By the head of the delegation. */
  | 'HEAD'
  /** By letter or fax. */
  | 'LETTER'
  /** By the link of the letter. */
  | 'LINK'
  /** By phone. */
  | 'PHONE'
  /** As a reply to the mail. */
  | 'REPLY'
  /** By staff. */
  | 'STAFF'
  /** By the house, when time ran out. */
  | 'SYSTEM';

/** What became of the rows, in their order. */
export type InvitationsCreated = {
  /** One a row. */
  readonly created: ReadonlyArray<CreatedInvitation>;
};

/** A member to be invited. */
export type InviteMemberInput = {
  /** Key of the category; one in which the delegation has places. */
  readonly category: Scalars['String']['input'];
  /** Into which delegation. */
  readonly delegationId: Scalars['ID']['input'];
  /** Their address. */
  readonly email: Scalars['String']['input'];
  /** Name in Latin letters, as in the passport. */
  readonly latinName?: InputMaybe<Scalars['String']['input']>;
  /** Language of the letter, BCP 47; the conference's first where absent. */
  readonly locale?: InputMaybe<Scalars['String']['input']>;
  /** As the letter addresses them. */
  readonly name: Scalars['String']['input'];
  /** Name in the own script. */
  readonly nativeName?: InputMaybe<Scalars['String']['input']>;
};

/** The invitation, or why it was not written. */
export type InviteMemberResult = InvalidInput | Invitation | PlainRefusal;

/** A staff member to be invited. */
export type InviteStaffInput = {
  /** Address. */
  readonly email: Scalars['String']['input'];
  /** Language of the letter. */
  readonly locale?: InputMaybe<Scalars['String']['input']>;
  /** Name, for the letter. */
  readonly name: Scalars['String']['input'];
  /** First role. */
  readonly role: Role;
  /** Where it holds. */
  readonly scope: ScopeInput;
};

/** Answer to inviteStaff. */
export type InviteStaffResult = InvalidInput | PlainRefusal | StaffInvited;

/** Changes to a forum's list of guests. */
export type InviteToForumInput = {
  /** Registrations that come to it. */
  readonly add: ReadonlyArray<Scalars['ID']['input']>;
  /** The forum. */
  readonly forumId: Scalars['ID']['input'];
  /** Registrations that go from it. */
  readonly remove: ReadonlyArray<Scalars['ID']['input']>;
};

/** Answer to inviteToForum. */
export type InviteToForumResult = Forum | InvalidInput | PlainRefusal;

/** A language in which the house speaks. */
export type Language = {
  /** Whether someone whose language it is has read it through. */
  readonly isReviewed: Scalars['Boolean']['output'];
  /** BCP 47. */
  readonly locale: Scalars['String']['output'];
  /** How many this installation says otherwise than they were shipped. */
  readonly mended: Scalars['Int']['output'];
  /** What the language calls itself. */
  readonly name: Scalars['String']['output'];
  /** How many texts it is to have: all in a language of the console, else those that delegates read. */
  readonly wanted: Scalars['Int']['output'];
  /** How many of them it says in its own words; the others are said in the next language of its fallbacks. */
  readonly written: Scalars['Int']['output'];
};

/** A forum to be left. */
export type LeaveForumInput = {
  /** The forum. */
  readonly forumId: Scalars['ID']['input'];
  /** The registration. */
  readonly registrationId: Scalars['ID']['input'];
};

/** Answer to leaveForum. */
export type LeaveForumResult = AgendaItem | PlainRefusal;

/** A day of a tour. */
export type Leg = {
  /** Which day. */
  readonly day: Scalars['Date']['output'];
  /** From where. */
  readonly fromPlace: Scalars['LocalizedText']['output'];
  /** Where one sleeps. */
  readonly hotel: Maybe<Scalars['LocalizedText']['output']>;
  /** What else to know, Markdown. */
  readonly notes: Maybe<Scalars['LocalizedText']['output']>;
  /** To where. */
  readonly toPlace: Scalars['LocalizedText']['output'];
};

/** A day of a tour. */
export type LegInput = {
  /** Which day, by the conference's calendar. */
  readonly day: Scalars['Date']['input'];
  /** From where. */
  readonly fromPlace: Scalars['LocalizedText']['input'];
  /** Where one sleeps. */
  readonly hotel?: InputMaybe<Scalars['LocalizedText']['input']>;
  /** What else to know. */
  readonly notes?: InputMaybe<Scalars['LocalizedText']['input']>;
  /** To where. */
  readonly toPlace: Scalars['LocalizedText']['input'];
};

/** Answer to liftSuppression. */
export type LiftSuppressionResult = PlainRefusal | Suppression;

/** A line after someone was moved in it. */
export type LineMoved = {
  /** The places as they are now. */
  readonly places: Places;
  /** Who was moved. */
  readonly registration: Registration;
};

/** Strangers are told this, whether or not a registration exists: whoever owns it gets a letter with its link. */
export type LinkSent = Refusal & {
  /** Always registration.link-sent. */
  readonly code: Scalars['String']['output'];
  /** For people, in the caller's language. */
  readonly message: Scalars['String']['output'];
};

/** How many readers of a language. */
export type LocaleCount = {
  /** How many. */
  readonly count: Scalars['Int']['output'];
  /** BCP 47. */
  readonly locale: Scalars['String']['output'];
};

/** A letter to many as staff write it: a text a language. */
export type MailTemplate = {
  /** What its letters bring along. */
  readonly attachments: ReadonlyArray<TemplateAttachment>;
  /** In which order its languages are tried for a reader of another one. */
  readonly fallbacks: ReadonlyArray<Scalars['String']['output']>;
  /** Stable. */
  readonly id: Scalars['ID']['output'];
  /** For staff. */
  readonly name: Scalars['String']['output'];
  /** What it is for. */
  readonly purpose: CampaignPurpose;
  /** Its languages. */
  readonly texts: ReadonlyArray<TemplateText>;
  /** When it was last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** Raised by each change; editors send the one they saw. */
  readonly version: Scalars['Int']['output'];
};

/** A page of templates. */
export type MailTemplateConnection = {
  /** The templates with their cursors. */
  readonly edges: ReadonlyArray<MailTemplateEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A template in a list. */
export type MailTemplateEdge = {
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The template. */
  readonly node: MailTemplate;
};

/** Who is on a departure, in what they ride and where they stop. */
export type Manifest = {
  /** The departure. */
  readonly departure: Departure;
  /** People in all. */
  readonly people: Scalars['Int']['output'];
  /** Head count by stop. */
  readonly stops: ReadonlyArray<ManifestStop>;
  /** Who rides in what: parties together, by name. One without a vehicle lists who has no seat, or everybody while none is known. */
  readonly vehicles: ReadonlyArray<ManifestVehicle>;
};

/** One who is to be aboard. */
export type ManifestLine = {
  /** What they need to get along. */
  readonly accessNeeds: Maybe<Scalars['String']['output']>;
  /** Its code. */
  readonly code: Scalars['String']['output'];
  /** Of a companion: with whom. */
  readonly companionOf: Maybe<Scalars['String']['output']>;
  /** What they eat and do not. */
  readonly dietaryNeeds: Maybe<Scalars['String']['output']>;
  /** Travel document in full; null where it was not asked for, the site needs none, or it was never given. */
  readonly document: Maybe<RevealedTravelDocument>;
  /** As in the passport; null for a companion without a name yet. */
  readonly latinName: Maybe<Scalars['String']['output']>;
  /** What the site needs and has not got. */
  readonly missing: ReadonlyArray<IdentityNeed>;
  /** Code of the country. */
  readonly nationality: Maybe<Scalars['String']['output']>;
  /** In the person's own script. */
  readonly nativeName: Maybe<Scalars['String']['output']>;
  /** From 1, in the order of the list. */
  readonly number: Scalars['Int']['output'];
  /** E.164. */
  readonly phone: Maybe<Scalars['String']['output']>;
  /** The registration, of the delegate whom a companion comes along with too. */
  readonly registrationId: Scalars['ID']['output'];
  /** Held or confirmed. */
  readonly state: AgendaState;
};

/** A stop with how many people come. */
export type ManifestStop = {
  /** When it is reached. */
  readonly arrivesAt: Scalars['DateTime']['output'];
  /** When it is left. */
  readonly leavesAt: Scalars['DateTime']['output'];
  /** Name of the place. */
  readonly name: Scalars['LocalizedText']['output'];
  /** How many people. */
  readonly people: Scalars['Int']['output'];
};

/** A vehicle with who rides in it. */
export type ManifestVehicle = {
  /** Who rides in it. */
  readonly lines: ReadonlyArray<ManifestLine>;
  /** The vehicle; null where none is known, or for who has no seat in any. */
  readonly vehicle: Maybe<Vehicle>;
};

/** A text to be said otherwise. */
export type MendTextInput = {
  /** Name of the text. */
  readonly key: Scalars['String']['input'];
  /** Language, BCP 47. */
  readonly locale: Scalars['String']['input'];
  /** The new text, ICU MessageFormat on one line. */
  readonly text: Scalars['String']['input'];
};

/** Answer to mendText: problems text-malformed, text-lacks or text-foreign beside the text where it cannot stand in. */
export type MendTextResult = CatalogueText | InvalidInput | PlainRefusal;

/** Two contacts to be made one. */
export type MergeContactsInput = {
  /** A conference of the series. */
  readonly conferenceId: Scalars['ID']['input'];
  /** Who stands for the survivor from then on. */
  readonly mergedId: Scalars['ID']['input'];
  /** Who stays. */
  readonly survivorId: Scalars['ID']['input'];
  /** Parts that the survivor takes from the other; those that it lacks come over anyway. */
  readonly take: ReadonlyArray<ContactPart>;
};

/** Answer to mergeContacts and undoMerge. */
export type MergeContactsResult = ContactMerge | InvalidInput | PlainRefusal;

/** One letter to one person. */
export type Message = {
  /** How often it was tried. */
  readonly attempts: Scalars['Int']['output'];
  /** When it was written. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Stable. */
  readonly id: Scalars['ID']['output'];
  /** Kind of letter, for example registration.confirmed. */
  readonly kind: Scalars['String']['output'];
  /** Language, BCP 47. */
  readonly locale: Scalars['String']['output'];
  /** Message-ID header (RFC 5322). */
  readonly messageId: Scalars['String']['output'];
  /** The registration it is about. */
  readonly registrationId: Maybe<Scalars['ID']['output']>;
  /** When the mail server took it. */
  readonly sentAt: Maybe<Scalars['DateTime']['output']>;
  /** Last answer of the mail server. */
  readonly smtpAnswer: Maybe<Scalars['String']['output']>;
  /** Where it stands. */
  readonly state: MessageState;
  /** Subject, once it was written. */
  readonly subject: Maybe<Scalars['String']['output']>;
  /** To whom. */
  readonly to: Scalars['String']['output'];
};

/** A page of letters. */
export type MessageConnection = {
  /** The letters with their cursors. */
  readonly edges: ReadonlyArray<MessageEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many match in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A letter in a list. */
export type MessageEdge = {
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The letter. */
  readonly node: Message;
};

/** How many letters of a kind, language and state there are. */
export type MessageFigure = {
  /** How many. */
  readonly count: Scalars['Int']['output'];
  /** Kind. */
  readonly kind: Scalars['String']['output'];
  /** Language. */
  readonly locale: Scalars['String']['output'];
  /** State. */
  readonly state: MessageState;
};

/** Which letters. */
export type MessageFilter = {
  /** Any of these kinds. */
  readonly kinds?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** About this registration. */
  readonly registrationId?: InputMaybe<Scalars['ID']['input']>;
  /** Any of these states. */
  readonly states?: InputMaybe<ReadonlyArray<MessageState>>;
  /** Part of the address. */
  readonly to?: InputMaybe<Scalars['String']['input']>;
};

/** States of a letter. */
export type MessageState =
  /** The mail server took it, and it came back. */
  | 'BOUNCED'
  /** Taken back before it was sent. */
  | 'CANCELLED'
  /** The mail server asked to try again later. */
  | 'DEFERRED'
  /** The mail server refused it for good. */
  | 'FAILED'
  /** To be sent. */
  | 'PENDING'
  /** Being sent now. */
  | 'SENDING'
  /** The mail server took it. */
  | 'SENT'
  /** Never to be sent: its address is on the list of those that mailings do not write to. */
  | 'SUPPRESSED'
  /** The connection was lost after the letter had begun to flow: it may have arrived, and is not sent again blindly. */
  | 'UNCLEAR';

/** How many letters are in a state. */
export type MessageStateCount = {
  /** How many. */
  readonly count: Scalars['Int']['output'];
  /** The state. */
  readonly state: MessageState;
};

/** Who is to be moved in which line. */
export type MoveInLineInput = {
  /** The pool, as Places names it. */
  readonly poolId: Scalars['ID']['input'];
  /** From -100 to 100; higher goes first. */
  readonly priority: Scalars['Int']['input'];
  /** Why; it stays with the turn. */
  readonly reason: Scalars['String']['input'];
  /** The registration that waits. */
  readonly registrationId: Scalars['ID']['input'];
};

/** Answer to moveInLine: places.not-waiting where the registration is not in the line. */
export type MoveInLineResult = InvalidInput | LineMoved | PlainRefusal;

/** Where a session goes; absent parts stay. */
export type MoveSessionInput = {
  /** When it ends; without it the session keeps its length. */
  readonly endsAt?: InputMaybe<Scalars['LocalDateTime']['input']>;
  /** Which. */
  readonly id: Scalars['ID']['input'];
  /** Its room. */
  readonly roomId?: InputMaybe<Scalars['ID']['input']>;
  /** When it begins, in the conference's time zone. */
  readonly startsAt?: InputMaybe<Scalars['LocalDateTime']['input']>;
  /** The version the editor saw. */
  readonly version: Scalars['Int']['input'];
};

export type Mutation = {
  /** Takes an offered place. Where it clashes with something held, `giveUp` names what is exchanged for it in one step. */
  readonly acceptOffer: AcceptOfferResult;
  /**
   * Sets a staff member's password by the link of the invitation, once. The second factor is enrolled after the first
   * sign-in (POST /auth/two-factor/enable, then /auth/two-factor/verify-totp); before it, staff roles do not count.
   */
  readonly acceptStaffInvitation: AcceptStaffInvitationResult;
  /** Adds a departure to a visit. */
  readonly addDeparture: AddDepartureResult;
  /** Adds a speaker to a session; where there is an address, a letter asks whether they come. */
  readonly addSpeaker: AddSpeakerResult;
  /** Answers an invitation: by its link's token, or by id for who is signed in with the invited address or heads its delegation. May be answered otherwise as long as it speaks. */
  readonly answerInvitation: AnswerInvitationResult;
  /** Writes what an import that was tried says. */
  readonly applyImport: ImportContactsResult;
  /** Confirms registrations in review, each decided by itself. */
  readonly approveRegistrations: DecideRegistrationsResult;
  /** Puts away an audience that no draft uses. */
  readonly archiveAudience: ArchiveAudienceResult;
  /** Puts away a campaign that was not started. One that was stays in the list: it happened. */
  readonly archiveCampaign: ArchiveCampaignResult;
  /** Puts a conference away; it stays readable. Closed or published to archived. */
  readonly archiveConference: ArchiveConferenceResult;
  /** Puts away a template that no draft and no reminder to come uses: lists and choices no longer show it, and its name is free. */
  readonly archiveTemplate: ArchiveTemplateResult;
  /** Books a departure for a registration: takes a place, or joins the line. What clashes with it is refused; booking what one has booked answers it as it stands. */
  readonly bookDeparture: BookDepartureResult;
  /** Books a departure for several registrations of the caller's, or for a delegate with companions, in one step: all get seats or nobody does. */
  readonly bookForParty: BookForPartyResult;
  /** Cancels a booking, a turn in the line or an offer of a departure; the place goes to the next. */
  readonly cancelBooking: CancelBookingResult;
  /** Stops a campaign for good within two seconds; who was not written to will not be. */
  readonly cancelCampaign: CancelCampaignResult;
  /** Cancels a departure: frees everybody's seats at once, and tells everybody with what they may go on instead. */
  readonly cancelDeparture: CancelDepartureResult;
  /** Changes a departure. Everybody booked, offered a seat or in line is told where its time, meeting point or vehicle is another. */
  readonly changeDeparture: ChangeDepartureResult;
  /** Puts another role in a role's place, in the same scope and at one moment. API tokens that could do more than is left are revoked. */
  readonly changeRole: ChangeRoleResult;
  /** Tries an import again, read otherwise. */
  readonly checkImport: ImportContactsResult;
  /** Chooses a forum for a registration: takes a place, or joins the line. What clashes with it is refused; choosing what one has answers it as it stands. */
  readonly chooseForum: ChooseForumResult;
  /** Makes the next edition from an earlier one: categories with their forms, hosts and texts, dates shifted. */
  readonly cloneConference: CloneConferenceResult;
  /**
   * Begins a programme with what an earlier edition showed, as many calendar days later by the clock on the wall; without
   * rooms and speakers. Refused where there is a programme already (programme.not-empty). Cloning a conference does it too.
   */
  readonly cloneProgramme: CloneProgrammeResult;
  /** Closes registration. Open to closed. */
  readonly closeRegistration: CloseRegistrationResult;
  /** Gives what was not known when a party was booked by number: who comes along, and the date of birth; until the site needs it, for staff until the bus leaves. */
  readonly completeBooking: CompleteBookingResult;
  /** Confirms a new address by the link that was sent to it. */
  readonly confirmAddressChange: ConfirmAddressChangeResult;
  /** Makes a held booking certain, until its hold ends. */
  readonly confirmBooking: ConfirmBookingResult;
  /** A speaker's own answer, by the link of the letter. It may be given again otherwise. */
  readonly confirmSpeaker: ConfirmSpeakerResult;
  /** Makes an API token; its secret is shown this once. */
  readonly createApiToken: CreateApiTokenResult;
  /** Saves a filter over the contacts of the series. */
  readonly createAudience: CreateAudienceResult;
  /** Drafts a campaign. Nothing is sent before it is started. */
  readonly createCampaign: CreateCampaignResult;
  /** Makes a conference, the next edition of a series. Its host region is the next in the rotation unless overridden with a reason. */
  readonly createConference: CreateConferenceResult;
  /** Adds a contact by hand. */
  readonly createContact: CreateContactResult;
  /** Makes an empty list. */
  readonly createContactList: ContactListResult;
  /** Makes a delegation with a quota for each category; its head is told by letter. */
  readonly createDelegation: CreateDelegationResult;
  /** Notes a piece of equipment, fixed in a room or to be moved. */
  readonly createEquipment: CreateEquipmentResult;
  /** Makes a forum with its capacity and way of sign-up. */
  readonly createForum: CreateForumResult;
  /** Invites people by name, each with a letter. An address that was invited already keeps its invitation and gets no second letter. */
  readonly createInvitations: CreateInvitationsResult;
  /** Has reminders follow an invitation by themselves. */
  readonly createReminderRule: CreateReminderRuleResult;
  /** Makes a room in a venue. */
  readonly createRoom: CreateRoomResult;
  /** Makes a series with its rotation of host regions. */
  readonly createSeries: CreateSeriesResult;
  /** Keeps a new template. An unknown placeholder is refused with its name, line and column. */
  readonly createTemplate: CreateTemplateResult;
  /** Makes a venue. */
  readonly createVenue: CreateVenueResult;
  /** Makes a visit with its stops. */
  readonly createVisit: CreateVisitResult;
  /** Lets an offered place go to the next. */
  readonly declineOffer: DeclineOfferResult;
  /** Declines registrations in review, confirmed or in line, freeing their places, each decided by itself. */
  readonly declineRegistrations: DecideRegistrationsResult;
  /** Makes or changes a category: who it is for, capacity, approval, opening and closing times, and its form as a new version. */
  readonly defineCategory: DefineCategoryResult;
  /** Deletes a list; its contacts stay. */
  readonly deleteContactList: ContactListChangedResult;
  /** Forgets a kept filter of one's own. */
  readonly deleteRegistrationView: DeleteRegistrationViewResult;
  /** Says that two contacts are two people: they are not suggested again. */
  readonly dismissDuplicate: DismissDuplicateResult;
  /** Puts all contacts that match into a list; those in it stay. */
  readonly fillContactList: ContactListChangedResult;
  /** Grants a role in a scope to an address; an account is made if there is none. */
  readonly grantRole: GrantRoleResult;
  /** Begins an import: the file is read and tried, nothing is written before applyImport. */
  readonly importContacts: ImportContactsResult;
  /**
   * Takes a programme from a schedule.json of the frab format, or from a spreadsheet, into the draft: tracks are forums with
   * open doors; sessions are found again by their guid, in a spreadsheet by an id or else by forum and title. All of it or
   * nothing; every row of a spreadsheet that has a problem is named (`rows.12.start`).
   */
  readonly importProgramme: ImportProgrammeResult;
  /** Keeps mailings of a conference from writing to a list of addresses, as another system exports it. */
  readonly importSuppressions: ImportSuppressionsResult;
  /** Invites a member into a delegation within its quota: for its head, and for staff who may. */
  readonly inviteMember: InviteMemberResult;
  /** Invites a staff member by mail to set a password and a second factor. */
  readonly inviteStaff: InviteStaffResult;
  /** Changes who is on a forum's own list of guests; it holds at once. Who has a place keeps it. */
  readonly inviteToForum: InviteToForumResult;
  /** Leaves a forum, its line or its offer; the place goes to the next. */
  readonly leaveForum: LeaveForumResult;
  /** Lets mailings write to an address again. What holds for the whole installation is lifted by its mailing staff only. */
  readonly liftSuppression: LiftSuppressionResult;
  /**
   * Says a text of the house otherwise than it was shipped: in ICU MessageFormat, with the same placeholders. Pages and
   * letters speak so at once, other processes within seconds. For owners of the installation.
   */
  readonly mendText: MendTextResult;
  /** Makes two contacts one. The other stays as an address that the survivor is known by. */
  readonly mergeContacts: MergeContactsResult;
  /** Moves someone in a line, with a reason; the person is told the new turn, or is offered what is free. */
  readonly moveInLine: MoveInLineResult;
  /** Moves a session in time or to another room; without an end it keeps its length. Otherwise as scheduleSession. */
  readonly moveSession: ScheduleSessionResult;
  /** Opens registration. Published or closed to open. */
  readonly openRegistration: OpenRegistrationResult;
  /**
   * Staff let someone have a forum or departure beside what stands in its way, with a reason: a free place, or the one that is
   * offered. It is marked in the agenda, and the person is told. Capacity and who may come hold as ever.
   */
  readonly overrideClash: OverrideClashResult;
  /** Names a country or region otherwise on this installation, adds a code of the user-assigned range, or stops offering one. */
  readonly overrideCountry: OverrideCountryResult;
  /** Nothing more is begun within two seconds, until it is resumed. */
  readonly pauseCampaign: PauseCampaignResult;
  /** Shows the conference to the public. Draft to published. */
  readonly publishConference: PublishConferenceResult;
  /** Sets a job aside that waits, until somebody lets it begin anew. */
  readonly putWorkAside: PutWorkAsideResult;
  /** Notes an answer that came by phone, by letter or as a reply to the mail. */
  readonly recordAnswer: RecordAnswerResult;
  /** Redeems a sign-in link: sets the sign-in cookie, and gives a bearer token for programs that cannot keep cookies. */
  readonly redeemSignInLink: RedeemSignInLinkResult;
  /**
   * Registers a person and submits at once. The caller is signed in with the address it registers from, or staff registering
   * for someone (onBehalf). Takes a place, joins the line, or is refused.
   */
  readonly registerDelegate: RegisterDelegateResult;
  /**
   * Makes the draft what readers, feeds and agendas see. Whoever chose a forum that got another time or place is told, in one
   * letter a person. Refused while something blocks (programme.blocked), and where nothing has changed (programme.unchanged).
   */
  readonly releaseProgramme: ReleaseProgrammeResult;
  /** Takes contacts out of a list. */
  readonly removeFromContactList: ContactListChangedResult;
  /** Takes a session out of the programme; those who chose its forum are told. */
  readonly removeSession: RemoveSessionResult;
  /** Replaces the address of an account whose owner lost it; staff give a reason, and both addresses are told. */
  readonly replaceAddress: ReplaceAddressResult;
  /** Gives what an invitation gave to another person or address, who gets a letter. */
  readonly replaceInvitation: ReplaceInvitationResult;
  /** Asks for a new address for the caller's account: a link goes to the new address, a notice to the old one. */
  readonly requestAddressChange: RequestAddressChangeResult;
  /**
   * Sends a single-use sign-in link by mail to a delegate's address, valid for 10 minutes. Answers alike whether or not
   * the address is known, so that strangers learn nothing.
   */
  readonly requestSignInLink: RequestSignInLinkResult;
  /** Sends the link to a registration again to the address that manages it. */
  readonly resendRegistrationLink: ResendRegistrationLinkResult;
  /** Says a text again as it was shipped. */
  readonly resetText: ResetTextResult;
  /** Goes on with a campaign that was paused. */
  readonly resumeCampaign: ResumeCampaignResult;
  /** Lets work begin anew that was set aside: one piece, or all of a name. Done twice, it is the same. */
  readonly retryWork: RetryWorkResult;
  /** Shows a travel document in full to those allowed; the look is written to the audit log. */
  readonly revealTravelDocument: RevealTravelDocumentResult;
  /** Makes an API token unusable at once. */
  readonly revokeApiToken: RevokeApiTokenResult;
  /** Takes an invitation back; its link then says so politely. Who has registered by it stays registered. */
  readonly revokeInvitation: RevokeInvitationResult;
  /** Takes a role back. */
  readonly revokeRole: RevokeRoleResult;
  /** Makes an older release the newest one, and the draft; people are told as of any release. */
  readonly rollBackProgramme: ReleaseProgrammeResult;
  /** Keeps a filter and order of the list under a name. */
  readonly saveRegistrationView: SaveRegistrationViewResult;
  /**
   * Puts a session of a forum into a room at a time, or moves it. A room double-booked is refused; the rest are warnings.
   * Those who chose the forum are told of its new time or room by letter.
   */
  readonly scheduleSession: ScheduleSessionResult;
  /** Sends a template to at most five colleagues, in each language, over the same road as the campaign. It invites nobody. */
  readonly sendTest: SendTestResult;
  /**
   * Says how many places a category, forum or departure has; more are offered to the line at once. Fewer than are taken is
   * refused with the people it concerns, unless `overbook` decides, with a reason, to keep them all.
   */
  readonly setCapacity: SetCapacityResult;
  /** Sets the language of letters and pages for the caller's account. */
  readonly setLanguage: SetLanguageResult;
  /**
   * Says how long it takes between sites, instead of what was said before: from then on two things with too short a way
   * between them clash. What people hold already stays, and is shown as too tight.
   */
  readonly setTravelTimes: SetTravelTimesResult;
  /** Settles a letter of which it is not known whether it arrived: marks it as sent, or sends it once more with the same Message-ID. */
  readonly settleUnclearMessage: SettleUnclearMessageResult;
  /** Ends the sign-in that asks. */
  readonly signOut: SignOutResult;
  /** Ends every sign-in of the caller's account, on all devices. */
  readonly signOutEverywhere: SignOutResult;
  /** Starts a campaign, for whoever gives the number of its recipients. Another number is refused with the true one, and nothing is sent. */
  readonly startCampaign: StartCampaignResult;
  /** Begins a draft, which takes no place. */
  readonly startRegistration: StartRegistrationResult;
  /**
   * Decides many registrations at once, one after the other, in the background: those picked, or all that match a filter.
   * Whom it concerns is settled when it starts; with `count` it starts only where as many match as were seen.
   */
  readonly startRegistrationRun: StartRegistrationRunResult;
  /** Stops such a decision before its next registration; what is done stays. */
  readonly stopRegistrationRun: StopRegistrationRunResult;
  /** Lets no further reminder follow by a rule. */
  readonly stopReminderRule: StopReminderRuleResult;
  /** Submits a draft: checks that all is there, takes a place or joins the line. */
  readonly submitRegistration: SubmitRegistrationResult;
  /** Keeps mailings of a conference from writing to an address. One that is on the list already stays as it is. */
  readonly suppressAddress: SuppressAddressResult;
  /** Leaves one departure for another in one step; the old seat is given up only when the new one is certain. */
  readonly swapDeparture: SwapDepartureResult;
  /** Puts tags on a registration and takes others off; at most 20 of 40 characters. The delegate is not told. */
  readonly tagRegistration: TagRegistrationResult;
  /** Says that a registration made under another address is that of the invited. */
  readonly tieInvitation: TieInvitationResult;
  /** Takes back what an import wrote; what someone changed or used since is kept. */
  readonly undoImport: ImportContactsResult;
  /** Makes two contacts of one again. */
  readonly undoMerge: MergeContactsResult;
  /** Changes a saved filter. */
  readonly updateAudience: UpdateAudienceResult;
  /** Changes a campaign that was not started yet. */
  readonly updateCampaign: UpdateCampaignResult;
  /** Changes texts, dates, hosts and settings of a conference. Absent fields stay. */
  readonly updateConference: UpdateConferenceResult;
  /** Changes what is known of a contact. */
  readonly updateContact: UpdateContactResult;
  /** Changes a delegation, the whole of it; a new head is told by letter, the old one loses the role at once. */
  readonly updateDelegation: UpdateDelegationResult;
  /** Changes a forum. Absent fields stay. */
  readonly updateForum: UpdateForumResult;
  /** Changes what an invitation gives: until when, how many places, which category, forums and visits. A later end opens one that ran out anew. */
  readonly updateInvitation: UpdateInvitationResult;
  /** Changes a draft, or a submitted registration until the deadline for edits. Absent fields stay; null empties. */
  readonly updateRegistration: UpdateRegistrationResult;
  /** Changes a template; campaigns that were started keep their words. */
  readonly updateTemplate: UpdateTemplateResult;
  /** Changes a visit. Who has a seat on a coming departure of it or is offered one is told where its name, route, things to bring or the data that its site needs are another. */
  readonly updateVisit: UpdateVisitResult;
  /** Takes a registration back at the delegate's wish (withdrawn), or by staff with a reason (cancelled). Frees every place the person holds. */
  readonly withdrawRegistration: WithdrawRegistrationResult;
};


export type MutationAcceptOfferArgs = {
  idempotencyKey: InputMaybe<Scalars['String']['input']>;
  input: AcceptOfferInput;
};


export type MutationAcceptStaffInvitationArgs = {
  input: AcceptStaffInvitationInput;
};


export type MutationAddDepartureArgs = {
  idempotencyKey: InputMaybe<Scalars['String']['input']>;
  input: AddDepartureInput;
};


export type MutationAddSpeakerArgs = {
  input: AddSpeakerInput;
};


export type MutationAnswerInvitationArgs = {
  input: AnswerInvitationInput;
};


export type MutationApplyImportArgs = {
  id: Scalars['ID']['input'];
};


export type MutationApproveRegistrationsArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
  note: InputMaybe<Scalars['String']['input']>;
};


export type MutationArchiveAudienceArgs = {
  id: Scalars['ID']['input'];
};


export type MutationArchiveCampaignArgs = {
  id: Scalars['ID']['input'];
};


export type MutationArchiveConferenceArgs = {
  id: Scalars['ID']['input'];
};


export type MutationArchiveTemplateArgs = {
  id: Scalars['ID']['input'];
};


export type MutationBookDepartureArgs = {
  idempotencyKey: InputMaybe<Scalars['String']['input']>;
  input: BookDepartureInput;
};


export type MutationBookForPartyArgs = {
  idempotencyKey: InputMaybe<Scalars['String']['input']>;
  input: BookForPartyInput;
};


export type MutationCancelBookingArgs = {
  input: CancelBookingInput;
};


export type MutationCancelCampaignArgs = {
  id: Scalars['ID']['input'];
};


export type MutationCancelDepartureArgs = {
  idempotencyKey: InputMaybe<Scalars['String']['input']>;
  input: CancelDepartureInput;
};


export type MutationChangeDepartureArgs = {
  input: ChangeDepartureInput;
};


export type MutationChangeRoleArgs = {
  id: Scalars['ID']['input'];
  role: Role;
};


export type MutationCheckImportArgs = {
  input: CheckImportInput;
};


export type MutationChooseForumArgs = {
  idempotencyKey: InputMaybe<Scalars['String']['input']>;
  input: ChooseForumInput;
};


export type MutationCloneConferenceArgs = {
  idempotencyKey: InputMaybe<Scalars['String']['input']>;
  input: CloneConferenceInput;
};


export type MutationCloneProgrammeArgs = {
  idempotencyKey: InputMaybe<Scalars['String']['input']>;
  input: CloneProgrammeInput;
};


export type MutationCloseRegistrationArgs = {
  conferenceId: Scalars['ID']['input'];
};


export type MutationCompleteBookingArgs = {
  input: CompleteBookingInput;
};


export type MutationConfirmAddressChangeArgs = {
  token: Scalars['String']['input'];
};


export type MutationConfirmBookingArgs = {
  input: CancelBookingInput;
};


export type MutationConfirmSpeakerArgs = {
  input: ConfirmSpeakerInput;
};


export type MutationCreateApiTokenArgs = {
  idempotencyKey: InputMaybe<Scalars['String']['input']>;
  input: CreateApiTokenInput;
};


export type MutationCreateAudienceArgs = {
  idempotencyKey: InputMaybe<Scalars['String']['input']>;
  input: CreateAudienceInput;
};


export type MutationCreateCampaignArgs = {
  idempotencyKey: InputMaybe<Scalars['String']['input']>;
  input: CreateCampaignInput;
};


export type MutationCreateConferenceArgs = {
  idempotencyKey: InputMaybe<Scalars['String']['input']>;
  input: CreateConferenceInput;
};


export type MutationCreateContactArgs = {
  idempotencyKey: InputMaybe<Scalars['String']['input']>;
  input: CreateContactInput;
};


export type MutationCreateContactListArgs = {
  input: CreateContactListInput;
};


export type MutationCreateDelegationArgs = {
  input: CreateDelegationInput;
};


export type MutationCreateEquipmentArgs = {
  idempotencyKey: InputMaybe<Scalars['String']['input']>;
  input: CreateEquipmentInput;
};


export type MutationCreateForumArgs = {
  idempotencyKey: InputMaybe<Scalars['String']['input']>;
  input: CreateForumInput;
};


export type MutationCreateInvitationsArgs = {
  input: CreateInvitationsInput;
};


export type MutationCreateReminderRuleArgs = {
  idempotencyKey: InputMaybe<Scalars['String']['input']>;
  input: CreateReminderRuleInput;
};


export type MutationCreateRoomArgs = {
  idempotencyKey: InputMaybe<Scalars['String']['input']>;
  input: CreateRoomInput;
};


export type MutationCreateSeriesArgs = {
  idempotencyKey: InputMaybe<Scalars['String']['input']>;
  input: CreateSeriesInput;
};


export type MutationCreateTemplateArgs = {
  idempotencyKey: InputMaybe<Scalars['String']['input']>;
  input: CreateTemplateInput;
};


export type MutationCreateVenueArgs = {
  idempotencyKey: InputMaybe<Scalars['String']['input']>;
  input: CreateVenueInput;
};


export type MutationCreateVisitArgs = {
  idempotencyKey: InputMaybe<Scalars['String']['input']>;
  input: CreateVisitInput;
};


export type MutationDeclineOfferArgs = {
  input: DeclineOfferInput;
};


export type MutationDeclineRegistrationsArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
  reason: Scalars['String']['input'];
};


export type MutationDefineCategoryArgs = {
  idempotencyKey: InputMaybe<Scalars['String']['input']>;
  input: DefineCategoryInput;
};


export type MutationDeleteContactListArgs = {
  conferenceId: Scalars['ID']['input'];
  listId: Scalars['ID']['input'];
};


export type MutationDeleteRegistrationViewArgs = {
  id: Scalars['ID']['input'];
};


export type MutationDismissDuplicateArgs = {
  conferenceId: Scalars['ID']['input'];
  one: Scalars['ID']['input'];
  other: Scalars['ID']['input'];
};


export type MutationFillContactListArgs = {
  conferenceId: Scalars['ID']['input'];
  filter: InputMaybe<ContactFilter>;
  listId: Scalars['ID']['input'];
};


export type MutationGrantRoleArgs = {
  input: GrantRoleInput;
};


export type MutationImportContactsArgs = {
  idempotencyKey: InputMaybe<Scalars['String']['input']>;
  input: ImportContactsInput;
};


export type MutationImportProgrammeArgs = {
  idempotencyKey: InputMaybe<Scalars['String']['input']>;
  input: ImportProgrammeInput;
};


export type MutationImportSuppressionsArgs = {
  conferenceId: Scalars['ID']['input'];
  list: Scalars['String']['input'];
};


export type MutationInviteMemberArgs = {
  input: InviteMemberInput;
};


export type MutationInviteStaffArgs = {
  idempotencyKey: InputMaybe<Scalars['String']['input']>;
  input: InviteStaffInput;
};


export type MutationInviteToForumArgs = {
  input: InviteToForumInput;
};


export type MutationLeaveForumArgs = {
  input: LeaveForumInput;
};


export type MutationLiftSuppressionArgs = {
  id: Scalars['ID']['input'];
};


export type MutationMendTextArgs = {
  input: MendTextInput;
};


export type MutationMergeContactsArgs = {
  input: MergeContactsInput;
};


export type MutationMoveInLineArgs = {
  input: MoveInLineInput;
};


export type MutationMoveSessionArgs = {
  input: MoveSessionInput;
};


export type MutationOpenRegistrationArgs = {
  conferenceId: Scalars['ID']['input'];
};


export type MutationOverrideClashArgs = {
  input: OverrideClashInput;
};


export type MutationOverrideCountryArgs = {
  input: OverrideCountryInput;
};


export type MutationPauseCampaignArgs = {
  id: Scalars['ID']['input'];
};


export type MutationPublishConferenceArgs = {
  id: Scalars['ID']['input'];
};


export type MutationPutWorkAsideArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRecordAnswerArgs = {
  input: RecordAnswerInput;
};


export type MutationRedeemSignInLinkArgs = {
  input: RedeemSignInLinkInput;
};


export type MutationRegisterDelegateArgs = {
  idempotencyKey: InputMaybe<Scalars['String']['input']>;
  input: RegisterDelegateInput;
};


export type MutationReleaseProgrammeArgs = {
  idempotencyKey: InputMaybe<Scalars['String']['input']>;
  input: ReleaseProgrammeInput;
};


export type MutationRemoveFromContactListArgs = {
  conferenceId: Scalars['ID']['input'];
  contactIds: ReadonlyArray<Scalars['ID']['input']>;
  listId: Scalars['ID']['input'];
};


export type MutationRemoveSessionArgs = {
  id: Scalars['ID']['input'];
};


export type MutationReplaceAddressArgs = {
  input: ReplaceAddressInput;
};


export type MutationReplaceInvitationArgs = {
  input: ReplaceInvitationInput;
};


export type MutationRequestAddressChangeArgs = {
  input: RequestAddressChangeInput;
};


export type MutationRequestSignInLinkArgs = {
  input: RequestSignInLinkInput;
};


export type MutationResendRegistrationLinkArgs = {
  registrationId: Scalars['ID']['input'];
};


export type MutationResetTextArgs = {
  input: ResetTextInput;
};


export type MutationResumeCampaignArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRetryWorkArgs = {
  input: RetryWorkInput;
};


export type MutationRevealTravelDocumentArgs = {
  reason: Scalars['String']['input'];
  registrationId: Scalars['ID']['input'];
};


export type MutationRevokeApiTokenArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRevokeInvitationArgs = {
  id: Scalars['ID']['input'];
  reason: InputMaybe<Scalars['String']['input']>;
};


export type MutationRevokeRoleArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRollBackProgrammeArgs = {
  idempotencyKey: InputMaybe<Scalars['String']['input']>;
  input: RollBackProgrammeInput;
};


export type MutationSaveRegistrationViewArgs = {
  input: SaveRegistrationViewInput;
};


export type MutationScheduleSessionArgs = {
  idempotencyKey: InputMaybe<Scalars['String']['input']>;
  input: ScheduleSessionInput;
};


export type MutationSendTestArgs = {
  input: SendTestInput;
};


export type MutationSetCapacityArgs = {
  input: SetCapacityInput;
};


export type MutationSetLanguageArgs = {
  locale: Scalars['String']['input'];
};


export type MutationSetTravelTimesArgs = {
  input: SetTravelTimesInput;
};


export type MutationSettleUnclearMessageArgs = {
  arrived: Scalars['Boolean']['input'];
  id: Scalars['ID']['input'];
};


export type MutationStartCampaignArgs = {
  id: Scalars['ID']['input'];
  recipients: Scalars['Int']['input'];
};


export type MutationStartRegistrationArgs = {
  idempotencyKey: InputMaybe<Scalars['String']['input']>;
  input: StartRegistrationInput;
};


export type MutationStartRegistrationRunArgs = {
  idempotencyKey: InputMaybe<Scalars['String']['input']>;
  input: StartRegistrationRunInput;
};


export type MutationStopRegistrationRunArgs = {
  id: Scalars['ID']['input'];
};


export type MutationStopReminderRuleArgs = {
  id: Scalars['ID']['input'];
};


export type MutationSubmitRegistrationArgs = {
  idempotencyKey: InputMaybe<Scalars['String']['input']>;
  input: SubmitRegistrationInput;
};


export type MutationSuppressAddressArgs = {
  input: SuppressAddressInput;
};


export type MutationSwapDepartureArgs = {
  idempotencyKey: InputMaybe<Scalars['String']['input']>;
  input: SwapDepartureInput;
};


export type MutationTagRegistrationArgs = {
  input: TagRegistrationInput;
};


export type MutationTieInvitationArgs = {
  input: TieInvitationInput;
};


export type MutationUndoImportArgs = {
  id: Scalars['ID']['input'];
};


export type MutationUndoMergeArgs = {
  conferenceId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
};


export type MutationUpdateAudienceArgs = {
  input: UpdateAudienceInput;
};


export type MutationUpdateCampaignArgs = {
  input: UpdateCampaignInput;
};


export type MutationUpdateConferenceArgs = {
  input: UpdateConferenceInput;
};


export type MutationUpdateContactArgs = {
  input: UpdateContactInput;
};


export type MutationUpdateDelegationArgs = {
  input: UpdateDelegationInput;
};


export type MutationUpdateForumArgs = {
  input: UpdateForumInput;
};


export type MutationUpdateInvitationArgs = {
  input: UpdateInvitationInput;
};


export type MutationUpdateRegistrationArgs = {
  input: UpdateRegistrationInput;
};


export type MutationUpdateTemplateArgs = {
  input: UpdateTemplateInput;
};


export type MutationUpdateVisitArgs = {
  input: UpdateVisitInput;
};


export type MutationWithdrawRegistrationArgs = {
  input: WithdrawRegistrationInput;
};

/** Order of the parts of a name. */
export type NameOrder =
  /** Family name first, as in Chinese, Korean and Hungarian. */
  | 'FAMILY_FIRST'
  /** Given name first. */
  | 'GIVEN_FIRST';

/** Whom a site lets in by nationality. */
export type NationalityRule =
  /** Everybody. */
  | 'ANY'
  /** All but those listed. */
  | 'EXCEPT'
  /** Only those listed. */
  | 'ONLY';

/** There is no place, or fewer than asked for. */
export type NoPlaces = Refusal & {
  /** places.full where a line may be joined, places.line-full or places.no-line where not. */
  readonly code: Scalars['String']['output'];
  /** Whether one may still join the line for a place. */
  readonly lineOpen: Scalars['Boolean']['output'];
  /** For people, in the caller's language. */
  readonly message: Scalars['String']['output'];
  /** Places that are left; fewer than were asked for. */
  readonly remaining: Scalars['Int']['output'];
};

/** A freed place, held for someone until it expires. */
export type Offer = {
  /** Until when it can be accepted. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** Stable. */
  readonly id: Scalars['ID']['output'];
  /** Whether it still can be accepted. */
  readonly isOpen: Scalars['Boolean']['output'];
  /** What is offered: the title of the category, forum or visit. */
  readonly title: Scalars['LocalizedText']['output'];
};

/** An accepted or declined offer. */
export type OfferAnswered = {
  /** The item of the agenda; null for the offer of a category. */
  readonly item: Maybe<AgendaItem>;
  /** The registration as it is now. */
  readonly registration: Registration;
};

/** An offer with all that one wants to know before answering it. */
export type OfferedPlace = {
  /** Of which conference. */
  readonly conference: Conference;
  /** The forum or departure as the agenda has it; null for the place in a category, and for an offer that has ended. */
  readonly item: Maybe<AgendaItem>;
  /** The offer. */
  readonly offer: Offer;
  /** For how many people. */
  readonly party: Scalars['Int']['output'];
  /** To which registration. */
  readonly registrationId: Scalars['ID']['output'];
};

/** Who registers for someone else, and how it came in: staff, or the head of the delegation, whose entries count as SELF. */
export type OnBehalfInput = {
  /** Address that will manage the registration and receive its letters. */
  readonly email: Scalars['String']['input'];
  /** How it came in. */
  readonly origin: RegistrationOrigin;
};

/** Answer to openRegistration. */
export type OpenRegistrationResult = Conference | PlainRefusal;

/** What staff let someone have. */
export type OverrideClashInput = {
  /** The forum's or departure's pool, as Places names it. */
  readonly poolId: Scalars['ID']['input'];
  /** Why; it stays with the place. */
  readonly reason: Scalars['String']['input'];
  /** The registration. */
  readonly registrationId: Scalars['ID']['input'];
};

/** Answer to overrideClash: what the forum or departure itself refuses, agenda.nothing-in-the-way, or no free place. */
export type OverrideClashResult = ClashOverridden | InvalidInput | NoPlaces | PlainRefusal;

/** What this installation says of a country or region otherwise than ISO 3166-1. */
export type OverrideCountryInput = {
  /** The code. */
  readonly code: Scalars['String']['input'];
  /** Whether it is no longer offered; answers that were given stay. */
  readonly hidden: Scalars['Boolean']['input'];
  /** Its names; the usual ones where null. */
  readonly names?: InputMaybe<Scalars['LocalizedText']['input']>;
};

/** Answer to overrideCountry. */
export type OverrideCountryResult = CountryOverridden | InvalidInput | PlainRefusal;

/** Where a page of a connection ends (Relay cursor connections). */
export type PageInfo = {
  /** The cursor to pass as `after` for the next page. */
  readonly endCursor: Maybe<Scalars['String']['output']>;
  /** Whether another page follows. */
  readonly hasNextPage: Scalars['Boolean']['output'];
};

/** A party that was booked. */
export type PartyBooked = {
  /** One item an agenda of each registration, in the order of their ids. */
  readonly items: ReadonlyArray<AgendaItem>;
};

/** Answer to pauseCampaign. */
export type PauseCampaignResult = Campaign | PlainRefusal;

/** People whose letters are in one language. */
export type PeopleByLanguage = {
  /** BCP 47. */
  readonly locale: Scalars['String']['output'];
  /** How many. */
  readonly people: Scalars['Int']['output'];
};

/** People whom one kind of change concerns. */
export type PeopleByReason = {
  /** How many. */
  readonly people: Scalars['Int']['output'];
  /** The kind of change. */
  readonly reason: DifferenceKind;
};

/** A human being across conferences. */
export type Person = {
  /** Stable. */
  readonly id: Scalars['ID']['output'];
  /** How the person is called. */
  readonly names: PersonNames;
  /** ISO 3166-1 alpha-2, or a code of the installation's own table. */
  readonly nationality: Maybe<Scalars['String']['output']>;
  /** The registrations of this person that the caller may see, newest first. */
  readonly registrations: ReadonlyArray<Registration>;
  /** Country or region of residence, likewise. */
  readonly residence: Maybe<Scalars['String']['output']>;
};

/** A person's name as that person writes it. */
export type PersonNames = {
  /** On the badge. */
  readonly badge: Scalars['String']['output'];
  /** The name in full, in the person's order, native where there is one. */
  readonly full: Scalars['String']['output'];
  /** The name in full in Latin letters, in the person's order. */
  readonly fullLatin: Scalars['String']['output'];
  /** Family name in Latin letters, as in the passport. */
  readonly latinFamily: Scalars['String']['output'];
  /** Given names in Latin letters, as in the passport; null where the passport has one name only. */
  readonly latinGiven: Maybe<Scalars['String']['output']>;
  /** As written in the person's own script. */
  readonly native: Maybe<Scalars['String']['output']>;
  /** Which comes first when the name is said. */
  readonly order: NameOrder;
  /** Salutation, as the person wishes to be addressed, for example Dr. */
  readonly salutation: Maybe<Scalars['String']['output']>;
};

/** A person's name. */
export type PersonNamesInput = {
  /** On the badge; made from the names where absent. */
  readonly badge?: InputMaybe<Scalars['String']['input']>;
  /** Family name in Latin letters, as in the passport; the only name where there is one. */
  readonly latinFamily: Scalars['String']['input'];
  /** Given names in Latin letters. */
  readonly latinGiven?: InputMaybe<Scalars['String']['input']>;
  /** As written in the person's own script. */
  readonly native?: InputMaybe<Scalars['String']['input']>;
  /** Which comes first. */
  readonly order: NameOrder;
  /** Salutation. */
  readonly salutation?: InputMaybe<Scalars['String']['input']>;
};

/** Someone whom a release would write to. */
export type PersonToTell = {
  /** The forums it is about. */
  readonly forumIds: ReadonlyArray<Scalars['ID']['output']>;
  /** Language of the letter, BCP 47. */
  readonly locale: Scalars['String']['output'];
  /** The name. */
  readonly name: Scalars['String']['output'];
  /** The registration. */
  readonly registrationId: Scalars['ID']['output'];
};

/** Something that the house has still to do. What it is about is ids, and stays with the house. */
export type PieceOfWork = {
  /** When it was asked for. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it is due. */
  readonly dueAt: Scalars['DateTime']['output'];
  /** When it was set aside. */
  readonly failedAt: Maybe<Scalars['DateTime']['output']>;
  /** Why it failed the last time, with the fault's id in the log. */
  readonly failure: Maybe<Scalars['String']['output']>;
  /** How often it has failed. */
  readonly failures: Scalars['Int']['output'];
  /** Its number in the outbox. */
  readonly id: Scalars['ID']['output'];
  /** What is to be done. */
  readonly name: Scalars['String']['output'];
  /** The state. */
  readonly state: WorkState;
};

/** A page of work. */
export type PieceOfWorkConnection = {
  /** The pieces of work with their cursors. */
  readonly edges: ReadonlyArray<PieceOfWorkEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A piece of work in a list. */
export type PieceOfWorkEdge = {
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The piece of work. */
  readonly node: PieceOfWork;
};

/** A pool of places as anyone may see it. */
export type Places = {
  /** Whether one may join the line. */
  readonly lineOpen: Scalars['Boolean']['output'];
  /** The pool, as waiting lists and offers name it. */
  readonly poolId: Scalars['ID']['output'];
  /** How many are left; null means as many as come. */
  readonly remaining: Maybe<Scalars['Int']['output']>;
  /** How many there are; null means as many as come. */
  readonly size: Maybe<Scalars['Int']['output']>;
  /** How many are held, offered or confirmed. */
  readonly taken: Scalars['Int']['output'];
  /** How many people wait in the line. */
  readonly waiting: Scalars['Int']['output'];
};

/** A refusal that its code and message explain fully. */
export type PlainRefusal = Refusal & {
  /** Stable, for programs. */
  readonly code: Scalars['String']['output'];
  /** For people, in the caller's language. */
  readonly message: Scalars['String']['output'];
};

/** Why a reader is shown in a preview. */
export type PreviewReason =
  /** Reads another language than the template has. */
  | 'FALLBACK_LANGUAGE'
  /** An ordinary reader of one of its languages. */
  | 'LANGUAGE'
  /** The longest name. */
  | 'LONGEST_NAME'
  /** Something is missing that the template says. */
  | 'MISSING_FIELD'
  /** A name that is written from right to left. */
  | 'RIGHT_TO_LEFT'
  /** Made up, since there is no such contact. */
  | 'SAMPLE';

/** All that is on the programme. */
export type Programme = {
  /** Path on this site of its calendar feed (iCalendar). */
  readonly calendarPath: Scalars['String']['output'];
  /** Its conference. */
  readonly conference: Conference;
  /** Forums in order of their first session; never more than 200. */
  readonly forums: ReadonlyArray<Forum>;
  /** Raised by every change that readers can see. */
  readonly version: Scalars['Int']['output'];
};

/** A programme that was begun. */
export type ProgrammeCloned = {
  /** How many forums. */
  readonly forums: Scalars['Int']['output'];
  /** How many sessions. */
  readonly sessions: Scalars['Int']['output'];
};

/** A column of a spreadsheet, and what it was taken for. */
export type ProgrammeColumn = {
  /** title, forum, room, date, start, end, time (from and until in one cell), minutes, speakers, moderator, description, kind, language or id. */
  readonly column: Scalars['String']['output'];
  /** Its header. */
  readonly header: Scalars['String']['output'];
  /** The language of its cells, where the header says so. */
  readonly locale: Maybe<Scalars['String']['output']>;
};

/** What one programme has otherwise than another, for one session of a forum or for a forum itself. */
export type ProgrammeDifference = {
  /** As they will see it; null for what is gone. */
  readonly after: Maybe<DifferenceSide>;
  /** As readers saw it; null for what is new. */
  readonly before: Maybe<DifferenceSide>;
  /** Who changed it last, for those who may know; null for programs. */
  readonly changedBy: Maybe<Scalars['String']['output']>;
  /** The forum. */
  readonly forumId: Scalars['ID']['output'];
  /** Its title. */
  readonly forumTitle: Scalars['LocalizedText']['output'];
  /** In which ways. */
  readonly kinds: ReadonlyArray<DifferenceKind>;
  /** The session; null where it is about the forum itself. */
  readonly sessionId: Maybe<Scalars['ID']['output']>;
};

/** The programme that editors work on. */
export type ProgrammeDraft = {
  /** The release that readers see; null before the first, when readers see every edit at once. */
  readonly basedOn: Maybe<ProgrammeRelease>;
  /** Its conference. */
  readonly conference: Conference;
  /** What the next release would change. */
  readonly differences: ReadonlyArray<ProgrammeDifference>;
  /** Equipment that sessions may need; for those who edit the whole programme, else empty. */
  readonly equipment: ReadonlyArray<Equipment>;
  /** Forums in order of their first session, with sessions, rooms and speakers of the draft. */
  readonly forums: ReadonlyArray<Forum>;
  /** What an editor should look at. */
  readonly warnings: ReadonlyArray<ProgrammeWarning>;
};

/** A programme that was taken in. */
export type ProgrammeImported = {
  /** Sessions that are new. */
  readonly added: Scalars['Int']['output'];
  /** Sessions that were there already. */
  readonly changed: Scalars['Int']['output'];
  /** Of a spreadsheet: which column was taken for what. */
  readonly columns: ReadonlyArray<ProgrammeColumn>;
  /** Forums they are in. */
  readonly forums: Scalars['Int']['output'];
  /** Whether it was only tried. */
  readonly isDryRun: Scalars['Boolean']['output'];
  /** Rooms that the conference has under no such name; their sessions have none yet. */
  readonly unknownRooms: ReadonlyArray<Scalars['String']['output']>;
};

/** What was shown to readers from one moment on. */
export type ProgrammeRelease = {
  /** Against the release before. */
  readonly differences: ReadonlyArray<ProgrammeDifference>;
  /** Stable. */
  readonly id: Scalars['ID']['output'];
  /** For the editors. */
  readonly note: Maybe<Scalars['String']['output']>;
  /** 1, 2, 3 and so on in its conference. */
  readonly number: Scalars['Int']['output'];
  /** When it was made. */
  readonly releasedAt: Scalars['DateTime']['output'];
  /** The release that was brought back, where this is a roll-back. */
  readonly restores: Maybe<Scalars['Int']['output']>;
};

/** A release that was made. */
export type ProgrammeReleased = {
  /** How many people are written to. */
  readonly notified: Scalars['Int']['output'];
  /** The release. */
  readonly release: ProgrammeRelease;
};

/** A spreadsheet with a programme; its columns are found by the words of their headers, English or Chinese. */
export type ProgrammeTableInput = {
  /** An XLSX or CSV file in Base64, at most 700 kB. */
  readonly base64: Scalars['String']['input'];
  /** The sheet of a workbook; its first visible one where absent. */
  readonly sheet?: InputMaybe<Scalars['String']['input']>;
};

/** Something an editor should look at. */
export type ProgrammeWarning = {
  /** Whether it keeps the programme from being released. */
  readonly blocks: Scalars['Boolean']['output'];
  /**
   * Stable: programme.room-double-booked (blocks), programme.agendas-clash, programme.speaker-overlap, programme.speaker-unavailable,
   * programme.speaker-declined, programme.equipment-overlap, programme.equipment-elsewhere, programme.booths-lacking,
   * programme.travel-too-short, programme.forum-overlap, programme.room-too-small, programme.outside-dates,
   * programme.untranslated-title.
   */
  readonly code: Scalars['String']['output'];
  /** For people, in the caller's language. */
  readonly message: Scalars['String']['output'];
  /** Names of those whose agendas clash, at most 20; for those who may read registrations, else empty. */
  readonly people: ReadonlyArray<Scalars['String']['output']>;
  /** The sessions it is about. */
  readonly sessions: ReadonlyArray<Session>;
};

/** Answer to publishConference. */
export type PublishConferenceResult = Conference | PlainRefusal;

/** Answer to putWorkAside: job.under-way where a worker is doing it at this moment, job.unknown where it is done. */
export type PutWorkAsideResult = PlainRefusal | WorkPutAside;

export type Query = {
  /** API tokens of the installation or of the caller, newest first; secrets are never shown again. */
  readonly apiTokens: ApiTokenConnection;
  /** One saved audience. */
  readonly audience: Maybe<Audience>;
  /** Saved audiences of a conference, newest first. */
  readonly audiences: AudienceConnection;
  /**
   * What was done by whom, newest first: of the conference that the filter names, or of all that the caller owns; an owner of
   * the installation reads also what belongs to no conference.
   */
  readonly auditLog: AuditEntryConnection;
  /**
   * Whether all of the audit log is what was written, for the owners of the installation: its seals are walked from the first
   * line to the last, which takes some seconds for each hundred thousand lines.
   */
  readonly auditLogCheck: AuditLogCheck;
  /** Whom a registration brings along on a departure, as far as they were named; for its own account and staff who may read registrations. */
  readonly bookedCompanions: ReadonlyArray<BookedCompanion>;
  /** Bookings of a departure for staff, in order of booking. */
  readonly bookings: BookingConnection;
  /** One campaign. Its progress live: `GET /campaigns/:id/progress` (server-sent events). */
  readonly campaign: Maybe<Campaign>;
  /** How far those came who were written to, most recipients first, at most 500 rows. All of them as a file: `GET /exports/campaigns?conferenceId=&by=&format=csv|xlsx`. */
  readonly campaignFigures: ReadonlyArray<CampaignFigure>;
  /** Campaigns of a conference, newest first; reminders that rules have made are among them. */
  readonly campaigns: CampaignConnection;
  /** What the house says in a language beside the English, in the order of the keys. For owners of the installation. */
  readonly catalogueTexts: CatalogueTextConnection;
  /** A published conference by the slug in its address; staff also see unpublished ones. Null where there is none. */
  readonly conference: Maybe<Conference>;
  /** Conferences, newest first; published ones for everybody, all in the caller's scopes for staff. */
  readonly conferences: ConferenceConnection;
  /** A contact of the conference's series; null where there is none. */
  readonly contact: Maybe<Contact>;
  /** What the contacts of the conference's series can be filtered by: their countries, languages and tags, the most frequent first. */
  readonly contactFacets: ContactFacets;
  /** An import; null where there is none. */
  readonly contactImport: Maybe<ContactImport>;
  /** Imports of a conference, newest first. */
  readonly contactImports: ContactImportConnection;
  /** The lists that staff keep of the series' contacts, by name. */
  readonly contactLists: ReadonlyArray<ContactList>;
  /** Contacts that were made one, newest first; undone ones too. */
  readonly contactMerges: ContactMergeConnection;
  /** Contacts of the conference's series for its staff, by name. */
  readonly contacts: ContactConnection;
  /** How many a filter finds at this moment, saved or not. */
  readonly countAudience: AudienceCount;
  /** Countries and regions that may be answered on this installation, in the caller's language and its alphabetical order. */
  readonly countries: ReadonlyArray<Country>;
  /** One delegation: for its head, and for staff who may read invitations or manage delegations. */
  readonly delegation: Maybe<Delegation>;
  /** Delegations of a conference for its staff, newest first. */
  readonly delegations: DelegationConnection;
  /** One departure. */
  readonly departure: Maybe<Departure>;
  /** What a registration may go on instead of a departure, for its own account, staff, or whoever follows the link of a letter. */
  readonly departureAlternatives: DepartureAlternatives;
  /** Contacts that may be one person, the surest first. */
  readonly duplicateContacts: DuplicateContactsConnection;
  /** How full the forums with sign-up and the departures are, in the order of the programme. People are counted, nobody is named. */
  readonly fillFigures: ReadonlyArray<FillFigure>;
  /** Who of a conference holds two things at one time, or too close to get from one to the other, and why; for staff. */
  readonly heldTogether: ReadonlyArray<HeldTogether>;
  /** How this server is set up and how it fares, for the owners of the installation. */
  readonly installation: Installation;
  /** What the link of an invitation opens: what the invitation itself says and nothing else that is stored. Asking changes nothing, as often as mail scanners do; null where the link is none of ours. */
  readonly invitation: Maybe<InvitationCard>;
  /** How the invitations of a conference stand, by state; states without one are left out. */
  readonly invitationCounts: ReadonlyArray<InvitationCount>;
  /** Invitations of a conference for its staff, newest first. */
  readonly invitations: InvitationConnection;
  /** One invitation with its history: for staff who may read invitations and for the head of its delegation. */
  readonly issuedInvitation: Maybe<Invitation>;
  /** The languages of the house in the order in which pages offer them, and how far each has come. */
  readonly languages: ReadonlyArray<Language>;
  /** Who is on a departure, for staff, in the order of the bus; that it was read is written down. Files: `/exports/manifest?departureId=&format=pdf|xlsx`. */
  readonly manifest: Manifest;
  /** Who asks: the signed-in account with its persons and roles, or null for someone not signed in. */
  readonly me: Maybe<Account>;
  /** Letters by kind, language and state. */
  readonly messageFigures: ReadonlyArray<MessageFigure>;
  /** The ledger of letters of a conference for its staff, newest first. */
  readonly messages: MessageConnection;
  /** Everything that one registration of the caller holds, waits for or is offered, in order of time. */
  readonly myAgenda: Maybe<Agenda>;
  /** Delegations that the caller heads, newest first. */
  readonly myDelegations: ReadonlyArray<Delegation>;
  /** The caller's newest registration in a conference, or null. */
  readonly myRegistration: Maybe<Registration>;
  /** The registrations that the caller manages, in one conference by slug or in all; drafts too, newest first. */
  readonly myRegistrations: RegistrationConnection;
  /** What is offered, before it is answered: for whoever has the letter's link, manages the registration, or may read it as staff. */
  readonly offeredPlace: OfferedPlace;
  /** Whom a release would write to if it were made now; asking changes nothing. */
  readonly previewRelease: ReleasePreview;
  /** A template as real contacts will read it, those first with whom it is most likely to look wrong. */
  readonly previewTemplate: ReadonlyArray<TemplatePreview>;
  /** The programme of a conference as the public sees it: forums with their sessions, in order of time; for a signed-in delegate, what is theirs in it. */
  readonly programme: Programme;
  /** What the next release would change for readers: forums, then sessions in order of time. */
  readonly programmeDiff: ReadonlyArray<ProgrammeDifference>;
  /** The programme as editors have it before the next release. Until the first release readers see every edit at once. */
  readonly programmeDraft: ProgrammeDraft;
  /** Releases of a programme, newest first; at most the last 100. */
  readonly programmeReleases: ReadonlyArray<ProgrammeRelease>;
  /** What an editor should look at: speakers in two places, rooms too small, missing translations. */
  readonly programmeWarnings: ReadonlyArray<ProgrammeWarning>;
  /** A letter that the house has ready, in all of its languages, to begin with. */
  readonly readyMadeTemplate: ReadonlyArray<TemplateText>;
  /** One registration: for staff, and for the account that manages it. */
  readonly registration: Maybe<Registration>;
  /** Numbers of a conference, for reports and for tying out. */
  readonly registrationFigures: RegistrationFigures;
  /** One of them, to see how far it is. Null where there is none. */
  readonly registrationRun: Maybe<RegistrationRun>;
  /** Decisions over many registrations, newest first. */
  readonly registrationRuns: RegistrationRunConnection;
  /** The tags that registrations of a conference bear, by name; the first 500. */
  readonly registrationTags: ReadonlyArray<RegistrationTag>;
  /** A kept filter by the link that somebody passed on: whoever may read the registrations may look through it. */
  readonly registrationView: RegistrationView;
  /** The filters that the caller keeps for a conference, by name; never more than 50. */
  readonly registrationViews: ReadonlyArray<RegistrationView>;
  /** Registrations of a conference for its staff, searched and filtered, in a stable order. */
  readonly registrations: RegistrationConnection;
  /** Registrations by the day on which they were handed in, on the conference's calendar; days without any are left out. */
  readonly registrationsByDay: ReadonlyArray<DayFigure>;
  /** Roles granted in a scope, oldest first. */
  readonly roleGrants: RoleGrantConnection;
  /** Whether the DNS says what mailbox providers ask of the sender's domain. */
  readonly senderChecks: ReadonlyArray<SenderCheck>;
  /** A series by the slug in its address. Null where there is none. */
  readonly series: Maybe<Series>;
  /** The series of this installation with their rotations, oldest first. */
  readonly seriesList: SeriesConnection;
  /** The release of the server, for bug reports. */
  readonly serverVersion: Scalars['String']['output'];
  /** One role, or null where there is none such. */
  readonly staffRole: Maybe<StaffRole>;
  /**
   * Who has which role where, by address: in the scopes where the caller may give and take roles. Heads of delegations come
   * by their delegations and are shown only where that role is asked for.
   */
  readonly staffRoles: StaffRoleConnection;
  /** Addresses that mailings of a conference do not write to: its own and those of the installation, newest first. */
  readonly suppressions: SuppressionConnection;
  /** One template. */
  readonly template: Maybe<MailTemplate>;
  /** Names of the placeholders that a template may use, in the order in which editors offer them. */
  readonly templatePlaceholders: ReadonlyArray<Scalars['String']['output']>;
  /** Templates of a conference for those who write campaigns, newest first. */
  readonly templates: MailTemplateConnection;
  /** How long it takes between the sites of a conference; for those who edit its programme. */
  readonly travelTimes: TravelTimes;
  /** Venues of a conference with their rooms; for those who edit its programme, of the draft. In the order in which they were entered. */
  readonly venues: VenueConnection;
  /** Field visits of a conference with their departures and free places, in order of the first departure. */
  readonly visits: VisitConnection;
  /** Those to whom a place is offered, then those who wait for one, in the order of their turns; for staff who may read registrations. */
  readonly waitingList: WaitingTurnConnection;
  /** Work of the outbox that is not done yet, newest first, for the owners of the installation. */
  readonly work: PieceOfWorkConnection;
};


export type QueryApiTokensArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryAudienceArgs = {
  id: Scalars['ID']['input'];
};


export type QueryAudiencesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  conferenceId: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryAuditLogArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<AuditFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryBookedCompanionsArgs = {
  departureId: Scalars['ID']['input'];
  registrationId: Scalars['ID']['input'];
};


export type QueryBookingsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  departureId: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryCampaignArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCampaignFiguresArgs = {
  by?: CampaignFiguresBy;
  campaignId: InputMaybe<Scalars['ID']['input']>;
  conferenceId: Scalars['ID']['input'];
};


export type QueryCampaignsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  conferenceId: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryCatalogueTextsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  locale: Scalars['String']['input'];
  only?: InputMaybe<CatalogueTextsShown>;
  search: InputMaybe<Scalars['String']['input']>;
};


export type QueryConferenceArgs = {
  slug: Scalars['String']['input'];
};


export type QueryConferencesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  seriesId: InputMaybe<Scalars['ID']['input']>;
};


export type QueryContactArgs = {
  conferenceId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
};


export type QueryContactFacetsArgs = {
  conferenceId: Scalars['ID']['input'];
};


export type QueryContactImportArgs = {
  id: Scalars['ID']['input'];
};


export type QueryContactImportsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  conferenceId: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryContactListsArgs = {
  conferenceId: Scalars['ID']['input'];
};


export type QueryContactMergesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  conferenceId: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryContactsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  conferenceId: Scalars['ID']['input'];
  filter: InputMaybe<ContactFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryCountAudienceArgs = {
  conferenceId: Scalars['ID']['input'];
  filter: AudienceFilterInput;
};


export type QueryDelegationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryDelegationsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  conferenceId: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryDepartureArgs = {
  id: Scalars['ID']['input'];
};


export type QueryDepartureAlternativesArgs = {
  departureId: Scalars['ID']['input'];
  registrationId: InputMaybe<Scalars['ID']['input']>;
  token: InputMaybe<Scalars['String']['input']>;
};


export type QueryDuplicateContactsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  conferenceId: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryFillFiguresArgs = {
  conferenceId: Scalars['ID']['input'];
};


export type QueryHeldTogetherArgs = {
  conferenceId: Scalars['ID']['input'];
};


export type QueryInvitationArgs = {
  token: Scalars['String']['input'];
};


export type QueryInvitationCountsArgs = {
  conferenceId: Scalars['ID']['input'];
};


export type QueryInvitationsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  conferenceId: Scalars['ID']['input'];
  filter: InputMaybe<InvitationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryIssuedInvitationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryManifestArgs = {
  departureId: Scalars['ID']['input'];
  documents?: Scalars['Boolean']['input'];
};


export type QueryMessageFiguresArgs = {
  conferenceId: Scalars['ID']['input'];
};


export type QueryMessagesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  conferenceId: Scalars['ID']['input'];
  filter: InputMaybe<MessageFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryMyAgendaArgs = {
  conferenceSlug: Scalars['String']['input'];
  registrationId: InputMaybe<Scalars['ID']['input']>;
};


export type QueryMyRegistrationArgs = {
  conferenceSlug: Scalars['String']['input'];
};


export type QueryMyRegistrationsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  conferenceSlug: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryOfferedPlaceArgs = {
  offerId: Scalars['ID']['input'];
  token: InputMaybe<Scalars['String']['input']>;
};


export type QueryPreviewReleaseArgs = {
  conferenceId: Scalars['ID']['input'];
};


export type QueryPreviewTemplateArgs = {
  audienceId: InputMaybe<Scalars['ID']['input']>;
  campaignId: InputMaybe<Scalars['ID']['input']>;
  locale: InputMaybe<Scalars['String']['input']>;
  templateId: Scalars['ID']['input'];
};


export type QueryProgrammeArgs = {
  conferenceSlug: Scalars['String']['input'];
};


export type QueryProgrammeDiffArgs = {
  conferenceId: Scalars['ID']['input'];
};


export type QueryProgrammeDraftArgs = {
  conferenceId: Scalars['ID']['input'];
};


export type QueryProgrammeReleasesArgs = {
  conferenceId: Scalars['ID']['input'];
};


export type QueryProgrammeWarningsArgs = {
  conferenceId: Scalars['ID']['input'];
};


export type QueryReadyMadeTemplateArgs = {
  kind: ReadyMadeKind;
};


export type QueryRegistrationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryRegistrationFiguresArgs = {
  conferenceId: Scalars['ID']['input'];
};


export type QueryRegistrationRunArgs = {
  id: Scalars['ID']['input'];
};


export type QueryRegistrationRunsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  conferenceId: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryRegistrationTagsArgs = {
  conferenceId: Scalars['ID']['input'];
};


export type QueryRegistrationViewArgs = {
  id: Scalars['ID']['input'];
};


export type QueryRegistrationViewsArgs = {
  conferenceId: Scalars['ID']['input'];
};


export type QueryRegistrationsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  conferenceId: Scalars['ID']['input'];
  filter: InputMaybe<RegistrationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<RegistrationSort>;
};


export type QueryRegistrationsByDayArgs = {
  conferenceId: Scalars['ID']['input'];
};


export type QueryRoleGrantsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  scope: ScopeInput;
};


export type QuerySenderChecksArgs = {
  conferenceId: Scalars['ID']['input'];
};


export type QuerySeriesArgs = {
  slug: Scalars['String']['input'];
};


export type QuerySeriesListArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryStaffRoleArgs = {
  id: Scalars['ID']['input'];
};


export type QueryStaffRolesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<StaffRoleFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QuerySuppressionsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  conferenceId: Scalars['ID']['input'];
  filter: InputMaybe<SuppressionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryTemplateArgs = {
  id: Scalars['ID']['input'];
};


export type QueryTemplatesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  conferenceId: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryTravelTimesArgs = {
  conferenceId: Scalars['ID']['input'];
};


export type QueryVenuesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  conferenceId: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryVisitsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  conferenceSlug: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  slug: InputMaybe<Scalars['String']['input']>;
};


export type QueryWaitingListArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  poolId: Scalars['ID']['input'];
};


export type QueryWorkArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<WorkFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** One question of a form. */
export type Question = {
  /** When it is shown; null means always. */
  readonly condition: Maybe<QuestionCondition>;
  /** A hint below it. */
  readonly hint: Maybe<Scalars['LocalizedText']['output']>;
  /** Stable within the category across versions. */
  readonly key: Scalars['String']['output'];
  /** What kind of answer it takes. */
  readonly kind: QuestionKind;
  /** The question. */
  readonly label: Scalars['LocalizedText']['output'];
  /** Choices of CHOICE and CHOICES. */
  readonly options: ReadonlyArray<QuestionOption>;
  /** Whether it must be answered when it is shown. */
  readonly required: Scalars['Boolean']['output'];
};

/** Shows a question only where an earlier one was answered so. */
export type QuestionCondition = {
  /** The answers (option keys, country codes, or true and false) that show it. */
  readonly equalsAny: ReadonlyArray<Scalars['String']['output']>;
  /** Key of an earlier question. */
  readonly question: Scalars['String']['output'];
};

/** Shows a question only where an earlier one was answered so. */
export type QuestionConditionInput = {
  /** Answers that show it. */
  readonly equalsAny: ReadonlyArray<Scalars['String']['input']>;
  /** Key of an earlier question. */
  readonly question: Scalars['String']['input'];
};

/** A question of a form. */
export type QuestionInput = {
  /** When it is shown. */
  readonly condition?: InputMaybe<QuestionConditionInput>;
  /** A hint. */
  readonly hint?: InputMaybe<Scalars['LocalizedText']['input']>;
  /** Stable key. */
  readonly key: Scalars['String']['input'];
  /** Kind of answer. */
  readonly kind: QuestionKind;
  /** The question. */
  readonly label: Scalars['LocalizedText']['input'];
  /** Choices. */
  readonly options: ReadonlyArray<QuestionOptionInput>;
  /** Whether it must be answered when shown. */
  readonly required: Scalars['Boolean']['input'];
};

/** Kinds of questions. */
export type QuestionKind =
  /** One of the options. */
  | 'CHOICE'
  /** Any of the options. */
  | 'CHOICES'
  /** A country or region. */
  | 'COUNTRY'
  /** A date. */
  | 'DATE'
  /** A file. */
  | 'FILE'
  /** Several lines of text. */
  | 'LONG_TEXT'
  /** An organisation's name. */
  | 'ORGANISATION'
  /** A line of text. */
  | 'TEXT'
  /** Yes or no. */
  | 'YES_NO';

/** One choice. */
export type QuestionOption = {
  /** Stable. */
  readonly key: Scalars['String']['output'];
  /** What people read. */
  readonly label: Scalars['LocalizedText']['output'];
};

/** One choice. */
export type QuestionOptionInput = {
  /** Stable key. */
  readonly key: Scalars['String']['input'];
  /** What people read. */
  readonly label: Scalars['LocalizedText']['input'];
};

/** On what the queue runs. */
export type QueueEngine =
  /** On the database. */
  | 'POSTGRES'
  /** On Redis or Valkey. */
  | 'REDIS';

/** Letters that the house has ready. */
export type ReadyMadeKind =
  /** An invitation. */
  | 'INVITATION'
  /** A reminder of it. */
  | 'REMINDER'
  /** Thanks after the conference. */
  | 'THANKS';

/** An answer that staff note. */
export type RecordAnswerInput = {
  /** The answer. */
  readonly answer: InvitationReply;
  /** Which invitation. */
  readonly id: Scalars['ID']['input'];
  /** With ASK_PLACES: how many are needed in all. */
  readonly places?: InputMaybe<Scalars['Int']['input']>;
  /** What was said. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** With SUBSTITUTE. */
  readonly substitute?: InputMaybe<SubstituteInput>;
  /** How it came. */
  readonly via: AnswerWay;
};

/** The invitation as it stands, or why the answer cannot be kept. */
export type RecordAnswerResult = InvalidInput | Invitation | PlainRefusal;

/** A link to redeem. */
export type RedeemSignInLinkInput = {
  /** The token of the link. */
  readonly token: Scalars['String']['input'];
};

/** Answer to redeemSignInLink: sign-in.link-invalid or sign-in.link-used or sign-in.link-expired when refused. */
export type RedeemSignInLinkResult = PlainRefusal | SignedIn;

/** An expected no: data with a stable code and a message in the caller's language, never a fault. */
export type Refusal = {
  /** Stable, for programs: context and reason, for example registration.closed. */
  readonly code: Scalars['String']['output'];
  /** For people, in the language of the request (Accept-Language, or the signed-in person's choice). */
  readonly message: Scalars['String']['output'];
};

/** A part of the world (United Nations M49). */
export type Region =
  /** Africa. */
  | 'AFRICA'
  /** The Americas. */
  | 'AMERICAS'
  /** Asia. */
  | 'ASIA'
  /** Europe. */
  | 'EUROPE'
  /** Oceania. */
  | 'OCEANIA';

/** A registration in one step. */
export type RegisterDelegateInput = {
  /** Key of the category. */
  readonly category: Scalars['String']['input'];
  /** The conference. */
  readonly conferenceId: Scalars['ID']['input'];
  /** The delegation whose member is registered, by its head or by staff. */
  readonly delegationId?: InputMaybe<Scalars['ID']['input']>;
  /** What the delegate fills in. */
  readonly details: RegistrationDetailsInput;
  /** The secret of an invitation's link, by which one registers; absent: the invitation of the address, if it has one. */
  readonly invitation?: InputMaybe<Scalars['String']['input']>;
  /** Where a place is not left, whether to join the line. */
  readonly joinLine: Scalars['Boolean']['input'];
  /** Staff registering for someone. */
  readonly onBehalf?: InputMaybe<OnBehalfInput>;
  /** A person the account already manages (a returning delegate); absent for a new one. */
  readonly personId?: InputMaybe<Scalars['ID']['input']>;
};

/** Answer to registerDelegate. */
export type RegisterDelegateResult = AlreadyRegistered | InvalidInput | LinkSent | NoPlaces | PlainRefusal | Registration;

/** A person's registration for one conference in a category. */
export type Registration = {
  /** Access needs. */
  readonly accessNeeds: Maybe<Scalars['String']['output']>;
  /** What the person holds or waits for: forums and visits. */
  readonly agenda: ReadonlyArray<AgendaItem>;
  /** Moves the caller may make now. */
  readonly allowedMoves: ReadonlyArray<RegistrationMove>;
  /** Answers to the form. */
  readonly answers: ReadonlyArray<Answer>;
  /** Its category. */
  readonly category: Category;
  /** Short code for people, printed on the ticket, for example CQ25-7KM3Q9. */
  readonly code: Scalars['String']['output'];
  /** Its conference. */
  readonly conference: Conference;
  /** Consents with the version of the text that was agreed to. */
  readonly consents: ReadonlyArray<Consent>;
  /** When the draft was begun. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The delegation it belongs to; null for others than those who see the address. */
  readonly delegation: Maybe<Delegation>;
  /** Dietary needs. */
  readonly dietaryNeeds: Maybe<Scalars['String']['output']>;
  /** The address that manages it and receives its letters; null for others than its manager and staff who may read registrations. */
  readonly email: Maybe<Scalars['String']['output']>;
  /** Version of the form the answers were given to. */
  readonly formVersion: Scalars['Int']['output'];
  /** What happened to it, oldest first. */
  readonly history: ReadonlyArray<RegistrationTransition>;
  /** Stable. */
  readonly id: Scalars['ID']['output'];
  /** Whether interpretation is needed, and into which language. */
  readonly interpretation: Maybe<Scalars['String']['output']>;
  /** Whether the delegate may still edit it. */
  readonly isEditable: Scalars['Boolean']['output'];
  /** Title or position there. */
  readonly jobTitle: Maybe<Scalars['String']['output']>;
  /** Languages spoken, BCP 47. */
  readonly languages: ReadonlyArray<Scalars['String']['output']>;
  /** Letters about it that left, the newest 50, newest first; empty for others than those who see the address. */
  readonly letters: ReadonlyArray<SentLetter>;
  /** Language of letters and pages, BCP 47. */
  readonly locale: Scalars['String']['output'];
  /** A freed place that waits for an answer. */
  readonly offer: Maybe<Offer>;
  /** Organisation, company or outlet. */
  readonly organisation: Maybe<Scalars['String']['output']>;
  /** Who entered it: the delegate, or staff from paper or phone. */
  readonly origin: RegistrationOrigin;
  /** Who is registered; in a draft without a name yet, somebody whose names are empty. */
  readonly person: Person;
  /** Phone number, E.164. */
  readonly phone: Maybe<Scalars['String']['output']>;
  /** Turn in the category's line, 1 being next; null when not waiting. */
  readonly positionInLine: Maybe<Scalars['Int']['output']>;
  /** Where it stands. */
  readonly state: RegistrationState;
  /** When it was submitted. */
  readonly submittedAt: Maybe<Scalars['DateTime']['output']>;
  /** Words that staff put on it, by name; empty for all who may not read the conference's registrations, its manager too. */
  readonly tags: ReadonlyArray<Scalars['String']['output']>;
  /** What the QR code of the ticket says; only when confirmed. */
  readonly ticket: Maybe<Scalars['String']['output']>;
  /** Travel document with its number masked; null where none was given or the caller may not see it. */
  readonly travelDocument: Maybe<TravelDocument>;
  /** Raised by each change. */
  readonly version: Scalars['Int']['output'];
};

/** What a list shows of a registration beside its name and state. */
export type RegistrationColumn =
  /** Its category. */
  | 'CATEGORY'
  /** Where letters go. */
  | 'EMAIL'
  /** Of the person. */
  | 'NATIONALITY'
  /** Whom the person is with. */
  | 'ORGANISATION'
  /** When it was handed in. */
  | 'SUBMITTED'
  /** Words of the staff. */
  | 'TAGS';

/** A page of registrations. */
export type RegistrationConnection = {
  /** The registrations with their cursors. */
  readonly edges: ReadonlyArray<RegistrationEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many match in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** What staff do with many registrations at once. */
export type RegistrationDeed =
  /** Confirm those in review. */
  | 'APPROVE'
  /** Cancel them, with a reason that is told. */
  | 'CANCEL'
  /** Decline them, with a reason that is told. */
  | 'DECLINE'
  /** Send each the link to its page again. */
  | 'SEND_LINK'
  /** Put a tag on each. */
  | 'TAG'
  /** Take a tag off each. */
  | 'UNTAG';

/** Everything about a registration that a delegate fills in; which parts are required is said by the category. */
export type RegistrationDetailsInput = {
  /** Access needs. */
  readonly accessNeeds?: InputMaybe<Scalars['String']['input']>;
  /** Answers to the category's form. */
  readonly answers?: InputMaybe<ReadonlyArray<AnswerInput>>;
  /** Consents. */
  readonly consents?: InputMaybe<ReadonlyArray<ConsentInput>>;
  /** Dietary needs. */
  readonly dietaryNeeds?: InputMaybe<Scalars['String']['input']>;
  /** Interpretation needed into this language. */
  readonly interpretation?: InputMaybe<Scalars['String']['input']>;
  /** Title or position. */
  readonly jobTitle?: InputMaybe<Scalars['String']['input']>;
  /** Languages spoken. */
  readonly languages?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Language of letters, BCP 47. */
  readonly locale?: InputMaybe<Scalars['String']['input']>;
  /** The person's names. */
  readonly names?: InputMaybe<PersonNamesInput>;
  /** Nationality, ISO 3166-1 alpha-2. */
  readonly nationality?: InputMaybe<Scalars['String']['input']>;
  /** Organisation, company or outlet. */
  readonly organisation?: InputMaybe<Scalars['String']['input']>;
  /** Phone number; national form is taken with the residence as a hint, kept as E.164. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** Country or region of residence. */
  readonly residence?: InputMaybe<Scalars['String']['input']>;
  /** Travel document. */
  readonly travelDocument?: InputMaybe<TravelDocumentInput>;
};

/** A registration in a list. */
export type RegistrationEdge = {
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The registration. */
  readonly node: Registration;
};

/** Numbers of a conference. */
export type RegistrationFigures = {
  /** By category. */
  readonly byCategory: ReadonlyArray<CategoryFigure>;
  /** Submitted registrations (neither drafts, nor taken back or declined) by nationality, most first. */
  readonly byNationality: ReadonlyArray<CountryFigure>;
  /** By state. */
  readonly byState: ReadonlyArray<StateFigure>;
};

/** Which registrations; all given parts must hold. */
export type RegistrationFilter = {
  /** Any of these categories, by key. */
  readonly categories?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Any of these delegations. */
  readonly delegationIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Any of these nationalities. */
  readonly nationalities?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Finds in native name, Latin name, address, organisation and code; the words in any order. */
  readonly search?: InputMaybe<Scalars['String']['input']>;
  /** Any of these states. */
  readonly states?: InputMaybe<ReadonlyArray<RegistrationState>>;
  /** Any of these tags. */
  readonly tags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** The letter with the link leaves soon. */
export type RegistrationLinkSent = {
  /** The registration. */
  readonly registration: Registration;
};

/** Moves of a registration. */
export type RegistrationMove =
  /** Confirm it. */
  | 'APPROVE'
  /** Take it back as staff. */
  | 'CANCEL'
  /** Decline it. */
  | 'DECLINE'
  /** Edit it. */
  | 'EDIT'
  /** Hand it in. */
  | 'SUBMIT'
  /** Take it back as the delegate. */
  | 'WITHDRAW';

/** How a registration came in. */
export type RegistrationOrigin =
  /** A program. */
  | 'API'
  /** Staff, from a paper form. */
  | 'PAPER'
  /** Staff, by phone. */
  | 'PHONE'
  /** The delegate or the delegate's secretary. */
  | 'SELF';

/** One decision over many registrations. */
export type RegistrationRun = {
  /** Address of who started it. */
  readonly by: Scalars['String']['output'];
  /** When it was started. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** What is done. */
  readonly deed: RegistrationDeed;
  /** When all were through; null while it is under way, and where it was stopped. */
  readonly finishedAt: Maybe<Scalars['DateTime']['output']>;
  /** Stable. */
  readonly id: Scalars['ID']['output'];
  /** How far it is. */
  readonly progress: RunProgress;
  /** Why: told to the delegates where they are declined or cancelled, else a note of the history. */
  readonly reason: Maybe<Scalars['String']['output']>;
  /** Those that could not be done, in the order in which they were tried. */
  readonly refused: RunRefusedConnection;
  /** When it was stopped. */
  readonly stoppedAt: Maybe<Scalars['DateTime']['output']>;
  /** The tag that is put on or taken off. */
  readonly tag: Maybe<Scalars['String']['output']>;
};


/** One decision over many registrations. */
export type RegistrationRunRefusedArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of decisions over many registrations. */
export type RegistrationRunConnection = {
  /** The decisions with their cursors. */
  readonly edges: ReadonlyArray<RegistrationRunEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A decision over many registrations in a list. */
export type RegistrationRunEdge = {
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The decision. */
  readonly node: RegistrationRun;
};

/** Orders of the list; each is made stable by the id. */
export type RegistrationSort =
  /** By Latin name. */
  | 'NAME'
  /** Last begun first. */
  | 'NEWEST'
  /** First begun first. */
  | 'OLDEST';

/** States of a registration. */
export type RegistrationState =
  /** Taken back by staff, or ended by itself when an offered place was not answered in time. */
  | 'CANCELLED'
  /** A place is taken. */
  | 'CONFIRMED'
  /** Staff said no. */
  | 'DECLINED'
  /** Being filled in; takes no place. */
  | 'DRAFT'
  /** A place is held while staff decide. */
  | 'IN_REVIEW'
  /** Handed in, about to be sorted. */
  | 'SUBMITTED'
  /** Waits in the category's line. */
  | 'WAITLISTED'
  /** Taken back by the delegate. */
  | 'WITHDRAWN';

/** A word that staff put on registrations to find them again. */
export type RegistrationTag = {
  /** How many registrations of the conference bear it. */
  readonly count: Scalars['Int']['output'];
  /** The word. */
  readonly tag: Scalars['String']['output'];
};

/** A move of a registration, kept for ever. */
export type RegistrationTransition = {
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** Who, as far as the caller may know: delegate, staff, or the system. */
  readonly by: Scalars['String']['output'];
  /** State before; null for the first. */
  readonly from: Maybe<RegistrationState>;
  /** Why, where a reason was given. */
  readonly reason: Maybe<Scalars['String']['output']>;
  /** State after. */
  readonly to: RegistrationState;
};

/** A filter and order of the list of registrations, kept under a name. */
export type RegistrationView = {
  /** Any of these categories, by key; all where empty. */
  readonly categories: ReadonlyArray<Scalars['String']['output']>;
  /** Which columns are shown beside name and state; all where null. */
  readonly columns: Maybe<ReadonlyArray<RegistrationColumn>>;
  /** Any of these delegations; all where empty. */
  readonly delegationIds: ReadonlyArray<Scalars['ID']['output']>;
  /** Stable; its link is for all staff who may read registrations. */
  readonly id: Scalars['ID']['output'];
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** Any of these nationalities; all where empty. */
  readonly nationalities: ReadonlyArray<Scalars['String']['output']>;
  /** Words to be found. */
  readonly search: Maybe<Scalars['String']['output']>;
  /** In which order. */
  readonly sort: RegistrationSort;
  /** Any of these states; all where empty. */
  readonly states: ReadonlyArray<RegistrationState>;
  /** Any of these tags; all where empty. */
  readonly tags: ReadonlyArray<Scalars['String']['output']>;
};

/** Registrations decided, each by itself. */
export type RegistrationsDecided = {
  /** One outcome for each id, in the order given. */
  readonly outcomes: ReadonlyArray<DecisionOutcome>;
};

/** Whom a release would write to. */
export type ReleasePreview = {
  /** How many in which language. */
  readonly byLanguage: ReadonlyArray<PeopleByLanguage>;
  /** How many for which kind of change; someone may be counted under several. */
  readonly byReason: ReadonlyArray<PeopleByReason>;
  /** Of them, those whose agendas would clash. */
  readonly clashing: Scalars['Int']['output'];
  /** How many people. */
  readonly people: Scalars['Int']['output'];
  /** A few of them; for those who may read registrations, else empty. */
  readonly sample: ReadonlyArray<PersonToTell>;
};

/** A release to be made. */
export type ReleaseProgrammeInput = {
  /** The conference. */
  readonly conferenceId: Scalars['ID']['input'];
  /** For the editors; nobody is told of it. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

/** Answer to releaseProgramme and rollBackProgramme. */
export type ReleaseProgrammeResult = InvalidInput | PlainRefusal | ProgrammeReleased;

/** Whom a reminder is for. */
export type Reminded =
  /** Who began to register and left. */
  | 'DRAFT'
  /** Who has not answered. */
  | 'NOT_ANSWERED'
  /** Who has not registered, and not declined. */
  | 'NOT_REGISTERED';

/** When reminders follow a campaign by themselves. */
export type ReminderRule = {
  /** So many days after the campaign was sent, and after each reminder. */
  readonly afterDays: Maybe<Scalars['Int']['output']>;
  /** How often at most. */
  readonly atMost: Scalars['Int']['output'];
  /** So many days before the reply deadline. */
  readonly beforeDays: Maybe<Scalars['Int']['output']>;
  /** Stable. */
  readonly id: Scalars['ID']['output'];
  /** When staff stopped it. */
  readonly stoppedAt: Maybe<Scalars['DateTime']['output']>;
  /** What they say. */
  readonly template: MailTemplate;
  /** To whom. */
  readonly whom: Reminded;
};

/** Answer to removeSession. */
export type RemoveSessionResult = Forum | PlainRefusal;

/** A lost address to be replaced by staff. */
export type ReplaceAddressInput = {
  /** The account. */
  readonly accountId: Scalars['ID']['input'];
  /** The new address. */
  readonly newEmail: Scalars['String']['input'];
  /** Why; kept with the change, which the audit log names. */
  readonly reason: Scalars['String']['input'];
};

/** Answer to replaceAddress. */
export type ReplaceAddressResult = Account | InvalidInput | PlainRefusal;

/** Who is invited instead. */
export type ReplaceInvitationInput = {
  /** Their address. */
  readonly email: Scalars['String']['input'];
  /** Which invitation is replaced. */
  readonly id: Scalars['ID']['input'];
  /** Language of the letter, BCP 47; as before where absent. */
  readonly locale?: InputMaybe<Scalars['String']['input']>;
  /** As the letter addresses them. */
  readonly name: Scalars['String']['input'];
  /** Why; kept in the history. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** The invitation that was replaced, or why it stays. */
export type ReplaceInvitationResult = InvalidInput | Invitation | PlainRefusal;

/** A new address for one's own account. */
export type RequestAddressChangeInput = {
  /** The new address. */
  readonly newEmail: Scalars['String']['input'];
};

/** Answer to requestAddressChange. */
export type RequestAddressChangeResult = AddressChangeRequested | InvalidInput | PlainRefusal;

/** Where to send a sign-in link. */
export type RequestSignInLinkInput = {
  /** The address. */
  readonly email: Scalars['String']['input'];
  /** Language of the letter, BCP 47; else that of the request. */
  readonly locale?: InputMaybe<Scalars['String']['input']>;
  /** Path on this site to open after signing in, for example /en/conferences/chongqing-2025/register. */
  readonly next?: InputMaybe<Scalars['String']['input']>;
};

/** Answer to requestSignInLink. */
export type RequestSignInLinkResult = InvalidInput | PlainRefusal | SignInLinkRequested;

/** Answer to resendRegistrationLink. */
export type ResendRegistrationLinkResult = PlainRefusal | RegistrationLinkSent;

/** A text to be said as shipped. */
export type ResetTextInput = {
  /** Name of the text. */
  readonly key: Scalars['String']['input'];
  /** Language, BCP 47. */
  readonly locale: Scalars['String']['input'];
};

/** Answer to resetText. */
export type ResetTextResult = CatalogueText | InvalidInput | PlainRefusal;

/** Answer to resumeCampaign. */
export type ResumeCampaignResult = Campaign | PlainRefusal;

/** What is to begin anew: exactly one of the two is given. */
export type RetryWorkInput = {
  /** This piece of work. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** All that was set aside of this name. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
};

/** Answer to retryWork. */
export type RetryWorkResult = InvalidInput | PlainRefusal | WorkRetried;

/** Answer to revealTravelDocument. */
export type RevealTravelDocumentResult = InvalidInput | PlainRefusal | RevealedTravelDocument;

/** A travel document in full. */
export type RevealedTravelDocument = {
  /** Last day it is valid. */
  readonly expiresOn: Maybe<Scalars['Date']['output']>;
  /** Issuing country. */
  readonly issuedBy: Scalars['String']['output'];
  /** Kind. */
  readonly kind: TravelDocumentKind;
  /** Number in full. */
  readonly number: Scalars['String']['output'];
};

/** Answer to revokeApiToken. */
export type RevokeApiTokenResult = ApiToken | PlainRefusal;

/** The invitation as it stands, or why it stays. */
export type RevokeInvitationResult = InvalidInput | Invitation | PlainRefusal;

/** Answer to revokeRole. */
export type RevokeRoleResult = PlainRefusal | RoleGrant;

/** What someone may do, from most to least. */
export type Role =
  /** Registers and sees the members of one delegation. */
  | 'HEAD_OF_DELEGATION'
  /** Writes to people and sees what was sent. */
  | 'MAILING_STAFF'
  /** Runs conferences: categories, programme, visits, registrations, letters. */
  | 'ORGANISER'
  /** May do everything in the scope, also grant roles. */
  | 'OWNER'
  /** Edits forums, sessions, rooms and speakers. */
  | 'PROGRAMME_EDITOR'
  /** Registers people, sees and decides registrations. */
  | 'REGISTRATION_DESK'
  /** Sees, changes nothing. */
  | 'VIEWER';

/** A role that an account holds in a scope. */
export type RoleGrant = {
  /** Since when. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Whose role. */
  readonly email: Scalars['String']['output'];
  /** Stable. */
  readonly id: Scalars['ID']['output'];
  /** The role. */
  readonly role: Role;
  /** The scope; null for the installation. */
  readonly scopeId: Maybe<Scalars['ID']['output']>;
  /** Kind of the scope. */
  readonly scopeKind: ScopeKind;
};

/** A page of granted roles. */
export type RoleGrantConnection = {
  /** The granted roles with their cursors. */
  readonly edges: ReadonlyArray<RoleGrantEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A granted role in a list. */
export type RoleGrantEdge = {
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The granted role. */
  readonly node: RoleGrant;
};

/** A release to go back to. */
export type RollBackProgrammeInput = {
  /** The conference. */
  readonly conferenceId: Scalars['ID']['input'];
  /** For the editors. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** Its number. */
  readonly number: Scalars['Int']['input'];
};

/** A room. */
export type Room = {
  /** Booths for interpreters. */
  readonly booths: Scalars['Int']['output'];
  /** How many people it takes. */
  readonly capacity: Scalars['Int']['output'];
  /** Stable. */
  readonly id: Scalars['ID']['output'];
  /** Name. */
  readonly name: Scalars['LocalizedText']['output'];
  /** Its venue. */
  readonly venue: Venue;
};

/** A room would be used twice at one time. */
export type RoomTaken = Refusal & {
  /** The session that has the room. */
  readonly by: Session;
  /** Always programme.room-taken. */
  readonly code: Scalars['String']['output'];
  /** For people, in the caller's language. */
  readonly message: Scalars['String']['output'];
};

/** How far a decision over many registrations is. */
export type RunProgress = {
  /** How many are done. */
  readonly done: Scalars['Int']['output'];
  /** How many could not be done. */
  readonly refused: Scalars['Int']['output'];
  /** How many it concerns. */
  readonly total: Scalars['Int']['output'];
};

/** A registration that could not be done, and why. */
export type RunRefused = {
  /** Its place in the run, from 1. */
  readonly position: Scalars['Int']['output'];
  /** Why. */
  readonly refusal: PlainRefusal;
  /** The registration. */
  readonly registration: Maybe<Registration>;
};

/** A page of what could not be done. */
export type RunRefusedConnection = {
  /** The registrations with their cursors. */
  readonly edges: ReadonlyArray<RunRefusedEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A registration that could not be done, in a list. */
export type RunRefusedEdge = {
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The registration, and why. */
  readonly node: RunRefused;
};

/** A filter to be kept. */
export type SaveRegistrationViewInput = {
  /** Which columns are shown beside name and state; all where absent. */
  readonly columns?: InputMaybe<ReadonlyArray<RegistrationColumn>>;
  /** The conference. */
  readonly conferenceId: Scalars['ID']['input'];
  /** Which registrations. */
  readonly filter: RegistrationFilter;
  /** Its name, unique among one's own of the conference; at most 80 characters. */
  readonly name: Scalars['String']['input'];
  /** In which order. */
  readonly sort: RegistrationSort;
};

/** Answer to saveRegistrationView. */
export type SaveRegistrationViewResult = InvalidInput | PlainRefusal | RegistrationView;

/** When letters leave. */
export type ScheduleKind =
  /** At a time of the conference's clock. */
  | 'AT'
  /** At 09:00 where each recipient lives. */
  | 'MORNING'
  /** At once. */
  | 'NOW';

/** A session to be put into the programme, or moved. */
export type ScheduleSessionInput = {
  /** What it is about. */
  readonly description?: InputMaybe<Scalars['LocalizedText']['input']>;
  /** When it ends, in the conference's time zone; in a repeated hour the first pass after the begin. */
  readonly endsAt: Scalars['LocalDateTime']['input'];
  /** Equipment it needs. */
  readonly equipmentIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Its forum. */
  readonly forumId: Scalars['ID']['input'];
  /** Which; absent for a new one. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** Languages it is interpreted into, BCP 47; each needs a booth. */
  readonly interpretation?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Whether it is a break; a talk where absent. */
  readonly kind?: InputMaybe<SessionKind>;
  /** Its room. */
  readonly roomId?: InputMaybe<Scalars['ID']['input']>;
  /** Who speaks; replaces the list. Absent: the list stays. */
  readonly speakers?: InputMaybe<ReadonlyArray<SpeakerInput>>;
  /**
   * When it begins, in the conference's time zone. An hour that clocks skip is refused (time.nonexistent); an hour that
   * they repeat means its first pass.
   */
  readonly startsAt: Scalars['LocalDateTime']['input'];
  /** Title; the forum's own where absent. */
  readonly title?: InputMaybe<Scalars['LocalizedText']['input']>;
  /** The version the editor saw, when moving. */
  readonly version?: InputMaybe<Scalars['Int']['input']>;
};

/** Answer to scheduleSession. */
export type ScheduleSessionResult = ChangedMeanwhile | InvalidInput | PlainRefusal | RoomTaken | SessionScheduled;

/** Names a scope. */
export type ScopeInput = {
  /** The series, conference, forum or delegation; absent for the installation. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** Its kind. */
  readonly kind: ScopeKind;
};

/** Where a role holds; a wider scope includes the narrower ones. */
export type ScopeKind =
  /** One conference. */
  | 'CONFERENCE'
  /** One delegation. */
  | 'DELEGATION'
  /** One forum. */
  | 'FORUM'
  /** Everything on this server. */
  | 'INSTALLATION'
  /** All conferences of a series. */
  | 'SERIES';

/** A template to be tried on colleagues. */
export type SendTestInput = {
  /** All of the template's where absent. */
  readonly locales?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** The template. */
  readonly templateId: Scalars['ID']['input'];
  /** At most five addresses. */
  readonly to: ReadonlyArray<Scalars['String']['input']>;
};

/** Answer to sendTest. */
export type SendTestResult = InvalidInput | PlainRefusal | TestLetters;

/** One thing that mailbox providers look for in the DNS. */
export type SenderCheck = {
  /** What stands there. */
  readonly found: Maybe<Scalars['String']['output']>;
  /** What is looked for. */
  readonly kind: SenderCheckKind;
  /** The name in the DNS that was asked for, or the setting that is missing. */
  readonly name: Scalars['String']['output'];
  /** How it stands. */
  readonly state: SenderCheckState;
};

/** What mailbox providers look for. */
export type SenderCheckKind =
  /** The public key of our signatures (RFC 6376). */
  | 'DKIM'
  /** What is to become of letters that fail both (RFC 7489). */
  | 'DMARC'
  /** Where bounces go: the mail exchanger of the return paths. */
  | 'RETURN_PATH'
  /** Which machines may send for the domain (RFC 7208). */
  | 'SPF';

/** How a record stands. */
export type SenderCheckState =
  /** As it should be. */
  | 'GOOD'
  /** There is none. */
  | 'MISSING'
  /** The DNS could not be asked from here, which says nothing about the record. */
  | 'UNKNOWN'
  /** Our own settings lack what it would be asked for. */
  | 'UNSET'
  /** It is there and says too little, too much, or two things at once. */
  | 'WRONG';

/** A letter that left, as the person it went to is told of it. */
export type SentLetter = {
  /** Stable. */
  readonly id: Scalars['ID']['output'];
  /** When the mail server took it. */
  readonly sentAt: Scalars['DateTime']['output'];
  /** Its subject, in the language it was written in. */
  readonly subject: Scalars['String']['output'];
};

/** A brand that recurs, with its rotation of host regions. */
export type Series = {
  /** Its editions, newest first. */
  readonly conferences: ConferenceConnection;
  /** Stable. */
  readonly id: Scalars['ID']['output'];
  /** Region that hosts the next edition: the one after the last edition's in the rotation. */
  readonly nextHostRegion: Maybe<Scalars['String']['output']>;
  /** Regions that host in turn, in order; the name of each as written. */
  readonly rotation: ReadonlyArray<Scalars['String']['output']>;
  /** What the rotation is called. */
  readonly rotationName: Maybe<Scalars['LocalizedText']['output']>;
  /** In addresses. */
  readonly slug: Scalars['String']['output'];
  /** Its title. */
  readonly title: Scalars['LocalizedText']['output'];
};


/** A brand that recurs, with its rotation of host regions. */
export type SeriesConferencesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of series. */
export type SeriesConnection = {
  /** The series with their cursors. */
  readonly edges: ReadonlyArray<SeriesEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A series in a list. */
export type SeriesEdge = {
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The series. */
  readonly node: Series;
};

/** An item of a forum's agenda. */
export type Session = {
  /** What it is about, Markdown. */
  readonly description: Maybe<Scalars['LocalizedText']['output']>;
  /** When it ends. */
  readonly endsAt: Scalars['DateTime']['output'];
  /** Equipment it needs; empty for those who do not edit the programme. */
  readonly equipmentIds: ReadonlyArray<Scalars['ID']['output']>;
  /** Its forum. */
  readonly forum: Forum;
  /** Stable. */
  readonly id: Scalars['ID']['output'];
  /** Languages it is interpreted into, BCP 47. */
  readonly interpretation: ReadonlyArray<Scalars['String']['output']>;
  /** Whether it is a break. */
  readonly kind: SessionKind;
  /** Its room; null while not decided. */
  readonly room: Maybe<Room>;
  /** Who speaks. */
  readonly speakers: ReadonlyArray<Speaker>;
  /** When it begins. */
  readonly startsAt: Scalars['DateTime']['output'];
  /** Title. */
  readonly title: Scalars['LocalizedText']['output'];
  /** Raised by each change; in the iCal feed it is the SEQUENCE. */
  readonly version: Scalars['Int']['output'];
};

/** A break occupies nobody. */
export type SessionKind =
  /** Coffee, lunch, the way to the next room. */
  | 'BREAK'
  /** Something is said or shown. */
  | 'TALK';

/** A session that has its time, with what an editor should look at. */
export type SessionScheduled = {
  /** The session. */
  readonly session: Session;
  /** What is odd but not forbidden. */
  readonly warnings: ReadonlyArray<ProgrammeWarning>;
};

/** How many places there are to be. */
export type SetCapacityInput = {
  /** How many; null, of a category only, for as many as come. */
  readonly capacity?: InputMaybe<Scalars['Int']['input']>;
  /** Keep all who have places although there are fewer of them; nobody takes up what they give back. */
  readonly overbook: Scalars['Boolean']['input'];
  /** The pool, as Places names it. */
  readonly poolId: Scalars['ID']['input'];
  /** Why; required with `overbook`. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answer to setCapacity. */
export type SetCapacityResult = BelowTaken | CapacitySet | InvalidInput | PlainRefusal;

/** Answer to setLanguage. */
export type SetLanguageResult = Account | InvalidInput | PlainRefusal;

/** Ways of a conference. */
export type SetTravelTimesInput = {
  /** Pairs of sites, each once, either way. */
  readonly between: ReadonlyArray<TravelTimeInput>;
  /** The conference. */
  readonly conferenceId: Scalars['ID']['input'];
  /** Minutes between any two sites that are not listed. */
  readonly otherwise: Scalars['Int']['input'];
};

/** Answer to setTravelTimes. */
export type SetTravelTimesResult = InvalidInput | PlainRefusal | TravelTimes;

/** A setting. */
export type Setting = {
  /** Whether it is a secret. */
  readonly isSecret: Scalars['Boolean']['output'];
  /** Whether it has a value. */
  readonly isSet: Scalars['Boolean']['output'];
  /** Its name, as docs/settings.md has it. */
  readonly name: Scalars['String']['output'];
  /** What holds; null for secrets and for what is not set. Addresses are shown without names and passwords. */
  readonly value: Maybe<Scalars['String']['output']>;
};

/** Answer to settleUnclearMessage. */
export type SettleUnclearMessageResult = Message | PlainRefusal;

/** The letter leaves soon, whether or not the address is known. */
export type SignInLinkRequested = {
  /** For how many seconds the link will work. */
  readonly validForSeconds: Scalars['Int']['output'];
};

/** Answer to signOut and signOutEverywhere. */
export type SignOutResult = PlainRefusal | SignedOut;

/** A sign-in that has begun. */
export type SignedIn = {
  /** Who is signed in. */
  readonly account: Account;
  /** For the Authorization header of programs; browsers use the cookie. */
  readonly bearerToken: Scalars['String']['output'];
  /** When it ends by itself. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** Path to open now. */
  readonly next: Scalars['String']['output'];
};

/** The sign-in is over. */
export type SignedOut = {
  /** How many sign-ins were ended. */
  readonly ended: Scalars['Int']['output'];
};

/** A person with a role at a session. */
export type Speaker = {
  /** Organisation and title, to print. */
  readonly affiliation: Maybe<Scalars['LocalizedText']['output']>;
  /** Stable. */
  readonly id: Scalars['ID']['output'];
  /** The name to print, in the languages it was given in. */
  readonly name: Scalars['LocalizedText']['output'];
  /** What the person does there. */
  readonly role: SpeakerRole;
  /** Whether the person comes; null for those who do not edit the programme. */
  readonly state: Maybe<SpeakerState>;
};

/** What a speaker may answer. */
export type SpeakerAnswer =
  /** Comes. */
  | 'CONFIRMED'
  /** Does not come. */
  | 'DECLINED';

/** A speaker who answered. */
export type SpeakerAnswered = {
  /** The answer. */
  readonly answer: SpeakerAnswer;
  /** The speaker. */
  readonly speakerId: Scalars['ID']['output'];
};

/** Who speaks at a session. */
export type SpeakerInput = {
  /** Organisation and title. */
  readonly affiliation?: InputMaybe<Scalars['LocalizedText']['input']>;
  /** The name to print. */
  readonly name: Scalars['LocalizedText']['input'];
  /** The registered person, where there is one: the same person in two places is warned of. Absent: a speaker who was on the list stays linked. */
  readonly personId?: InputMaybe<Scalars['ID']['input']>;
  /** Role. */
  readonly role: SpeakerRole;
};

/** What a speaker does at a session. */
export type SpeakerRole =
  /** Leads through the session. */
  | 'HOST'
  /** Interprets. */
  | 'INTERPRETER'
  /** Gives the keynote. */
  | 'KEYNOTE'
  /** Moderates. */
  | 'MODERATOR'
  /** Sits on the panel. */
  | 'PANELIST'
  /** Speaks. */
  | 'SPEAKER';

/** Whether a speaker comes. */
export type SpeakerState =
  /** Comes. */
  | 'CONFIRMED'
  /** Does not come. */
  | 'DECLINED'
  /** The letter was written. */
  | 'INVITED'
  /** Nobody asked yet. */
  | 'PROPOSED';

/** The password is set: sign in with it. */
export type StaffInvitationAccepted = {
  /** The address to sign in with. */
  readonly email: Scalars['String']['output'];
};

/** A staff member whose letter leaves soon. */
export type StaffInvited = {
  /** The role that waits for them. */
  readonly grant: RoleGrant;
};

/** A role that somebody has somewhere. */
export type StaffRole = {
  /** Since when. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Whose role. */
  readonly email: Scalars['String']['output'];
  /** Stable; what changeRole and revokeRole take. */
  readonly id: Scalars['ID']['output'];
  /** The name as the invitation has it; null where none was sent. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** The role. */
  readonly role: Role;
  /** The scope; null for the installation. */
  readonly scopeId: Maybe<Scalars['ID']['output']>;
  /** Kind of the scope. */
  readonly scopeKind: ScopeKind;
  /** What the scope is called; null for the installation and for what is gone. */
  readonly scopeTitle: Maybe<Scalars['LocalizedText']['output']>;
  /** How far this person is in signing in. */
  readonly standing: StaffStanding;
};

/** A page of roles. */
export type StaffRoleConnection = {
  /** The roles with their cursors. */
  readonly edges: ReadonlyArray<StaffRoleEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A role in the list. */
export type StaffRoleEdge = {
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The role. */
  readonly node: StaffRole;
};

/** Which roles are listed. */
export type StaffRoleFilter = {
  /** These roles only; all of staff where absent. */
  readonly roles?: InputMaybe<ReadonlyArray<Role>>;
  /** Granted in this very scope; for a conference also in its parts. */
  readonly scope?: InputMaybe<ScopeInput>;
  /** A part of the address or of the name. */
  readonly search?: InputMaybe<Scalars['String']['input']>;
};

/** How far somebody is in signing in as staff. */
export type StaffStanding =
  /** The letter's link is too old. */
  | 'INVITATION_OVER'
  /** The letter's link waits to be opened. */
  | 'INVITED'
  /** Has a role, and no letter to set a password by. */
  | 'NOT_INVITED'
  /** Has a password, and may do nothing before a second factor is set up. */
  | 'NO_SECOND_FACTOR'
  /** Signs in with password and second factor. */
  | 'READY';

/** Answer to startCampaign. */
export type StartCampaignResult = Campaign | CountDiffers | PlainRefusal;

/** A draft to be begun. */
export type StartRegistrationInput = {
  /** Key of the category. */
  readonly category: Scalars['String']['input'];
  /** The conference. */
  readonly conferenceId: Scalars['ID']['input'];
  /** The delegation whose member is registered, by its head or by staff. */
  readonly delegationId?: InputMaybe<Scalars['ID']['input']>;
  /** What is known so far. */
  readonly details?: InputMaybe<RegistrationDetailsInput>;
  /** The secret of an invitation's link, by which one registers; absent: the invitation of the address, if it has one. */
  readonly invitation?: InputMaybe<Scalars['String']['input']>;
  /** Staff registering for someone. */
  readonly onBehalf?: InputMaybe<OnBehalfInput>;
  /** A returning person. */
  readonly personId?: InputMaybe<Scalars['ID']['input']>;
};

/** Answer to startRegistration. */
export type StartRegistrationResult = InvalidInput | PlainRefusal | Registration;

/** Decisions to be made over many registrations: give ids, or a filter. */
export type StartRegistrationRunInput = {
  /** The conference. */
  readonly conferenceId: Scalars['ID']['input'];
  /** How many of them were seen; other many now are refused with registration.count-differs. */
  readonly count?: InputMaybe<Scalars['Int']['input']>;
  /** What is to be done. */
  readonly deed: RegistrationDeed;
  /** All of the conference that match. */
  readonly filter?: InputMaybe<RegistrationFilter>;
  /** Those picked. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Why; needed for DECLINE and CANCEL, whose letters say it. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** What is put on or taken off; needed for TAG and UNTAG, at most 40 characters. */
  readonly tag?: InputMaybe<Scalars['String']['input']>;
};

/** Answer to startRegistrationRun. */
export type StartRegistrationRunResult = CountDiffers | InvalidInput | PlainRefusal | RegistrationRun;

/** How many are in a state. */
export type StateFigure = {
  /** How many. */
  readonly count: Scalars['Int']['output'];
  /** The state. */
  readonly state: RegistrationState;
};

/** A stop of a visit's route. */
export type Stop = {
  /** Minutes after the departure when it is reached. */
  readonly afterMinutes: Scalars['Int']['output'];
  /** Name of the place. */
  readonly name: Scalars['LocalizedText']['output'];
  /** Minutes spent there. */
  readonly stayMinutes: Scalars['Int']['output'];
};

/** A stop. */
export type StopInput = {
  /** Minutes after the departure when it is reached. */
  readonly afterMinutes: Scalars['Int']['input'];
  /** Name of the place. */
  readonly name: Scalars['LocalizedText']['input'];
  /** Minutes spent there. */
  readonly stayMinutes: Scalars['Int']['input'];
};

/** Answer to stopRegistrationRun. */
export type StopRegistrationRunResult = PlainRefusal | RegistrationRun;

/** Answer to stopReminderRule. */
export type StopReminderRuleResult = PlainRefusal | ReminderRule;

/** A draft to be handed in. */
export type SubmitRegistrationInput = {
  /** Which. */
  readonly id: Scalars['ID']['input'];
  /** Where a place is not left, whether to join the line. */
  readonly joinLine: Scalars['Boolean']['input'];
};

/** Answer to submitRegistration. */
export type SubmitRegistrationResult = AlreadyRegistered | InvalidInput | LinkSent | NoPlaces | PlainRefusal | Registration;

/** Who comes instead. */
export type SubstituteInput = {
  /** Their address. */
  readonly email: Scalars['String']['input'];
  /** Their name. */
  readonly name: Scalars['String']['input'];
};

/** An address that is not to be written to. */
export type SuppressAddressInput = {
  /** The address. */
  readonly address: Scalars['String']['input'];
  /** Whose mailings. */
  readonly conferenceId: Scalars['ID']['input'];
  /** Why, for other staff; at most 500 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

/** Answer to suppressAddress. */
export type SuppressAddressResult = InvalidInput | PlainRefusal | Suppression;

/** An address that mailings do not write to. */
export type Suppression = {
  /** The address as it was written. */
  readonly address: Scalars['String']['output'];
  /** Since when. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Stable. */
  readonly id: Scalars['ID']['output'];
  /** Whether it holds for all conferences of the installation. */
  readonly isEverywhere: Scalars['Boolean']['output'];
  /** The letter that bounced, was complained about, or held the link. */
  readonly messageId: Maybe<Scalars['ID']['output']>;
  /** What staff noted, or the mail server's answer. */
  readonly note: Maybe<Scalars['String']['output']>;
  /** Why. */
  readonly reason: SuppressionReason;
};

/** A page of suppressions. */
export type SuppressionConnection = {
  /** The suppressions with their cursors. */
  readonly edges: ReadonlyArray<SuppressionEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many match in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A suppression in a list. */
export type SuppressionEdge = {
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The suppression. */
  readonly node: Suppression;
};

/** Which suppressions. */
export type SuppressionFilter = {
  /** Any of these reasons. */
  readonly reasons?: InputMaybe<ReadonlyArray<SuppressionReason>>;
  /** Part of the address. */
  readonly search?: InputMaybe<Scalars['String']['input']>;
};

/** Why an address is not written to. */
export type SuppressionReason =
  /** Its reader called a letter spam. */
  | 'COMPLAINT'
  /** It takes no letters, or came back again and again. */
  | 'HARD_BOUNCE'
  /** It came with a list of another system. */
  | 'IMPORT'
  /** Staff put it there. */
  | 'STAFF'
  /** Its reader followed the link that every mailing holds. */
  | 'UNSUBSCRIBED';

/** What became of a list of addresses. */
export type SuppressionsImported = {
  /** New on the list. */
  readonly added: Scalars['Int']['output'];
  /** There before, or twice in the list. */
  readonly known: Scalars['Int']['output'];
  /** Lines without an address, at most 100 of them. */
  readonly rejected: ReadonlyArray<Scalars['String']['output']>;
};

/** One departure to be left for another. */
export type SwapDepartureInput = {
  /** The departure to be left. */
  readonly fromDepartureId: Scalars['ID']['input'];
  /** Whose booking; not needed with a token. */
  readonly registrationId?: InputMaybe<Scalars['ID']['input']>;
  /** The departure to be booked. */
  readonly toDepartureId: Scalars['ID']['input'];
  /** The secret of the letter's link, for someone who is not signed in. */
  readonly token?: InputMaybe<Scalars['String']['input']>;
};

/** Answer to swapDeparture. */
export type SwapDepartureResult = AgendaItem | Clash | NoPlaces | PlainRefusal;

/** Encodings of text files. */
export type TableEncoding =
  /** GB18030, with GBK and GB2312 in it. */
  | 'GB18030'
  /** UTF-8, with or without byte order mark. */
  | 'UTF_8'
  /** UTF-16, big-endian. */
  | 'UTF_16BE'
  /** UTF-16, little-endian. */
  | 'UTF_16LE'
  /** Windows-1252, with Latin-1 in it. */
  | 'WINDOWS_1252';

/** Tags to be put on a registration, and to be taken off. */
export type TagRegistrationInput = {
  /** Put on. */
  readonly add?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** The registration. */
  readonly id: Scalars['ID']['input'];
  /** Taken off. */
  readonly remove?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** Answer to tagRegistration. */
export type TagRegistrationResult = InvalidInput | PlainRefusal | Registration;

/** What a letter can bring along. */
export type TemplateAttachment =
  /** The dates as a calendar file. */
  | 'CALENDAR'
  /** The letter itself as PDF. */
  | 'LETTER';

/** A letter as one reader will see it. */
export type TemplatePreview = {
  /** Names of the files that it brings along. */
  readonly attachments: ReadonlyArray<Scalars['String']['output']>;
  /** The whole letter as HTML. */
  readonly html: Scalars['String']['output'];
  /** In which of the template's languages it is written. */
  readonly locale: Scalars['String']['output'];
  /** The reader's name. */
  readonly name: Scalars['String']['output'];
  /** The line after the subject. */
  readonly preheader: Scalars['String']['output'];
  /** The reader's language, BCP 47. */
  readonly readerLocale: Scalars['String']['output'];
  /** Why this reader. */
  readonly reason: PreviewReason;
  /** Subject. */
  readonly subject: Scalars['String']['output'];
  /** The same as text. */
  readonly text: Scalars['String']['output'];
};

/** A template in one language. */
export type TemplateText = {
  /** Markdown with placeholders ({{ contact.name }}) and conditions ({% if contact.organisation %}). */
  readonly body: Scalars['String']['output'];
  /** BCP 47. */
  readonly locale: Scalars['String']['output'];
  /** The line that mailboxes show after the subject. */
  readonly preheader: Scalars['String']['output'];
  /** One line; may hold placeholders. */
  readonly subject: Scalars['String']['output'];
};

/** A template in one language. */
export type TemplateTextInput = {
  /** Markdown with placeholders and conditions. */
  readonly body: Scalars['String']['input'];
  /** BCP 47. */
  readonly locale: Scalars['String']['input'];
  /** The line that mailboxes show after the subject. */
  readonly preheader: Scalars['String']['input'];
  /** One line. */
  readonly subject: Scalars['String']['input'];
};

/** Test letters that are on their way. */
export type TestLetters = {
  /** How many. */
  readonly letters: Scalars['Int']['output'];
};

/** An invitation and the registration that belongs to it. */
export type TieInvitationInput = {
  /** Which invitation. */
  readonly id: Scalars['ID']['input'];
  /** Which registration of the same conference. */
  readonly registrationId: Scalars['ID']['input'];
};

/** The invitation as it stands, or why it cannot be tied. */
export type TieInvitationResult = InvalidInput | Invitation | PlainRefusal;

/** Why two things are held together. */
export type TogetherCause =
  /** The programme moved them together; the person and staff were told. */
  | 'MOVED'
  /** Staff let them, with a reason. */
  | 'OVERRIDDEN'
  /** The way between them takes longer than when they were chosen. */
  | 'TRAVEL';

/** A travel document, masked. */
export type TravelDocument = {
  /** Last day it is valid. */
  readonly expiresOn: Maybe<Scalars['Date']['output']>;
  /** Issuing country, ISO 3166-1 alpha-2. */
  readonly issuedBy: Scalars['String']['output'];
  /** Kind of document. */
  readonly kind: TravelDocumentKind;
  /** The number with all but its last characters hidden. */
  readonly maskedNumber: Scalars['String']['output'];
};

/** A travel document to be kept encrypted. */
export type TravelDocumentInput = {
  /** Last day it is valid. */
  readonly expiresOn?: InputMaybe<Scalars['Date']['input']>;
  /** Issuing country. */
  readonly issuedBy: Scalars['String']['input'];
  /** Kind of document. */
  readonly kind: TravelDocumentKind;
  /** Number, as printed. */
  readonly number: Scalars['String']['input'];
};

/** Kinds of travel documents. */
export type TravelDocumentKind =
  /** A national identity card. */
  | 'IDENTITY_CARD'
  /** Another document. */
  | 'OTHER'
  /** A passport. */
  | 'PASSPORT'
  /** A travel permit, such as those for Hong Kong, Macao and Taiwan residents. */
  | 'TRAVEL_PERMIT';

/** The way between two sites. */
export type TravelTime = {
  /** How long it takes. */
  readonly minutes: Scalars['Int']['output'];
  /** The other. */
  readonly otherSite: Scalars['String']['output'];
  /** One: a venue's id, or the key of a meeting point. */
  readonly site: Scalars['String']['output'];
};

/** The way between two sites. */
export type TravelTimeInput = {
  /** How long it takes, at most a day. */
  readonly minutes: Scalars['Int']['input'];
  /** The other. */
  readonly otherSite: Scalars['String']['input'];
  /** One: a venue's id, or the key of a meeting point. */
  readonly site: Scalars['String']['input'];
};

/** How long it takes between the sites of a conference. */
export type TravelTimes = {
  /** Pairs of sites, either way. */
  readonly between: ReadonlyArray<TravelTime>;
  /** Minutes between any two sites that are not listed. */
  readonly otherwise: Scalars['Int']['output'];
};

/** One who goes. */
export type TravellerInput = {
  /** Date of birth, where the site asks for it. */
  readonly bornOn?: InputMaybe<Scalars['Date']['input']>;
  /** The registration. */
  readonly registrationId: Scalars['ID']['input'];
};

/** What an undoing did. */
export type UndoneCounts = {
  /** Contacts that are gone again. */
  readonly deleted: Scalars['Int']['output'];
  /** Contacts that were kept, wholly or in part. */
  readonly kept: Scalars['Int']['output'];
  /** Contacts that are as before. */
  readonly restored: Scalars['Int']['output'];
};

/** An audience to be changed, whole. */
export type UpdateAudienceInput = {
  /** Whom it finds. */
  readonly filter: AudienceFilterInput;
  /** The audience. */
  readonly id: Scalars['ID']['input'];
  /** For staff. */
  readonly name: Scalars['String']['input'];
  /** The version that the editor saw. */
  readonly version: Scalars['Int']['input'];
};

/** Answer to updateAudience. */
export type UpdateAudienceResult = Audience | InvalidInput | PlainRefusal;

/** A draft to be changed, whole. */
export type UpdateCampaignInput = {
  /** Whom it writes to, where that is contacts. */
  readonly audienceId?: InputMaybe<Scalars['ID']['input']>;
  /** The name before our address. */
  readonly fromName?: InputMaybe<Scalars['String']['input']>;
  /** The campaign. */
  readonly id: Scalars['ID']['input'];
  /** The right that is given to each recipient, where it invites. */
  readonly invitation?: InputMaybe<InvitationTermsInput>;
  /** For staff. */
  readonly name: Scalars['String']['input'];
  /** How fast. */
  readonly pace?: InputMaybe<CampaignPaceInput>;
  /** Whom it writes to, where that is registrations of the conference; those that it had stay where neither is given. */
  readonly registrations?: InputMaybe<CampaignRegistrationsInput>;
  /** By when an answer is asked for, in the conference's time zone. */
  readonly replyBy?: InputMaybe<Scalars['LocalDateTime']['input']>;
  /** Where a person reads the replies. */
  readonly replyTo?: InputMaybe<Scalars['String']['input']>;
  /** When letters leave. */
  readonly schedule?: InputMaybe<CampaignScheduleInput>;
  /** What it says. */
  readonly templateId: Scalars['ID']['input'];
  /** The version that the editor saw. */
  readonly version: Scalars['Int']['input'];
};

/** Answer to updateCampaign. */
export type UpdateCampaignResult = Campaign | InvalidInput | PlainRefusal;

/** Changes to a conference; absent fields stay as they are. */
export type UpdateConferenceInput = {
  /** City. */
  readonly city?: InputMaybe<Scalars['LocalizedText']['input']>;
  /** Country, ISO 3166-1 alpha-2. */
  readonly country?: InputMaybe<Scalars['String']['input']>;
  /** First page, Markdown. */
  readonly description?: InputMaybe<Scalars['LocalizedText']['input']>;
  /** For how many days after the last day travel documents and uploaded files are kept, 1 to 365. Fewer days erase sooner, and what is erased does not come back. */
  readonly documentsKeptDays?: InputMaybe<Scalars['Int']['input']>;
  /** Until when delegates may edit. */
  readonly editableUntil?: InputMaybe<Scalars['DateTime']['input']>;
  /** Last day. */
  readonly endsOn?: InputMaybe<Scalars['Date']['input']>;
  /** Bodies behind it; replaces the list. */
  readonly hosts?: InputMaybe<ReadonlyArray<HostInput>>;
  /** Which. */
  readonly id: Scalars['ID']['input'];
  /** Languages in fallback order. */
  readonly locales?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** How many persons one address may manage. */
  readonly personsPerAccount?: InputMaybe<Scalars['Int']['input']>;
  /** Practical information, Markdown. */
  readonly practicalInformation?: InputMaybe<Scalars['LocalizedText']['input']>;
  /** First day. */
  readonly startsOn?: InputMaybe<Scalars['Date']['input']>;
  /** Motto. */
  readonly theme?: InputMaybe<Scalars['LocalizedText']['input']>;
  /** IANA time zone; only in a draft (conference.zone-settled). What is scheduled keeps its instant. */
  readonly timeZone?: InputMaybe<Scalars['String']['input']>;
  /** Title. */
  readonly title?: InputMaybe<Scalars['LocalizedText']['input']>;
  /** The version that the editor saw; another one now is refused with conference.changed-meanwhile. */
  readonly version: Scalars['Int']['input'];
};

/** Answer to updateConference. */
export type UpdateConferenceResult = Conference | InvalidInput | PlainRefusal;

/** What is changed of a contact: absent parts stay, null empties one. */
export type UpdateContactInput = {
  /** Mail address. */
  readonly address?: InputMaybe<Scalars['String']['input']>;
  /** A conference of the series. */
  readonly conferenceId: Scalars['ID']['input'];
  /** Country, ISO 3166-1 alpha-2. */
  readonly country?: InputMaybe<Scalars['String']['input']>;
  /** The contact. */
  readonly id: Scalars['ID']['input'];
  /** Name in Latin letters. */
  readonly latinName?: InputMaybe<Scalars['String']['input']>;
  /** Language of letters, BCP 47. */
  readonly locale?: InputMaybe<Scalars['String']['input']>;
  /** Name in own script. */
  readonly nativeName?: InputMaybe<Scalars['String']['input']>;
  /** Organisation. */
  readonly organisation?: InputMaybe<Scalars['String']['input']>;
  /** Phone. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** Form of address. */
  readonly salutation?: InputMaybe<Scalars['String']['input']>;
  /** All tags. */
  readonly tags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Position. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
};

/** Answer to updateContact. */
export type UpdateContactResult = Contact | ContactKnown | InvalidInput | PlainRefusal;

/** A delegation as it shall be: the whole of it. */
export type UpdateDelegationInput = {
  /** The country whose delegation it is, ISO 3166-1 alpha-2. */
  readonly country?: InputMaybe<Scalars['String']['input']>;
  /** Who heads it; absent where staff fill its places. */
  readonly head?: InputMaybe<DelegationHeadInput>;
  /** Which. */
  readonly id: Scalars['ID']['input'];
  /** Its name. */
  readonly name: Scalars['LocalizedText']['input'];
  /** Note of the staff. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** The organisation whose delegation it is; it or the country is needed. */
  readonly organisation?: InputMaybe<Scalars['String']['input']>;
  /** Its places by category; not fewer than have names. */
  readonly quotas: ReadonlyArray<DelegationQuotaInput>;
  /** The version the editor saw. */
  readonly version: Scalars['Int']['input'];
};

/** The delegation as it stands, or why it stays. */
export type UpdateDelegationResult = Delegation | InvalidInput | PlainRefusal;

/** Changes to a forum; absent fields stay. */
export type UpdateForumInput = {
  /** Who may choose it. */
  readonly audience?: InputMaybe<ForumAudience>;
  /** How many places; below what is taken is refused. It holds at once, whatever is released. */
  readonly capacity?: InputMaybe<Scalars['Int']['input']>;
  /** Needed where the audience is CATEGORIES. */
  readonly categoryIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** What it is about. */
  readonly description?: InputMaybe<Scalars['LocalizedText']['input']>;
  /** Which. */
  readonly id: Scalars['ID']['input'];
  /** The name that its letters come from. */
  readonly sender?: InputMaybe<Scalars['String']['input']>;
  /** Title. */
  readonly title?: InputMaybe<Scalars['LocalizedText']['input']>;
  /** The version the editor saw; another one now is refused with forum.changed-meanwhile. */
  readonly version: Scalars['Int']['input'];
};

/** Answer to updateForum. */
export type UpdateForumResult = ChangedMeanwhile | Forum | InvalidInput | PlainRefusal;

/** Changes to an invitation; absent parts stay, null empties. */
export type UpdateInvitationInput = {
  /** Key of the category; null lets them choose. */
  readonly category?: InputMaybe<Scalars['String']['input']>;
  /** Until when one may answer and register. */
  readonly expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Forums that it opens. */
  readonly forumIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Which. */
  readonly id: Scalars['ID']['input'];
  /** Whether only the invited address may register by it. */
  readonly isPersonal?: InputMaybe<Scalars['Boolean']['input']>;
  /** How many may register by it; settles that more were asked for. */
  readonly places?: InputMaybe<Scalars['Int']['input']>;
  /** Why; kept in the history. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** Who pays or vouches. */
  readonly sponsor?: InputMaybe<Scalars['String']['input']>;
  /** The version the editor saw. */
  readonly version: Scalars['Int']['input'];
  /** Visits that it opens. */
  readonly visitIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** The invitation as it stands, or why it stays. */
export type UpdateInvitationResult = InvalidInput | Invitation | PlainRefusal;

/** Changes to a registration. */
export type UpdateRegistrationInput = {
  /** Another category; drafts only. */
  readonly category?: InputMaybe<Scalars['String']['input']>;
  /** What changes. */
  readonly details: RegistrationDetailsInput;
  /** Which. */
  readonly id: Scalars['ID']['input'];
  /** The version the editor saw; another one now is refused with registration.changed-meanwhile. Absent: the last writer wins. */
  readonly version?: InputMaybe<Scalars['Int']['input']>;
};

/** Answer to updateRegistration. */
export type UpdateRegistrationResult = AlreadyRegistered | InvalidInput | LinkSent | PlainRefusal | Registration;

/** A template to be changed, whole. */
export type UpdateTemplateInput = {
  /** What its letters bring along. */
  readonly attachments?: InputMaybe<ReadonlyArray<TemplateAttachment>>;
  /** In which order its languages are tried. */
  readonly fallbacks?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** The template. */
  readonly id: Scalars['ID']['input'];
  /** For staff. */
  readonly name: Scalars['String']['input'];
  /** What it is for. */
  readonly purpose: CampaignPurpose;
  /** Its languages. */
  readonly texts: ReadonlyArray<TemplateTextInput>;
  /** The version that the editor saw. */
  readonly version: Scalars['Int']['input'];
};

/** Answer to updateTemplate. */
export type UpdateTemplateResult = InvalidInput | MailTemplate | PlainRefusal;

/** A visit to be changed; absent parts stay as they were, null empties what may be empty. */
export type UpdateVisitInput = {
  /** Categories that may go; all where empty. */
  readonly categoryIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** What one sees. */
  readonly description?: InputMaybe<Scalars['LocalizedText']['input']>;
  /** The visit. */
  readonly id: Scalars['ID']['input'];
  /** By how many hours before a departure it must be given. */
  readonly identityHours?: InputMaybe<Scalars['Int']['input']>;
  /** What the site needs to know of every visitor. */
  readonly identityNeeds?: InputMaybe<ReadonlyArray<IdentityNeed>>;
  /** In years on the day of the departure. */
  readonly minimumAge?: InputMaybe<Scalars['Int']['input']>;
  /** How many a delegate may bring along. */
  readonly mostCompanions?: InputMaybe<Scalars['Int']['input']>;
  /** Codes of countries that the rule is about. */
  readonly nationalities?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Whom the site lets in by nationality. */
  readonly nationalityRule?: InputMaybe<NationalityRule>;
  /** Lower-case letters, digits and hyphens. */
  readonly slug?: InputMaybe<Scalars['String']['input']>;
  /** Stops in order, in place of those there are. */
  readonly stops?: InputMaybe<ReadonlyArray<StopInput>>;
  /** Title. */
  readonly title?: InputMaybe<Scalars['LocalizedText']['input']>;
  /** The version that the editor saw. */
  readonly version: Scalars['Int']['input'];
  /** What to bring. */
  readonly whatToBring?: InputMaybe<Scalars['LocalizedText']['input']>;
};

/** Answer to updateVisit. */
export type UpdateVisitResult = InvalidInput | PlainRefusal | VisitChanged;

/** A coach, boat or carriage. */
export type Vehicle = {
  /** For example coach 3. */
  readonly name: Scalars['String']['output'];
  /** Licence plate. */
  readonly plate: Maybe<Scalars['String']['output']>;
  /** Seats for visitors. */
  readonly seats: Scalars['Int']['output'];
};

/** A vehicle. */
export type VehicleInput = {
  /** For example coach 3. */
  readonly name: Scalars['String']['input'];
  /** Licence plate. */
  readonly plate?: InputMaybe<Scalars['String']['input']>;
  /** Seats for visitors. */
  readonly seats: Scalars['Int']['input'];
};

/** A place with rooms. */
export type Venue = {
  /** Postal address. */
  readonly address: Maybe<Scalars['LocalizedText']['output']>;
  /** Stable. */
  readonly id: Scalars['ID']['output'];
  /** Name. */
  readonly name: Scalars['LocalizedText']['output'];
  /** Its rooms. */
  readonly rooms: ReadonlyArray<Room>;
};

/** A page of venues. */
export type VenueConnection = {
  /** The venues with their cursors. */
  readonly edges: ReadonlyArray<VenueEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A venue in a list. */
export type VenueEdge = {
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The venue. */
  readonly node: Venue;
};

/** A field visit: route and stops. */
export type Visit = {
  /** Categories that may go; empty means all. */
  readonly categories: ReadonlyArray<Category>;
  /** Its dated runs, earliest first. */
  readonly departures: ReadonlyArray<Departure>;
  /** What one sees, Markdown. */
  readonly description: Maybe<Scalars['LocalizedText']['output']>;
  /** Stable. */
  readonly id: Scalars['ID']['output'];
  /** By how many hours before a departure it must be given. */
  readonly identityHours: Scalars['Int']['output'];
  /** What the site needs to know of every visitor. */
  readonly identityNeeds: ReadonlyArray<IdentityNeed>;
  /** In years on the day of the departure. */
  readonly minimumAge: Maybe<Scalars['Int']['output']>;
  /** How many a delegate may bring along. */
  readonly mostCompanions: Scalars['Int']['output'];
  /** Codes of countries that the rule is about. */
  readonly nationalities: ReadonlyArray<Scalars['String']['output']>;
  /** Whom the site lets in by nationality. */
  readonly nationalityRule: NationalityRule;
  /** In addresses; unique in the conference. */
  readonly slug: Scalars['String']['output'];
  /** Stops in order. */
  readonly stops: ReadonlyArray<Stop>;
  /** Title. */
  readonly title: Scalars['LocalizedText']['output'];
  /** Raised by each change; editors send the one they saw. */
  readonly version: Scalars['Int']['output'];
  /** What to bring. */
  readonly whatToBring: Maybe<Scalars['LocalizedText']['output']>;
};

/** A visit that was changed. */
export type VisitChanged = {
  /** Who has a seat and would no longer be let in by the site: they keep it until staff decide. As far as the caller may see registrations. */
  readonly notLetIn: ReadonlyArray<Registration>;
  /** How many who have a seat or are offered one are told. */
  readonly told: Scalars['Int']['output'];
  /** The visit as it is now. */
  readonly visit: Visit;
};

/** A page of visits. */
export type VisitConnection = {
  /** The visits with their cursors. */
  readonly edges: ReadonlyArray<VisitEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A visit in a list. */
export type VisitEdge = {
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The visit. */
  readonly node: Visit;
};

/** One in a line, or out of it because a place is offered. */
export type WaitingTurn = {
  /** Since when free places are kept for it, because its party needs more than are free. */
  readonly keptSince: Maybe<Scalars['DateTime']['output']>;
  /** Why staff moved it, where they did. */
  readonly moveReason: Maybe<Scalars['String']['output']>;
  /** Until when the offered place can be accepted; null for one who waits. */
  readonly offerExpiresAt: Maybe<Scalars['DateTime']['output']>;
  /** For how many people; they get their places together or not at all. */
  readonly party: Scalars['Int']['output'];
  /** Turn in the line, 1 being next; null for one to whom a place is offered. */
  readonly position: Maybe<Scalars['Int']['output']>;
  /** Higher goes first; 0 is everybody's. Among equals, who came first. */
  readonly priority: Scalars['Int']['output'];
  /** Who it is. */
  readonly registration: Registration;
  /** Since when it waits, or is offered the place. */
  readonly since: Scalars['DateTime']['output'];
};

/** A page of a line. */
export type WaitingTurnConnection = {
  /** The turns with their cursors. */
  readonly edges: ReadonlyArray<WaitingTurnEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all, those with an offer included. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A turn in a list. */
export type WaitingTurnEdge = {
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The turn. */
  readonly node: WaitingTurn;
};

/** A beginning and an end on the clock on a wall. */
export type WallTimes = {
  /** Offset from UTC at the end; another one where clocks change meanwhile. */
  readonly endOffset: Scalars['String']['output'];
  /** When it ends. */
  readonly endsAt: Scalars['LocalDateTime']['output'];
  /** Offset from UTC at the beginning, such as -02:30. */
  readonly offset: Scalars['String']['output'];
  /** When it begins. */
  readonly startsAt: Scalars['LocalDateTime']['output'];
};

/** A registration to be taken back. */
export type WithdrawRegistrationInput = {
  /** Which. */
  readonly id: Scalars['ID']['input'];
  /** Why; required from staff. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answer to withdrawRegistration. */
export type WithdrawRegistrationResult = InvalidInput | PlainRefusal | Registration;

/** How much work of a name is in a state. */
export type WorkFigure = {
  /** How many. */
  readonly count: Scalars['Int']['output'];
  /** What is to be done, for example mail.deliver. */
  readonly name: Scalars['String']['output'];
  /** The lane it runs in; null for a fact, which only tells others. */
  readonly queue: Maybe<Scalars['String']['output']>;
  /** Since when the oldest is due, or was set aside. */
  readonly since: Scalars['DateTime']['output'];
  /** The state. */
  readonly state: WorkState;
};

/** Which work. */
export type WorkFilter = {
  /** Of these names. */
  readonly names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** In these states. */
  readonly states?: InputMaybe<ReadonlyArray<WorkState>>;
};

/** The job is set aside. */
export type WorkPutAside = {
  /** Its name. */
  readonly name: Scalars['String']['output'];
};

/** What begins anew. */
export type WorkRetried = {
  /** How many pieces of work. */
  readonly count: Scalars['Int']['output'];
};

/** How a piece of work stands. */
export type WorkState =
  /** Is not due yet. */
  | 'LATER'
  /** Failed for good, or was put aside: it waits for a person. */
  | 'SET_ASIDE'
  /** Was handed over to a worker's queue and is not done yet. */
  | 'UNDER_WAY'
  /** Is due and not handed over yet. */
  | 'WAITING';

/** A worker process. */
export type WorkerSeen = {
  /** Jobs it has ended since it started. */
  readonly done: Scalars['Int']['output'];
  /** When it was last seen at work. */
  readonly seenAt: Scalars['DateTime']['output'];
  /** When it started. */
  readonly startedAt: Scalars['DateTime']['output'];
  /** Machine and process. */
  readonly worker: Scalars['String']['output'];
};

import { Module } from '@nestjs/common';
import { ConferencesModule } from '#conferences';
import { IdentityModule } from '#identity';
import { InvitationsModule } from '#invitations';
import { MailModule } from '#mail';
import { PeopleModule } from '#people';
import { PlacesModule } from '#places';
import { RegistrationModule } from '#registration';
import { AddDeparture } from './add-departure.js';
import { AlternativeLink } from './alternative-link.js';
import { BookDeparture } from './book-departure.js';
import { BookForParty } from './book-for-party.js';
import { BookingDesk } from './booking-desk.js';
import { CancelBooking } from './cancel-booking.js';
import { CancelDeparture } from './cancel-departure.js';
import { ChangeDeparture } from './change-departure.js';
import { VisitRulesCheck } from './check-visit-rules.js';
import { Companions } from './companions.js';
import { CompleteBooking } from './complete-booking.js';
import { ConfirmBooking } from './confirm-booking.js';
import { CreateVisit } from './create-visit.js';
import { DecideMinimum } from './decide-minimum.js';
import { DepartureAlternatives } from './departure-alternatives.js';
import { DepartureDesk } from './departure-desk.js';
import { DepartureNotices } from './departure-notices.js';
import { DepartureOffers } from './departure-offers.js';
import { Eligibility } from './eligibility.js';
import { ManifestPapers } from './manifest-papers.js';
import { ManifestParties } from './manifest-parties.js';
import { ReadManifest } from './read-manifest.js';
import { RemindIdentity } from './remind-identity.js';
import { SameVisit } from './same-visit.js';
import { SwapDeparture } from './swap-departure.js';
import { TakeSeat } from './take-seat.js';
import { TellHoldExpired } from './tell-hold-expired.js';
import { TellNotice } from './tell-notice.js';
import { UpdateVisit } from './update-visit.js';
import { VisitLetters } from './visit-letters.js';
import { VisitNews } from './visit-news.js';
import { Visits } from './visits.js';
import { WaitingRule } from './waiting-rule.js';

const doors = [
  Visits, CreateVisit, UpdateVisit, AddDeparture, ChangeDeparture, CancelDeparture, BookDeparture, BookForParty, ConfirmBooking, CompleteBooking, CancelBooking, SwapDeparture,
  DepartureAlternatives, DepartureOffers, DecideMinimum, TellNotice, TellHoldExpired, RemindIdentity, Companions, ReadManifest, ManifestPapers,
];

@Module({
  imports: [ConferencesModule, PlacesModule, InvitationsModule, MailModule, RegistrationModule, PeopleModule, IdentityModule],
  providers: [...doors, AlternativeLink, BookingDesk, DepartureDesk, DepartureNotices, Eligibility, ManifestParties, SameVisit, TakeSeat, VisitLetters, VisitNews, VisitRulesCheck, WaitingRule],
  exports: doors,
})
export class VisitsModule {}

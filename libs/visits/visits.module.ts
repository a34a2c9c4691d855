import { Module } from '@nestjs/common';
import { ConferencesModule } from '#conferences';
import { MailModule } from '#mail';
import { PlacesModule } from '#places';
import { RegistrationModule } from '#registration';
import { AddDeparture } from './add-departure.js';
import { BookDeparture } from './book-departure.js';
import { BookingDesk } from './booking-desk.js';
import { CancelBooking } from './cancel-booking.js';
import { CreateVisit } from './create-visit.js';
import { DepartureOffers } from './departure-offers.js';
import { SameVisit } from './same-visit.js';
import { VisitLetters } from './visit-letters.js';
import { Visits } from './visits.js';

const doors = [Visits, CreateVisit, AddDeparture, BookDeparture, CancelBooking, DepartureOffers];

@Module({
  imports: [ConferencesModule, PlacesModule, MailModule, RegistrationModule],
  providers: [...doors, BookingDesk, SameVisit, VisitLetters],
  exports: doors,
})
export class VisitsModule {}

import { ConferencesModule } from '#conferences';
import { MailModule } from '#mail';
import { PlacesModule } from '#places';
import { ProgrammeModule } from '#programme';
import { RegistrationModule } from '#registration';
import { VisitsModule } from '#visits';
import { Module } from '@nestjs/common';
import { AcceptOffer } from './accept-offer.js';
import { DeclineOffer } from './decline-offer.js';
import { OfferAnswers } from './offer-answers.js';
import { OfferLetters } from './offer-letters.js';
import { OfferRooms } from './offer-rooms.js';
import { PersonalCalendar } from './personal-calendar.js';
import { RemindConfirmed } from './remind-confirmed.js';
import { ReminderDesk } from './reminder-desk.js';
import { Subjects } from './subjects.js';
import { TellOffer } from './tell-offer.js';
import { TellOfferExpired } from './tell-offer-expired.js';

const doors = [AcceptOffer, DeclineOffer, PersonalCalendar, RemindConfirmed, Subjects, TellOffer, TellOfferExpired];

@Module({
  imports: [ConferencesModule, MailModule, PlacesModule, ProgrammeModule, RegistrationModule, VisitsModule],
  providers: [...doors, OfferAnswers, OfferLetters, OfferRooms, ReminderDesk],
  exports: doors,
})
export class AgendaModule {}

import { ConferencesModule } from '#conferences';
import { IdentityModule } from '#identity';
import { MailModule } from '#mail';
import { PlacesModule } from '#places';
import { ProgrammeModule } from '#programme';
import { RegistrationModule } from '#registration';
import { VisitsModule } from '#visits';
import { Module } from '@nestjs/common';
import { AcceptOffer } from './accept-offer.js';
import { DeclineOffer } from './decline-offer.js';
import { HeldTogetherLetters } from './held-together-letters.js';
import { LookAtOffer } from './look-at-offer.js';
import { OfferAnswers } from './offer-answers.js';
import { OfferLetters } from './offer-letters.js';
import { OfferRooms } from './offer-rooms.js';
import { PersonalCalendar } from './personal-calendar.js';
import { RemindConfirmed } from './remind-confirmed.js';
import { ReminderDesk } from './reminder-desk.js';
import { MoveInLine } from './staff/move-in-line.js';
import { OverrideClash } from './staff/override-clash.js';
import { PoolDesk } from './staff/pool-desk.js';
import { SetCapacity } from './staff/set-capacity.js';
import { SetTravelTimes } from './staff/set-travel-times.js';
import { Subjects } from './subjects.js';
import { TellLineClosed } from './tell-line-closed.js';
import { TellOffer } from './tell-offer.js';
import { TellOfferExpired } from './tell-offer-expired.js';
import { TellTurnSkipped } from './tell-turn-skipped.js';
import { TurnLetters } from './turn-letters.js';
import { WaitingRules } from './waiting-rules.js';

const doors = [
  AcceptOffer, DeclineOffer, LookAtOffer, MoveInLine, OverrideClash, PersonalCalendar, PoolDesk, RemindConfirmed, SetCapacity, SetTravelTimes, Subjects,
  TellLineClosed, TellOffer, TellOfferExpired, TellTurnSkipped,
];

@Module({
  imports: [ConferencesModule, IdentityModule, MailModule, PlacesModule, ProgrammeModule, RegistrationModule, VisitsModule],
  providers: [...doors, HeldTogetherLetters, OfferAnswers, OfferLetters, OfferRooms, ReminderDesk, TurnLetters, WaitingRules],
  exports: doors,
})
export class AgendaModule {}
